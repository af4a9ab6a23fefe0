import type { SessionSight } from '../alert/condition.ts';
import type { Instant } from '../instant.ts';
import { type ExpectedSession, isInSubnet, yourAddress } from '../peering/expected-sessions.ts';
import type { PeeringType } from '../peering/peering.ts';
import type { SessionState } from '../peering/session.ts';
import type { ArpEntry, Neighbor } from '../peering/session-evidence.ts';
import { type EdgePlace, isAtEdge } from '../peering/session-place.ts';

/** A table of Microsoft's edge, or why it could not be read; the reason is fit for people. */
export type Table<Line> =
  | { readonly kind: 'read'; readonly lines: readonly Line[] }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** What the edge said of one peering on one link. */
export type EdgeSaid = EdgePlace & { readonly routes: Table<Neighbor>; readonly arp: Table<ArpEntry> };

/** How a peering stands by what the edge says now. */
export type PeeringFinding = {
  readonly peering: PeeringType;
  readonly extent: 'well' | 'layer-2' | 'degraded' | 'down' | 'unknown';
  readonly sessions: readonly SessionSight[];
};

export function diagnosePeering(
  peering: PeeringType,
  expected: readonly ExpectedSession[],
  said: readonly EdgeSaid[],
  now: Instant,
): PeeringFinding {
  const sessions = expected.map((session): SessionSight => {
    const table = said.find((one) => isAtEdge(one, session));
    return sightOf(session, expected, table, now);
  });
  return { peering, extent: extentOf(sessions), sessions };
}

function sightOf(
  session: ExpectedSession,
  all: readonly ExpectedSession[],
  said: EdgeSaid | undefined,
  now: Instant,
): SessionSight {
  const { link, family, subnet, peerAsn } = session;
  const peerAddress = yourAddress(subnet);
  return {
    link,
    family,
    since: now,
    basis: 'routes',
    ...(peerAddress === undefined ? {} : { peerAddress }),
    ...(peerAsn === undefined ? {} : { peerAsn }),
    ...bgpOf(subnet, said?.routes),
    arp: arpOf(
      all.find((one) => one.family === 'ipv4' && isAtEdge(one, session)),
      said?.arp,
    ),
  };
}

type Bgp = Pick<SessionSight, 'state' | 'prefixes' | 'bgpState'>;

/** A line that is not there tells nothing, as in edge-reading.ts. */
function bgpOf(subnet: string, table: Table<Neighbor> | undefined): Bgp {
  if (table?.kind !== 'read') return { state: 'unknown' };
  const line = table.lines.find(({ address }) => isInSubnet(subnet, address));
  if (!line) return { state: 'unknown' };
  return line.session.kind === 'established'
    ? { state: 'up', prefixes: line.session.prefixes }
    : { state: 'down', bgpState: line.session.bgpState };
}

/** ARP is of IPv4 alone. A table with entries and without yours has lost it; an empty one tells nothing. */
function arpOf(ipv4: ExpectedSession | undefined, table: Table<ArpEntry> | undefined): SessionState {
  if (!ipv4 || table?.kind !== 'read' || table.lines.length === 0) return 'unknown';
  const yours = yourAddress(ipv4.subnet);
  const entry = table.lines.find(
    ({ side, address }) => address === yours || (side === 'yours' && isInSubnet(ipv4.subnet, address)),
  );
  return entry?.mac === undefined ? 'down' : 'up';
}

function extentOf(sessions: readonly SessionSight[]): PeeringFinding['extent'] {
  const down = sessions.filter(({ state }) => state === 'down');
  if (down.length > 0) {
    const isLost = down.some(({ family }) =>
      sessions.every((one) => one.family !== family || one.state !== 'up'),
    );
    return isLost ? 'down' : 'degraded';
  }
  if (sessions.some(({ arp }) => arp === 'down')) return 'layer-2';
  return sessions.every(({ state }) => state === 'up') ? 'well' : 'unknown';
}
