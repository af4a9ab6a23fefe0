import type { Evidence } from '../../src/domain/circuit/observe-connectivity.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { EdgeReading } from '../../src/domain/peering/edge-reading.ts';
import type { Link } from '../../src/domain/peering/link.ts';
import type { PeeringType } from '../../src/domain/peering/peering.ts';
import type { ArpEntry, Availability, Neighbor } from '../../src/domain/peering/session-evidence.ts';
import { circuitIdOf, t0 } from './a-circuit.ts';

export const minute = 60_000;

/** Where aPeering()'s subnets put your routers. */
export const yours = { primary: '192.168.15.17', secondary: '192.168.15.21' } as const;

/** Nobody asked anybody. */
export function anEvidence(overrides: Partial<Evidence> = {}): Evidence {
  return { series: [], summaries: [], arpTables: [], ...overrides };
}

/** A point a minute, the last one for the minute before `now`; undefined: a minute without data. */
export function aSeries(
  percents: readonly (number | undefined)[],
  overrides: Partial<Omit<Availability, 'points'>> & { readonly now?: Instant } = {},
): Availability {
  const { now = t0, ...rest } = overrides;
  return {
    circuitId: circuitIdOf('lon-01'),
    metric: 'bgp',
    peering: 'AzurePrivatePeering',
    link: 'primary',
    ...rest,
    points: percents.flatMap((percent, index) =>
      percent === undefined ? [] : [{ at: now - (percents.length - index) * minute, percent }],
    ),
  };
}

/** A number: established with so many prefixes; a text: the BGP state, `never Active` of one that never was up. */
export function aNeighbor(address: string, told: number | string, asn = 65_010): Neighbor {
  return {
    address,
    family: address.includes(':') ? 'ipv6' : 'ipv4',
    asn,
    session:
      typeof told === 'number'
        ? { kind: 'established', prefixes: told }
        : { kind: 'not-established', bgpState: told.replace(/^never /u, '') },
    ...(String(told).startsWith('never ') ? { upDown: 'never' } : {}),
  };
}

export function aReading<Line>(
  link: Link,
  lines: readonly Line[],
  peering: PeeringType = 'AzurePrivatePeering',
): EdgeReading<Line> {
  return { peering, link, answer: { kind: 'read', lines } };
}

/** The edge was to be asked and could not be. */
export function noReading<Line>(link: Link, answeredAt?: Instant): EdgeReading<Line> {
  const told = answeredAt === undefined ? {} : { answeredAt };
  return { peering: 'AzurePrivatePeering', link, answer: { kind: 'unavailable', ...told } };
}

/** What the edge says of your router on one link of aPeering(). */
export function aSummary(link: Link, told: number | string): EdgeReading<Neighbor> {
  return aReading(link, [aNeighbor(yours[link], told)]);
}

export function anArpTable(link: Link, mac: string | undefined): EdgeReading<ArpEntry> {
  const microsofts = { side: 'microsoft', address: '192.168.15.18', mac: '0a00.0000.0001' } as const;
  return aReading(link, [{ side: 'yours', address: yours[link], ...(mac ? { mac } : {}) }, microsofts]);
}
