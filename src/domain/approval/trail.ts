import type { AuditAct, AuditEntry } from '../audit/entry.ts';
import type { Instant } from '../instant.ts';
import type { RequestEvent } from './event.ts';
import type { Moved } from './messages.ts';
import type { Request, StaleReason } from './request.ts';

/** Who moved the request on, and from where; both undefined: Trunkline itself. */
export type Mover = { readonly userId?: string; readonly channelId?: string };

/** One entry for each event that the audit trail knows. */
export function auditOf(
  events: readonly RequestEvent[],
  { after, at }: Pick<Moved, 'after' | 'at'>,
  mover: Mover,
): readonly AuditEntry[] {
  return events.flatMap((event, index) => {
    const act = actOf(event);
    return act ? [entryOf(event, act, after, at, mover, index)] : [];
  });
}

function entryOf(
  event: RequestEvent,
  act: AuditAct,
  request: Request,
  at: Instant,
  { userId, channelId }: Mover,
  index: number,
): AuditEntry {
  const { id, name } = request.intent.target;
  const note = noteOf(event);
  const showsChanges = act === 'request' || act === 'succeed';
  return {
    id: `${request.id}.${request.revision}.${index}`,
    at,
    ...(userId === undefined ? {} : { by: userId }),
    ...(channelId === undefined ? {} : { channelId }),
    act,
    operation: request.intent.operation,
    requestId: request.id,
    circuit: { id, name },
    ...(showsChanges ? { changes: request.plan.changes } : {}),
    ...(note === undefined ? {} : { note }),
  };
}

function actOf({ kind }: RequestEvent): AuditAct | undefined {
  return acts[kind];
}

const acts: Readonly<Record<RequestEvent['kind'], AuditAct | undefined>> = {
  requested: 'request',
  'approval-given': 'approve',
  approved: undefined,
  rejected: 'reject',
  withdrawn: 'withdraw',
  expired: 'expire',
  'went-stale': 'stale',
  started: 'execute',
  moved: undefined,
  'step-done': undefined,
  'stopped-early': 'execute',
  succeeded: 'succeed',
  failed: 'fail',
};

function noteOf(event: RequestEvent): string | undefined {
  switch (event.kind) {
    case 'rejected':
      return event.reason;
    case 'failed':
      return event.failure.code;
    case 'went-stale':
      return staleNote(event.why);
    case 'stopped-early':
      return 'stopped early';
    default:
      return undefined;
  }
}

function staleNote(why: StaleReason): string {
  switch (why.kind) {
    case 'changed':
      return `changed: ${why.changes.map(({ field }) => field).join(', ')}`;
    case 'refused':
      return why.sentence;
    case 'not-allowed':
      return `${why.userId} may not any more`;
  }
}
