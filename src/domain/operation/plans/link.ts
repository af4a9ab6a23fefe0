import { type Result, refuse } from '../../result.ts';
import type { AuthorizeIntent, LinkIntent } from '../intent.ts';
import type { Plan, PlanInputs } from '../plan.ts';

export type LinkRefusal = { readonly code: 'link-not-built' };

export function planLink(
  _intent: LinkIntent | AuthorizeIntent,
  _inputs: PlanInputs,
): Result<Plan, LinkRefusal> {
  return refuse({ code: 'link-not-built' });
}
