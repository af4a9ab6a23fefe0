import { type Result, refuse } from '../../result.ts';
import type { UnlinkIntent } from '../intent.ts';
import type { Plan, PlanInputs } from '../plan.ts';

export type UnlinkRefusal = { readonly code: 'unlink-not-built' };

export function planUnlink(_intent: UnlinkIntent, _inputs: PlanInputs): Result<Plan, UnlinkRefusal> {
  return refuse({ code: 'unlink-not-built' });
}
