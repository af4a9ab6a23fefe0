import type { Circuit } from '../circuit/circuit.ts';
import type { Connectivity } from '../circuit/connectivity.ts';
import { isWritten } from '../circuit/observe-connectivity.ts';
import type { Instant } from '../instant.ts';
import { isSame } from '../open-enum.ts';
import { faultySince, pointsOf } from './availability.ts';
import { type ExpectedSession, expectedSessions } from './expected-sessions.ts';
import type { SessionState } from './session.ts';
import type { Availability } from './session-evidence.ts';
import { type EdgePlace, isAtEdge, isSamePlace } from './session-place.ts';

/** Somewhere that the edge should be asked about. */
export type Suspect = EdgePlace & {
  readonly peeringName: string;
  readonly table: 'routes' | 'arp';
  /** `doubted`: it may have been lost; `down`: it is down, and may be back. */
  readonly doubt: 'doubted' | 'down';
  /** The same is doubtful on the peering's other link: traffic may be lost. */
  readonly bothLinks: boolean;
  /** Since when the metric is below 100, or it is down. */
  readonly since: Instant;
};

type Doubt = Omit<Suspect, 'bothLinks'>;

/** What the metric makes doubtful, and what is believed down: to see its end. */
export function suspectsOf(
  before: Connectivity | undefined,
  circuit: Circuit,
  series: readonly Availability[],
  now: Instant,
): readonly Suspect[] {
  const expected = expectedSessions(circuit).filter(({ peering }) => !isWritten(circuit, peering));
  const doubts = expected.flatMap((place) => [
    ...routesDoubt(before, place, series, now),
    ...arpDoubt(before, place, series, now),
  ]);
  const suspects = doubts.filter(
    (doubt, index) => doubts.findIndex((other) => isSameAsk(doubt, other)) === index,
  );
  return suspects.map((doubt) => ({
    ...doubt,
    bothLinks: suspects.some((other) => isOtherLink(doubt, other)),
  }));
}

function routesDoubt(
  before: Connectivity | undefined,
  place: ExpectedSession,
  series: readonly Availability[],
  now: Instant,
): readonly Doubt[] {
  const known = before?.sessions.find((session) => isSamePlace(session, place));
  return doubtOf(place, 'routes', known, faultySince(pointsOf(series, 'bgp', place), now));
}

function arpDoubt(
  before: Connectivity | undefined,
  place: ExpectedSession,
  series: readonly Availability[],
  now: Instant,
): readonly Doubt[] {
  if (place.family !== 'ipv4') return [];
  const known = before?.arp.find((standing) => isAtEdge(standing, place));
  return doubtOf(place, 'arp', known, faultySince(pointsOf(series, 'arp', place), now));
}

function doubtOf(
  { peering, link, peeringName }: ExpectedSession,
  table: Doubt['table'],
  known: { readonly state: SessionState; readonly since: Instant } | undefined,
  faulty: Instant | undefined,
): readonly Doubt[] {
  const ask = { peering, link, peeringName, table };
  if (known?.state === 'down') return [{ ...ask, doubt: 'down', since: known.since }];
  return faulty === undefined ? [] : [{ ...ask, doubt: 'doubted', since: faulty }];
}

/** One table tells of both families. */
function isSameAsk(a: Doubt, b: Doubt): boolean {
  return a.table === b.table && isAtEdge(a, b);
}

function isOtherLink(a: Doubt, b: Doubt): boolean {
  return a.table === b.table && a.link !== b.link && isSame(a.peering, b.peering);
}

/**
 * Which to ask about first when not all can be: what may have been lost, then what may be back; where both links are
 * doubtful before one; BGP before ARP; the one that was not asked about for longest, so that all have their turn.
 */
export function byUrgency<T extends Suspect & { readonly askedAt: Instant | undefined }>(a: T, b: T): number {
  return (
    Number(a.doubt === 'down') - Number(b.doubt === 'down') ||
    Number(b.bothLinks) - Number(a.bothLinks) ||
    Number(a.table === 'arp') - Number(b.table === 'arp') ||
    (a.askedAt ?? 0) - (b.askedAt ?? 0) ||
    a.since - b.since
  );
}
