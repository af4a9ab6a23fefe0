import type { Connectivity } from '../../circuit/connectivity.ts';
import type { KnownCircuit } from '../../circuit/known-circuit.ts';
import { isWritten } from '../../circuit/observe-connectivity.ts';
import { isSame } from '../../open-enum.ts';
import { type ExpectedSession, expectedSessions, yourAddress } from '../../peering/expected-sessions.ts';
import { links } from '../../peering/link.ts';
import { addressFamilies, type PeeringType } from '../../peering/peering.ts';
import { isAtEdge, isSamePlace } from '../../peering/session-place.ts';
import type { ConnectivityTrouble, SessionSight, Verdict } from '../condition.ts';

/** How the sessions of one peering stand together; undefined: none is expected of it. */
export function connectivityVerdict(
  known: KnownCircuit,
  connectivity: Connectivity | undefined,
  peering: PeeringType,
): Verdict | undefined {
  const expected = expectedSessions(known.circuit).filter((session) => isSame(session.peering, peering));
  if (expected.length === 0) return undefined;
  if (isWritten(known.circuit, peering)) return { kind: 'unknown' };
  const sessions = expected.map((place) => sightOf(known, connectivity, place));
  const extent = extentOf(sessions);
  if (!extent) return { kind: isSeen(sessions) ? 'good' : 'unknown' };
  const severity = extent === 'down' ? 'critical' : 'warning';
  return { kind: 'bad', severity, trouble: { kind: 'connectivity', extent, sessions } };
}

function sightOf(
  known: KnownCircuit,
  connectivity: Connectivity | undefined,
  place: ExpectedSession,
): SessionSight {
  const session = connectivity?.sessions.find((entry) => isSamePlace(entry, place));
  const arp = connectivity?.arp.find((entry) => isAtEdge(entry, place));
  const peerAddress = yourAddress(place.subnet);
  return {
    link: place.link,
    family: place.family,
    state: session?.state ?? 'unknown',
    since: session?.since ?? known.changedAt,
    basis: session?.basis ?? 'metric',
    ...(session?.bgpState === undefined ? {} : { bgpState: session.bgpState }),
    ...(peerAddress === undefined ? {} : { peerAddress }),
    ...(place.peerAsn === undefined ? {} : { peerAsn: place.peerAsn }),
    ...(session?.prefixes === undefined ? {} : { prefixes: session.prefixes }),
    arp: arp?.state ?? 'unknown',
  };
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
