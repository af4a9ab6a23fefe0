import { type Result, refuse } from '../../result.ts';
import type { FailoverIntent } from '../intent.ts';
import type { Plan, PlanInputs } from '../plan.ts';

export type FailoverRefusal = { readonly code: 'failover-not-built' };

export function planFailover(_intent: FailoverIntent, _inputs: PlanInputs): Result<Plan, FailoverRefusal> {
  return refuse({ code: 'failover-not-built' });
}
