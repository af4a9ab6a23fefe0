import type { Result } from '../../result.ts';
import type { AuthorizeIntent, LinkIntent } from '../intent.ts';
import type { Plan, PlanInputs } from '../plan.ts';
import { planAuthorize } from './authorize.ts';
import { planConnect } from './connect.ts';
import type { LinkRefusal } from './link-refusal.ts';

export type { LinkRefusal } from './link-refusal.ts';

export function planLink(
  intent: LinkIntent | AuthorizeIntent,
  inputs: PlanInputs,
): Result<Plan, LinkRefusal> {
  return intent.deed === 'connect' ? planConnect(intent, inputs) : planAuthorize(intent, inputs);
}
