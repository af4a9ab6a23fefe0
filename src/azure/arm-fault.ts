import { z } from 'zod';
import { AzureFault, type AzureFaultKind } from '../usecases/ports.ts';

const ArmErrorBody = z.object({ error: z.object({ code: z.string(), message: z.string().default('') }) });

/** How long an answer without a usable Retry-After is waited for. */
const defaultRetryAfterMs = 10_000;

/** What ARM's refusal means, from its status and its words. */
export function faultOfAnswer(status: number, retryAfter: string | undefined, body: string): AzureFault {
  const words = wordsOf(body);
  const said = words ? `${words.code}: ${words.message}` : `HTTP ${status}`;
  const kind = kindOf(status);
  return new AzureFault(kind, redact(said), {
    retryAfterMs: kind === 'throttled' ? retryAfterMs(retryAfter) : undefined,
  });
}

/** No answer came: network, name, time, or no token could be had. */
export function faultOfSending(cause: unknown): AzureFault {
  if (cause instanceof AzureFault) return cause;
  const name = cause instanceof Error ? cause.name : '';
  if (/^(Credential|AggregateAuthentication|Authentication)/u.test(name)) {
    return new AzureFault('unauthorized', 'No token for Azure could be had with the credentials given', {
      cause,
    });
  }
  const code = codeOf(cause);
  return new AzureFault('unreachable', `Azure did not answer${code ? ` (${code})` : ''}`, { cause });
}

function kindOf(status: number): AzureFaultKind {
  if (status === 429) return 'throttled';
  if (status === 401) return 'unauthorized';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-found';
  return status >= 500 ? 'unavailable' : 'unreadable';
}

function wordsOf(body: string): { code: string; message: string } | undefined {
  try {
    return ArmErrorBody.parse(JSON.parse(body)).error;
  } catch {
    return undefined;
  }
}

/** Retry-After in seconds or as a date (RFC 9110, 10.2.3); never negative, an hour at most. */
export function retryAfterMs(header: string | undefined, now: number = Date.now()): number {
  if (!header) return defaultRetryAfterMs;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(header) - now;
  return Number.isNaN(ms) ? defaultRetryAfterMs : Math.min(Math.max(ms, 0), 3_600_000);
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
}

/** Azure's messages name keys (facts/azure.md, section 6; a validationId holds one) and signed links: none may travel on. */
export function redact(message: string): string {
  return message
    .replace(
      /((?:service|authorization|shared|s)[\s_-]?key\W{1,6})[0-9a-f]{8}-[0-9a-f-]{27}/giu,
      '$1[redacted]',
    )
    .replace(/((?:authorization|shared)[\s_-]?key\W{0,3}[:=]\W{0,3})[^\s"',}\\]+/giu, '$1[redacted]')
    .replace(/(https?:\/\/[^\s?]+)\?\S+/gu, '$1')
    .slice(0, 1_000);
}
