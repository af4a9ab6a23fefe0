import { type Result, refuse } from '../../result.ts';
import type { CreateIntent } from '../intent.ts';
import type { Plan, PlanInputs } from '../plan.ts';

export type CreateRefusal = { readonly code: 'create-not-built' };

export function planCreate(_intent: CreateIntent, _inputs: PlanInputs): Result<Plan, CreateRefusal> {
  return refuse({ code: 'create-not-built' });
}
