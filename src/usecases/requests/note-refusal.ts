import type { Intent } from '../../domain/operation/intent.ts';
import { auditEntryOf } from '../access/check-permission.ts';
import type { Caller } from '../caller.ts';
import type { Now } from '../ports.ts';
import type { Store } from '../store.ts';

export type NoteDeps = {
  readonly store: Store;
  readonly now: Now;
  readonly newId: () => string;
  readonly wake: () => void;
};

/** Writes down in the audit trail that somebody was refused. `tried`: approve, submit … */
export async function noteRefusal(
  deps: NoteDeps,
  caller: Caller,
  tried: string,
  { operation, target }: Intent,
  code: string,
  requestId?: string,
): Promise<void> {
  const entry = auditEntryOf(deps, caller, 'refuse', target);
  const request = requestId === undefined ? {} : { requestId };
  await deps.store.commit({ audit: [{ ...entry, operation, ...request, note: `${tried}: ${code}` }] });
  deps.wake();
}
