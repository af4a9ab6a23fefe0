import { describe, expect, test } from 'vitest';
import { diagnosePeering, type EdgeSaid } from '../../../src/domain/circuit/diagnosis.ts';
import { expectedSessions } from '../../../src/domain/peering/expected-sessions.ts';
import { type Link, links } from '../../../src/domain/peering/link.ts';
import type { ArpEntry, Neighbor } from '../../../src/domain/peering/session-evidence.ts';
import { aCircuit, aPeering, t0 } from '../../support/a-circuit.ts';

const peering = 'AzurePrivatePeering';
const expected = expectedSessions(aCircuit({ peerings: [aPeering()] }));
const yours: Readonly<Record<Link, string>> = { primary: '192.168.15.17', secondary: '192.168.15.21' };
const theirs: Readonly<Record<Link, string>> = { primary: '192.168.15.18', secondary: '192.168.15.22' };

function neighbor(link: Link, session: Neighbor['session']): Neighbor {
  return { address: yours[link], family: 'ipv4', asn: 65_010, session };
}
const up = { kind: 'established', prefixes: 47 } as const;
const idle = { kind: 'not-established', bgpState: 'Idle' } as const;

const answering = (link: Link): readonly ArpEntry[] => [
  { side: 'yours', address: yours[link], mac: '00:11' },
  { side: 'microsoft', address: theirs[link], mac: '00:22' },
];
const silent = (link: Link): readonly ArpEntry[] => [
  { side: 'microsoft', address: theirs[link], mac: '00:22' },
];

type Says = {
  readonly session?: Neighbor['session'] | 'nothing' | 'unreadable';
  readonly arp?: (link: Link) => readonly ArpEntry[];
};

function diagnosed(primary: Says, secondary: Says = {}) {
  const said = links.map((link): EdgeSaid => {
    const { session = up, arp = answering } = link === 'primary' ? primary : secondary;
    const routes: EdgeSaid['routes'] =
      session === 'unreadable'
        ? { kind: 'unreadable', reason: 'it is away' }
        : { kind: 'read', lines: session === 'nothing' ? [] : [neighbor(link, session)] };
    return { peering, link, routes, arp: { kind: 'read', lines: arp(link) } };
  });
  return diagnosePeering(peering, expected, said, t0);
}

describe('what Microsoft’s edge says of a peering', () => {
  test.each<readonly [string, Says, Says, string]>([
    ['all sessions and ARP', {}, {}, 'well'],
    ['one session down', { session: idle }, {}, 'degraded'],
    ['both sessions down', { session: idle }, { session: idle }, 'down'],
    ['one down and the other not known', { session: idle }, { session: 'unreadable' }, 'down'],
    ['ARP not answered while BGP is up', { arp: silent }, {}, 'layer-2'],
    ['no line of a session', { session: 'nothing' }, {}, 'unknown'],
    ['a table that could not be read', { session: 'unreadable' }, {}, 'unknown'],
  ])('%s is told', (_what, primary, secondary, extent) => {
    expect(diagnosed(primary, secondary).extent).toBe(extent);
  });

  test('has the prefixes of what is up, the BGP state of what is down, and ARP by link', () => {
    expect(diagnosed({ session: idle, arp: silent }).sessions).toMatchObject([
      {
        link: 'primary',
        state: 'down',
        bgpState: 'Idle',
        arp: 'down',
        peerAddress: yours.primary,
        peerAsn: 65_010,
      },
      { link: 'secondary', state: 'up', prefixes: 47, arp: 'up', peerAddress: yours.secondary },
    ]);
  });

  test('tells nothing of ARP where the table is empty', () => {
    expect(diagnosed({ arp: () => [] }).sessions[0]?.arp).toBe('unknown');
  });
});
