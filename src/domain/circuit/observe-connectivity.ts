import { isEqual } from '../equality.ts';
import type { Instant } from '../instant.ts';
import { isSame } from '../open-enum.ts';
import type { SessionEvidence } from '../peering/edge-reading.ts';
import { type ExpectedSession, expectedSessions } from '../peering/expected-sessions.ts';
import { observeArp } from '../peering/observe-arp.ts';
import { observeSession, unknownSession } from '../peering/observe-session.ts';
import type { PeeringType } from '../peering/peering.ts';
import type { ArpStanding, Session } from '../peering/session.ts';
import { diffArp, diffSession } from '../peering/session-differences.ts';
import { isAtEdge, isSamePlace } from '../peering/session-place.ts';
import type { Difference } from './changes.ts';
import type { Circuit } from './circuit.ts';
import type { ConnectionStanding, Connectivity } from './connectivity.ts';
import { isBusy } from './states.ts';
import { diffConnections, observeConnections } from './vnet-connections.ts';

/** What one look found out about one circuit. `connections` undefined: nobody asked. */
export type Evidence = SessionEvidence & { readonly connections?: readonly ConnectionStanding[] };

export type ConnectivitySighting = {
  readonly connectivity: Connectivity;
  readonly differences: readonly Difference[];
};

type Observed<T> = { readonly before: T; readonly after: T; readonly limit: number };

/**
 * What a look makes of what runs over a circuit. The same evidence again changes nothing and gives `before` itself.
 * Sessions that are not expected any more are forgotten.
 */
export function observeConnectivity(
  before: Connectivity | undefined,
  circuit: Circuit,
  evidence: Evidence,
  now: Instant,
): ConnectivitySighting {
  const expected = expectedSessions(circuit);
  const sessions = expected.map((place) => sessionAfter(before, circuit, place, evidence, now));
  const arp = expected
    .filter(({ family }) => family === 'ipv4')
    .map((place) => arpAfter(before, circuit, place, evidence, now));
  const known = before?.connections ?? [];
  const connections = evidence.connections ? observeConnections(known, evidence.connections) : known;
  const after: Connectivity = {
    circuitId: circuit.id,
    sessions: sessions.map((entry) => entry.after),
    arp: arp.map((entry) => entry.after),
    connections,
  };
  return {
    connectivity: before && isEqual(before, after) ? before : after,
    differences: [
      ...sessions.flatMap((entry) => diffSession(entry.before, entry.after, entry.limit)),
      ...arp.flatMap((entry) => diffArp(entry.before, entry.after)),
      ...diffConnections(known, connections),
    ],
  };
}

function sessionAfter(
  before: Connectivity | undefined,
  circuit: Circuit,
  expected: ExpectedSession,
  evidence: Evidence,
  now: Instant,
): Observed<Session> {
  const known = before?.sessions.find((session) => isSamePlace(session, expected));
  const was = known ?? unknownSession(expected, now);
  const after = isWritten(circuit, expected.peering) ? was : observeSession(was, expected, evidence, now);
  return { before: was, after, limit: expected.limit };
}

function arpAfter(
  before: Connectivity | undefined,
  circuit: Circuit,
  expected: ExpectedSession,
  evidence: Evidence,
  now: Instant,
): Observed<ArpStanding> {
  const { peering, link, limit } = expected;
  const known = before?.arp.find((standing) => isAtEdge(standing, expected));
  const was: ArpStanding = known ?? { peering, link, state: 'unknown', since: now };
  return {
    before: was,
    after: isWritten(circuit, peering) ? was : observeArp(was, expected, evidence, now),
    limit,
  };
}

/** While Azure carries out a write, sessions flutter because of it: what was believed stays until it is over. */
export function isWritten({ provisioningState, peerings }: Circuit, type: PeeringType): boolean {
  const peering = peerings.find((entry) => isSame(entry.type, type));
  return isBusy(provisioningState) || (peering !== undefined && isBusy(peering.provisioningState));
}
