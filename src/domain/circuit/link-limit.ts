import type { Circuit } from './circuit.ts';

/** Links to virtual networks by bandwidth in Mbps, for a Premium circuit. Source: expressroute-limits.md (2023-10-09). */
const premiumLimits: readonly (readonly [fromMbps: number, links: number])[] = [
  [10_000, 100],
  [5_000, 75],
  [2_000, 60],
  [1_000, 50],
  [500, 40],
  [100, 25],
  [50, 20],
];

/** Links of a Standard or Local circuit. Same source. */
export const standardLinkLimit = 10;

/**
 * How many virtual networks a circuit can be linked to; its Global Reach connections count too. Undefined: a tier or
 * a bandwidth for which no limit is published.
 */
export function linkLimitOf({ sku, service }: Pick<Circuit, 'sku' | 'service'>): number | undefined {
  switch (sku.tier.toLowerCase()) {
    case 'standard':
    case 'local':
      return standardLinkLimit;
    case 'premium':
      return premiumLimits.find(([fromMbps]) => service.bandwidthMbps >= fromMbps)?.[1];
    default:
      return undefined;
  }
}
