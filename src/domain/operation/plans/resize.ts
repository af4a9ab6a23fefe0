import { type Result, refuse } from '../../result.ts';
import type { ResizeIntent } from '../intent.ts';
import type { Plan, PlanInputs } from '../plan.ts';

export type ResizeRefusal = { readonly code: 'resize-not-built' };

export function planResize(_intent: ResizeIntent, _inputs: PlanInputs): Result<Plan, ResizeRefusal> {
  return refuse({ code: 'resize-not-built' });
}
