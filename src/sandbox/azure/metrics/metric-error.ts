import { randomUUID } from 'node:crypto';

/** Azure Monitor's error answer, which is not ARM's. Form: azure-rest-api-specs, monitor 2024-02-01, MetricBatchExample. */
export function metricError(
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
): Response {
  const additionalInfo = [
    { type: 'string', info: `TraceId={${randomUUID()}}` },
    { type: 'string', info: `ExceptionType=${exceptions[code] ?? 'System.Exception'}` },
  ];
  const error = { additionalInfo, code, message };
  return Response.json({ error }, { status, headers: { 'x-ms-error-code': code, ...headers } });
}

const exceptions: Readonly<Record<string, string>> = {
  BadRequest: 'Microsoft.Online.Metrics.MetricsMP.Utilities.RPRequestFormatException',
};

export function badRequest(message: string): Response {
  return metricError(400, 'BadRequest', message);
}
