import { z } from 'zod';
import type { Failure } from '../domain/approval/request.ts';
import type { OperationLook } from '../usecases/ports.ts';
import type { ArmAnswer } from './arm-answer.ts';
import { parseJson } from './parse-json.ts';

const Status = z.object({ status: z.string() });

const defaultPauseMs = 10_000;
const shortestPauseMs = 1_000;

/** How long to wait before the next look. */
export function pauseMs({ retryAfterMs }: ArmAnswer, otherwiseMs: number = defaultPauseMs): number {
  return Math.max(retryAfterMs ?? otherwiseMs, shortestPauseMs);
}

/**
 * What a 2xx answer of an operation's URL means, in both of ARM's forms: the status of an Azure-AsyncOperation, the
 * bare answers of a Location. Throws AzureFault when it is not JSON.
 */
export function lookOf(answer: ArmAnswer): Exclude<OperationLook, { kind: 'forgotten' }> {
  if (answer.status === 202) return { kind: 'running', retryAfterMs: pauseMs(answer) };
  const status = statusIn(answer.text);
  switch (status?.toLowerCase()) {
    case undefined:
    case 'succeeded':
      return { kind: 'succeeded' };
    case 'failed':
    case 'canceled':
    case 'cancelled':
      return { kind: 'failed', failure: answer.failure ?? unexplained(status ?? '', answer) };
    default:
      return { kind: 'running', retryAfterMs: pauseMs(answer) };
  }
}

/** Undefined: a Location has come to its end, with the result or nothing in it. */
function statusIn(text: string): string | undefined {
  return text.trim() === '' ? undefined : Status.safeParse(parseJson(text)).data?.status;
}

function unexplained(status: string, { correlationId }: ArmAnswer): Failure {
  const message = `The operation ended as ${status}; Azure does not say why`;
  return { code: status, message, details: [], ...(correlationId ? { correlationId } : {}) };
}
