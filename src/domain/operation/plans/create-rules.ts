import { closest } from '../../text/closest.ts';
import { isSameName } from '../catalogue.ts';
import type { CreateIntent } from '../intent.ts';
import type { PlanInputs } from '../plan.ts';
import { families, tiers } from '../sku.ts';
import type { CreateRefusal, LocalRefusal } from './create-refusal.ts';

/** Source: facts/azure.md 4.4 (expressroute-limits.md, 2023-10-09). The first can be raised by Microsoft. */
export const circuitLimits = { perSubscription: 50, perRegion: 10 } as const;

/** Least bandwidth of a Local circuit, Mbps. Source: expressroute-faqs.md, "ExpressRoute Local". */
export const leastLocalMbps = 1_000;

/** Names are unique in a resource group, whatever their casing. */
export function placeRefusal(
  { target }: CreateIntent,
  { sight, resourceGroups }: PlanInputs,
): CreateRefusal | undefined {
  const { name, resourceGroup, subscriptionId } = target;
  const names = resourceGroups.map((group) => group.name);
  if (!names.some((known) => isSameName(known, resourceGroup))) {
    const didYouMean = closest(resourceGroup, names);
    return { code: 'resource-group-unknown', resourceGroup, subscriptionId, didYouMean };
  }
  return sight && { code: 'circuit-name-taken', name, resourceGroup };
}

/** Counted from memory: Azure itself refuses what has come meanwhile. */
export function limitRefusal(
  { target, region }: CreateIntent,
  { neighbours }: PlanInputs,
): CreateRefusal | undefined {
  const { subscriptionId } = target;
  const others = neighbours.filter(({ id }) => id !== target.id);
  if (others.length >= circuitLimits.perSubscription) {
    const limit = circuitLimits.perSubscription;
    return { code: 'subscription-full', subscriptionId, count: others.length, limit };
  }
  const count = others.filter((circuit) => isSameName(circuit.region, region)).length;
  if (count < circuitLimits.perRegion) return undefined;
  return { code: 'region-full', region, subscriptionId, count, limit: circuitLimits.perRegion };
}

export function skuRefusal({ tier, family, bandwidthMbps }: CreateIntent): CreateRefusal | undefined {
  const isKnown = tiers.some((one) => one === tier) && families.some((one) => one === family);
  return isKnown ? localRefusal({ tier, family, bandwidthMbps }) : { code: 'sku-unknown', tier, family };
}

/** Outgoing traffic is included in Local, so there is nothing to meter (facts/azure.md 4.4). */
export function localRefusal({
  tier,
  family,
  bandwidthMbps,
}: Pick<CreateIntent, 'tier' | 'family' | 'bandwidthMbps'>): LocalRefusal | undefined {
  if (tier !== 'Local') return undefined;
  if (family !== 'UnlimitedData') return { code: 'local-is-unlimited' };
  if (bandwidthMbps >= leastLocalMbps) return undefined;
  return { code: 'local-too-slow', bandwidthMbps, leastMbps: leastLocalMbps };
}
