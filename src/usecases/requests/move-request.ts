import type { RequestEvent } from '../../domain/approval/event.ts';
import { advance } from '../../domain/approval/evolve.ts';
import { messagesOf } from '../../domain/approval/messages.ts';
import type { Request } from '../../domain/approval/request.ts';
import { auditOf, type Mover } from '../../domain/approval/trail.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Store } from '../store.ts';

export type MoveDeps = {
  readonly store: Store;
  /** Messages and audit entries may be owed, and a request may be ready to go on. */
  readonly wake: () => void;
};

/**
 * What happened to a request, the messages that it owes and the audit entries: one transaction. Throws StoreConflict
 * when somebody else moved the request meanwhile.
 */
export async function moveRequest(
  { store, wake }: MoveDeps,
  before: Request | undefined,
  events: readonly RequestEvent[],
  at: Instant,
  mover: Mover = {},
): Promise<Request> {
  const after = advance(before, events);
  await store.commit({
    putRequests: [after],
    owe: messagesOf({ before, after, at }),
    audit: auditOf(events, { after, at }, mover),
  });
  wake();
  return after;
}
