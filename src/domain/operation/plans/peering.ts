import { type Result, refuse } from '../../result.ts';
import type { RemovePeeringIntent, SetPeeringIntent } from '../intent.ts';
import type { Plan, PlanInputs } from '../plan.ts';

export type PeeringRefusal = { readonly code: 'peering-not-built' };

export function planPeering(
  _intent: SetPeeringIntent | RemovePeeringIntent,
  _inputs: PlanInputs,
): Result<Plan, PeeringRefusal> {
  return refuse({ code: 'peering-not-built' });
}
