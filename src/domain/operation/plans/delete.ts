import { type Result, refuse } from '../../result.ts';
import type { DeleteIntent } from '../intent.ts';
import type { Plan, PlanInputs } from '../plan.ts';

export type DeleteRefusal = { readonly code: 'delete-not-built' };

export function planDelete(_intent: DeleteIntent, _inputs: PlanInputs): Result<Plan, DeleteRefusal> {
  return refuse({ code: 'delete-not-built' });
}
