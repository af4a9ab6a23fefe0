import { nameOf } from '../open-enum.ts';
import type { AddressFamily, PeeringType } from './peering.ts';

/**
 * How many prefixes Microsoft takes from you on one session: above it the session is dropped. `tier` is the circuit's SKU.
 * Source: expressroute-limits.md.
 */
export function receivedLimit(peering: PeeringType, family: AddressFamily, tier: string): number {
  if (peering === 'MicrosoftPeering') return 200;
  if (family === 'ipv6') return 100;
  return tier.toLowerCase() === 'premium' ? 10_000 : 4_000;
}

/** How full it is: told from `warning` on, a matter of urgency from `critical` on, no matter any more below `normal`. */
export const limitShares = { normal: 0.75, warning: 0.8, critical: 0.95 } as const;

/** Microsoft's edge itself is not asked about peerings that Trunkline has no rules for. */
export function isWatchable(peering: PeeringType): boolean {
  return ['AzurePrivatePeering', 'MicrosoftPeering'].includes(nameOf(peering));
}
