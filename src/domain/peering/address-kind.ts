import { isOverlapping, type Network, networkAround } from './addresses.ts';

/** Kinds of address that are not everybody's on the internet. */
export const specialKinds = [
  'private',
  'shared',
  'benchmarking',
  'unique-local',
  'this-network',
  'loopback',
  'link-local',
  'protocol',
  'multicast',
  'reserved',
] as const;
export type SpecialKind = (typeof specialKinds)[number];

/** A range of which a network has addresses. */
export type SpecialRange = { readonly kind: SpecialKind; readonly range: string };

/** Not routed on the internet, and one's own to use: fit for private peering only. */
const inner: ReadonlySet<SpecialKind> = new Set(['private', 'shared', 'benchmarking', 'unique-local']);

/**
 * The IANA special-purpose registries (RFC 6890 and its updates). The ranges kept for documentation are left out on
 * purpose: a sandboxed world uses them as its public addresses, and in a real one nobody owns them.
 */
const ranges: readonly SpecialRange[] = [
  { kind: 'this-network', range: '0.0.0.0/8' },
  { kind: 'private', range: '10.0.0.0/8' },
  { kind: 'shared', range: '100.64.0.0/10' },
  { kind: 'loopback', range: '127.0.0.0/8' },
  { kind: 'link-local', range: '169.254.0.0/16' },
  { kind: 'private', range: '172.16.0.0/12' },
  { kind: 'protocol', range: '192.0.0.0/24' },
  { kind: 'protocol', range: '192.88.99.0/24' },
  { kind: 'private', range: '192.168.0.0/16' },
  { kind: 'benchmarking', range: '198.18.0.0/15' },
  { kind: 'multicast', range: '224.0.0.0/4' },
  { kind: 'reserved', range: '240.0.0.0/4' },
  { kind: 'loopback', range: '::1/128' },
  { kind: 'link-local', range: 'fe80::/10' },
  { kind: 'unique-local', range: 'fc00::/7' },
  { kind: 'multicast', range: 'ff00::/8' },
  { kind: 'protocol', range: '2001::/23' },
  { kind: 'protocol', range: '2002::/16' },
];

const networks = ranges.flatMap((special) => {
  const network = networkAround(special.range);
  return network ? [{ ...special, network }] : [];
});

/** What of IPv6 has been assigned for use on the internet; all else that is not named above waits for a use. */
const globalUnicast = networkAround('2000::/3');

/** The special range that a network has addresses of; undefined: all of it is public. */
export function specialRangeOf(network: Network): SpecialRange | undefined {
  const special = networks.find((entry) => isOverlapping(entry.network, network));
  if (special) return { kind: special.kind, range: special.range };
  const isAssigned = network.family === 'ipv4' || (globalUnicast && isOverlapping(globalUnicast, network));
  return isAssigned ? undefined : { kind: 'reserved', range: network.text };
}

/** Whether a private peering can use it though it is not public. */
export function isInner({ kind }: SpecialRange): boolean {
  return inner.has(kind);
}
