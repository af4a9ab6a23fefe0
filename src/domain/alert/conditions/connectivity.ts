import type { Connectivity } from '../../circuit/connectivity.ts';
import type { KnownCircuit } from '../../circuit/known-circuit.ts';
import { isWritten } from '../../circuit/observe-connectivity.ts';
import { type ExpectedSession, yourAddress } from '../../peering/expected-sessions.ts';
import { links } from '../../peering/link.ts';
import { addressFamilies, type PeeringType } from '../../peering/peering.ts';
import { isAtEdge, isSamePlace } from '../../peering/session-place.ts';
import type { ConnectivityTrouble, SessionSight, Verdict } from '../condition.ts';

/** How the sessions that are expected of one peering stand together; undefined: none is. */
export function connectivityVerdict(
  known: KnownCircuit,
  connectivity: Connectivity | undefined,
  peering: PeeringType,
  expected: readonly ExpectedSession[],
): Verdict | undefined {
  if (expected.length === 0) return undefined;
  if (isWritten(known.circuit, peering)) return { kind: 'unknown' };
  const seen = expected.map((place) => sightOf(known, connectivity, place));
  const extent = extentOf(seen);
  if (!extent) return { kind: isSeen(seen) ? 'good' : 'unknown' };
  const sessions = seen.map((session, index) => ({ ...session, ...addressOf(expected[index]) }));
  const isLost = sessions.some(({ state, neverUp }) => state === 'down' && !neverUp);
  const severity = extent === 'down' && isLost ? 'critical' : 'warning';
  return { kind: 'bad', severity, trouble: { kind: 'connectivity', extent, sessions } };
}

function sightOf(
  known: KnownCircuit,
  connectivity: Connectivity | undefined,
  place: ExpectedSession,
): SessionSight {
  const session = connectivity?.sessions.find((entry) => isSamePlace(entry, place));
  const arp = connectivity?.arp.find((entry) => isAtEdge(entry, place));
  return {
    link: place.link,
    family: place.family,
    state: session?.state ?? 'unknown',
    since: session?.since ?? known.changedAt,
    basis: session?.basis ?? 'metric',
    ...(session?.bgpState === undefined ? {} : { bgpState: session.bgpState }),
    ...(session?.neverUp ? { neverUp: true as const } : {}),
    ...(place.peerAsn === undefined ? {} : { peerAsn: place.peerAsn }),
    ...(session?.prefixes === undefined ? {} : { prefixes: session.prefixes }),
    arp: arp?.state ?? 'unknown',
  };
}

/** Worked out for a message only: most looks have nothing to say. */
function addressOf(place: ExpectedSession | undefined): Pick<SessionSight, 'peerAddress'> {
  const peerAddress = place && yourAddress(place.subnet);
  return peerAddress === undefined ? {} : { peerAddress };
}

/** Undefined: nothing is known to be wrong. What nobody knows is never counted as down. */
function extentOf(sessions: readonly SessionSight[]): ConnectivityTrouble['extent'] | undefined {
  const isDown = ({ state }: SessionSight) => state === 'down';
  const families = addressFamilies.map((family) => sessions.filter((session) => session.family === family));
  if (families.some((all) => all.length > 0 && all.every(isDown))) return 'down';
  if (sessions.some(isDown)) return 'degraded';
  return sessions.some(({ arp }) => arp === 'down') ? 'layer-2' : undefined;
}

/**
 * Whether enough is known to call it well: a session that is up on each link. A family that neither the edge nor the
 * metric ever tells of must not keep an incident open for ever; one that was down is known, and counts until it is up.
 */
function isSeen(sessions: readonly SessionSight[]): boolean {
  return links.every((link) => {
    const here = sessions.filter((session) => session.link === link);
    return here.length === 0 || here.some(({ state }) => state === 'up');
  });
}
