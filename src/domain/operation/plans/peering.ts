import type { Result } from '../../result.ts';
import type { RemovePeeringIntent, SetPeeringIntent } from '../intent.ts';
import type { Plan, PlanInputs } from '../plan.ts';
import type { PeeringRefusal } from './peering-refusal.ts';
import { planRemovePeering } from './peering-remove.ts';
import { planSetPeering } from './peering-set.ts';

export type { PeeringRefusal } from './peering-refusal.ts';

export function planPeering(
  intent: SetPeeringIntent | RemovePeeringIntent,
  inputs: PlanInputs,
): Result<Plan, PeeringRefusal> {
  return intent.deed === 'set' ? planSetPeering(intent, inputs) : planRemovePeering(intent, inputs);
}
