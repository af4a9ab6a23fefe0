import type { CallResult } from './meter.ts';

/** `status` undefined: no answer. */
export function callResult(status: number | undefined): CallResult {
  if (status === undefined) return 'unanswered';
  if (status === 429) return 'throttled';
  if (status === 401 || status === 403) return 'denied';
  if (status >= 500) return 'failed';
  return status >= 400 ? 'refused' : 'ok';
}
