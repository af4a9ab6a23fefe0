import { linkLimitOf } from '../../circuit/link-limit.ts';
import { linkCountOf } from '../../circuit/links.ts';
import type { CircuitSight } from '../circuit-sight.ts';
import type { PlanInputs } from '../plan.ts';
import type { LinkRefusal } from './link-refusal.ts';
import { refOf } from './target.ts';

/** Whether the circuit can take one more link; undefined: it can, or nobody knows. */
export function roomRefusal(sight: CircuitSight, { connections }: PlanInputs): LinkRefusal | undefined {
  const { sku, service } = sight.circuit;
  const limit = linkLimitOf(sight.circuit);
  const used = linkCountOf(sight, connections);
  if (limit === undefined || used < limit) return undefined;
  return {
    code: 'link-limit-reached',
    on: refOf(sight.circuit),
    limit,
    used,
    globalReach: sight.globalReach.length,
    tier: sku.tier,
    bandwidthMbps: service.bandwidthMbps,
  };
}
