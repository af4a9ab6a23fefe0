import type { Intent } from '../../domain/operation/intent.ts';
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
  { store, now, newId, wake }: NoteDeps,
  { userId, channelId }: Caller,
  tried: string,
  { operation, target }: Intent,
  code: string,
  requestId?: string,
): Promise<void> {
  const entry = {
    id: newId(),
    at: now(),
    by: userId,
    ...(channelId === undefined ? {} : { channelId }),
    act: 'refuse',
    operation,
    ...(requestId === undefined ? {} : { requestId }),
    circuit: { id: target.id, name: target.name },
    note: `${tried}: ${code}`,
  } as const;
  await store.commit({ audit: [entry] });
  wake();
}
