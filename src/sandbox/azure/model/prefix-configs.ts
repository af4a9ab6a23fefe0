import type { Peering, PrefixConfig } from './peering.ts';

/** What a peering advertises, of each address family that advertises. */
export function prefixConfigs({ microsoft, ipv6 }: Peering): readonly PrefixConfig[] {
  return [microsoft, ipv6?.microsoft].filter((config) => config !== undefined);
}

export function mapPrefixConfigs(peering: Peering, change: (config: PrefixConfig) => PrefixConfig): Peering {
  const { microsoft, ipv6 } = peering;
  return {
    ...peering,
    ...(microsoft && { microsoft: change(microsoft) }),
    ...(ipv6?.microsoft && { ipv6: { ...ipv6, microsoft: change(ipv6.microsoft) } }),
  };
}
