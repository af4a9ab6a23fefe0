import type { Request } from '../approval/request.ts';
import type { Change } from '../circuit/changes.ts';
import type { CircuitId } from '../circuit/circuit-id.ts';
import type { Instant } from '../instant.ts';
import type { Link } from '../peering/link.ts';
import type { Subject } from './subject.ts';

/** The request that brought a change about. */
export type Cause = { readonly requestId: string; readonly by: string };

/** A poll may come so long after a write: the longest that POLL_SECONDS allows. */
const unseenForMs = 3_600_000;

/** A session that is lost so long after a failover test was lost for another reason: Azure had ended the test. */
const testTrailMs = 5 * 60_000;

/**
 * Which request made this change, where that is plain: it wrote at the time, and what is seen is what it asked for.
 * Anything else may have been somebody in the portal.
 */
export function causeOf(change: Change, requests: readonly Request[]): Cause | undefined {
  return causeBy(
    requests.findLast(
      (request) =>
        isOn(request, change.circuit.id) &&
        wroteBefore(request, change.at, patienceFor(change)) &&
        explains(request, change),
    ),
  );
}

/** Which request of Trunkline's lets sessions go down on purpose now: a failover test. */
export function causeOfTrouble(
  subject: Subject,
  requests: readonly Request[],
  now: Instant,
): Cause | undefined {
  if (subject.kind !== 'connectivity') return undefined;
  return causeBy(
    requests.findLast(
      (request) =>
        isOn(request, subject.circuitId) &&
        wroteBefore(request, now, testTrailMs) &&
        disconnects(request) !== undefined,
    ),
  );
}

function isOn({ intent }: Request, circuitId: CircuitId): boolean {
  return intent.target.id === circuitId;
}

function causeBy(request: Request | undefined): Cause | undefined {
  return request && { requestId: request.id, by: request.requestedBy };
}

function patienceFor({ difference }: Change): number {
  const isLoss = difference.kind === 'bgp-session' && difference.after === 'down';
  return isLoss ? testTrailMs : unseenForMs;
}

/** The link on which the request lets BGP go down. A test that only prepends keeps it up. */
function disconnects({ intent }: Request): Link | undefined {
  if (intent.operation !== 'failover' || intent.category !== 'BgpDisconnect') return undefined;
  return intent.link === 'Primary' ? 'primary' : 'secondary';
}

function wroteBefore(request: Request, at: Instant, patienceMs: number): boolean {
  switch (request.state) {
    case 'executing':
      return request.startedAt <= at;
    case 'succeeded':
    case 'failed':
      return request.startedAt <= at && at - request.at <= patienceMs;
    default:
      return false;
  }
}

function explains(request: Request, { difference }: Change): boolean {
  const { intent, plan } = request;
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
    case 'bgp-session':
      return disconnects(request) === difference.link;
    default:
      return false;
  }
}
