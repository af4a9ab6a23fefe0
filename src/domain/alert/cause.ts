import type { Request } from '../approval/request.ts';
import type { Change } from '../circuit/changes.ts';
import type { Instant } from '../instant.ts';

/** The request that brought a change about. */
export type Cause = { readonly requestId: string; readonly by: string };

/** A poll may come so long after a write: the longest that POLL_SECONDS allows. */
const unseenForMs = 3_600_000;

/**
 * Which request made this change, where that is plain: it wrote at the time, and what is seen is what it asked for.
 * Anything else may have been somebody in the portal.
 */
export function causeOf(change: Change, requests: readonly Request[]): Cause | undefined {
  const made = requests.findLast(
    (request) =>
      request.intent.target.id === change.circuit.id &&
      wroteBefore(request, change.at) &&
      explains(request, change),
  );
  return made && { requestId: made.id, by: made.requestedBy };
}

function wroteBefore(request: Request, at: Instant): boolean {
  switch (request.state) {
    case 'executing':
      return request.startedAt <= at;
    case 'succeeded':
    case 'failed':
      return request.startedAt <= at && at - request.at <= unseenForMs;
    default:
      return false;
  }
}

function explains({ intent, plan }: Request, { difference }: Change): boolean {
  switch (difference.kind) {
    case 'circuit-found':
      return intent.operation === 'create';
    case 'circuit-gone':
      return intent.operation === 'delete' || (intent.operation === 'deprovision' && intent.thenDelete);
    case 'bandwidth':
      return intent.operation === 'resize' && intent.bandwidthMbps === difference.afterMbps;
    case 'peering-added':
      return intent.operation === 'peering' && intent.deed === 'set' && intent.peering === difference.peering;
    case 'peering-removed':
      return (
        intent.operation === 'peering' && intent.deed === 'remove' && intent.peering === difference.peering
      );
    case 'peering-changed':
      return (
        intent.operation === 'peering' &&
        intent.peering === difference.peering &&
        difference.fields.every(({ field, after }) =>
          plan.changes.some((planned) => planned.field.endsWith(` ${field}`) && planned.after === after),
        )
      );
    default:
      return false;
  }
}
