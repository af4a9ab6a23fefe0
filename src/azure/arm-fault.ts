import { z } from 'zod';
import type { Failure } from '../domain/approval/request.ts';
import { AzureFault, type AzureFaultKind } from '../usecases/ports.ts';
import { failureOf } from './failure.ts';
import { redact } from './redact.ts';
import { signInFault } from './sign-in-fault.ts';

const ErrorBody = z.object({ error: z.unknown() });

/** How long an answer without a usable Retry-After is waited for. */
const defaultRetryAfterMs = 10_000;

/** An answer that is none of the 2xx. `secrets`: values that may not be repeated, in lower case. */
export type BadAnswer = {
  readonly status: number;
  readonly body: string;
  readonly retryAfter?: string;
  readonly correlationId?: string;
  readonly secrets?: ReadonlySet<string>;
};

/** What ARM's refusal means, from its status and its words. */
export function faultOfAnswer(answer: BadAnswer): AzureFault {
  const { status } = answer;
  const failure = failureIn(answer);
  const kind = kindOf(status, failure);
  const said = failure ? `${failure.code}: ${failure.message}`.slice(0, 1_000) : `HTTP ${status}`;
  return new AzureFault(kind, said, {
    retryAfterMs:
      kind === 'throttled' || kind === 'locked' ? retryAfterMs(answer.retryAfter, Date.now()) : undefined,
    failure,
  });
}

/** Azure's words in a body that tells of an error: ARM's form, or an operation's status, which has it in the same place. */
export function failureIn({ body, secrets, correlationId }: Omit<BadAnswer, 'status'>): Failure | undefined {
  return failureOf(errorIn(body), (text) => redact(text, body, secrets), correlationId);
}

/** No answer came: network, name, time, or no token could be had. */
export function faultOfSending(cause: unknown): AzureFault {
  if (cause instanceof AzureFault) return cause;
  const noToken = signInFault(cause);
  if (noToken) return noToken;
  const code = codeOf(cause);
  return new AzureFault('unreachable', `Azure did not answer${code ? ` (${code})` : ''}`, { cause });
}

function kindOf(status: number, failure: Failure | undefined): AzureFaultKind {
  if (status === 401) return 'unauthorized';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-found';
  if (status === 408 || status >= 500) return 'unavailable';
  if (status < 400) return 'unreadable';
  if (failure && isLock(failure)) return 'locked';
  if (status === 429) return 'throttled';
  return status === 412 ? 'changed' : 'refused';
}

/** Microsoft.Network says so with 429, 409 or 400 (facts/azure.md 3.4); the code is what counts. */
function isLock({ code, message }: Failure): boolean {
  if (/^(RetryableError|RetryableErrorDueToAnotherOperation|AnotherOperationInProgress)$/iu.test(code))
    return true;
  return code === 'ReferencedResourceNotProvisioned' && /\b(Updating|Deleting) state\b/iu.test(message);
}

function errorIn(body: string): unknown {
  try {
    return ErrorBody.parse(JSON.parse(body)).error;
  } catch {
    return undefined;
  }
}

/** Retry-After in seconds or as a date (RFC 9110, 10.2.3); never negative, an hour at most. */
export function retryAfterMs(header: string | undefined, now: number): number {
  if (!header) return defaultRetryAfterMs;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(header) - now;
  return Number.isNaN(ms) ? defaultRetryAfterMs : Math.min(Math.max(ms, 0), 3_600_000);
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
}
