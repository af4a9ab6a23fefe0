import { type Result, refuse } from '../../result.ts';
import type { DeprovisionIntent } from '../intent.ts';
import type { Plan, PlanInputs } from '../plan.ts';

export type DeprovisionRefusal = { readonly code: 'deprovision-not-built' };

export function planDeprovision(
  _intent: DeprovisionIntent,
  _inputs: PlanInputs,
): Result<Plan, DeprovisionRefusal> {
  return refuse({ code: 'deprovision-not-built' });
}
