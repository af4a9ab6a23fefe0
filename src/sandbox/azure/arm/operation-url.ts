import { createHash } from 'node:crypto';
import type { Operation } from '../operations.ts';
import { type ArmContext, type ArmDeps, armBase } from './arm-env.ts';

/**
 * Since about 2024 the URL of an operation carries some 3 kB of signed query. Whoever builds the URL anew from its
 * parts loses it; here as there, only the URL as it was given is answered.
 */
export function signedQuery(operation: Operation): string {
  const filler = (name: string, length: number) => {
    let text = '';
    for (let part = 0; text.length < length; part++) {
      text += createHash('sha256').update(`${operation.id} ${name} ${part}`).digest('base64url');
    }
    return text.slice(0, length);
  };
  return `t=638000000000000000&c=MII${filler('c', 2_200)}&s=${filler('s', 342)}&h=${filler('h', 43)}`;
}

/** The headers with which a write tells where to ask how it goes. A DELETE also gets the place of its result. */
export function operationHeaders(
  context: ArmContext,
  { origin, settings }: ArmDeps,
  operation: Operation,
): Record<string, string> {
  const { subscriptionId, location } = operation.work;
  const place = `${armBase(context, origin)}/subscriptions/${subscriptionId}/providers/Microsoft.Network/locations/${location}`;
  const query = `api-version=${encodeURIComponent(context.var.apiVersion)}&${signedQuery(operation)}`;
  return {
    'azure-asyncoperation': `${place}/operations/${operation.id}?${query}`,
    // Recorded: only operations on the circuit itself carry it.
    ...(operation.work.name.endsWith('CircuitOperation') && { 'azure-asyncnotification': 'Enabled' }),
    'retry-after': String(settings.retryAfterSeconds),
    ...(context.req.method === 'DELETE' && {
      location: `${place}/operationResults/${operation.id}?${query}`,
    }),
  };
}
