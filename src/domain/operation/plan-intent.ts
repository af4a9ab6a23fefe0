import { answer, type Result } from '../result.ts';
import type { Intent } from './intent.ts';
import type { Plan, PlanInputs } from './plan.ts';
import { planCreate } from './plans/create.ts';
import type { CreateRefusal } from './plans/create-refusal.ts';
import { type DeleteRefusal, planDelete } from './plans/delete.ts';
import { type DeprovisionRefusal, planDeprovision } from './plans/deprovision.ts';
import { type FailoverRefusal, planFailover } from './plans/failover.ts';
import { type LinkRefusal, planLink } from './plans/link.ts';
import { type PeeringRefusal, planPeering } from './plans/peering.ts';
import { planResize } from './plans/resize.ts';
import type { ResizeRefusal } from './plans/resize-refusal.ts';
import { planSign, type SignPlanRefusal } from './plans/sign.ts';
import { planUnlink, type UnlinkRefusal } from './plans/unlink.ts';

export type PlanRefusal =
  | CreateRefusal
  | PeeringRefusal
  | SignPlanRefusal
  | LinkRefusal
  | UnlinkRefusal
  | ResizeRefusal
  | DeprovisionRefusal
  | DeleteRefusal
  | FailoverRefusal;

/** Facts → decision: what carrying out an intent would do, or why it may not be. Pure, so it can be asked again. */
export function planIntent(intent: Intent, inputs: PlanInputs): Result<Plan, PlanRefusal> {
  const planned = planOperation(intent, inputs);
  const resourceGuid = inputs.sight?.resourceGuid;
  return planned.ok && resourceGuid ? answer({ ...planned.value, resourceGuid }) : planned;
}

function planOperation(intent: Intent, inputs: PlanInputs): Result<Plan, PlanRefusal> {
  switch (intent.operation) {
    case 'create':
      return planCreate(intent, inputs);
    case 'peering':
      return planPeering(intent, inputs);
    case 'sign':
      return planSign(intent, inputs);
    case 'link':
      return planLink(intent, inputs);
    case 'unlink':
      return planUnlink(intent, inputs);
    case 'resize':
      return planResize(intent, inputs);
    case 'deprovision':
      return planDeprovision(intent, inputs);
    case 'delete':
      return planDelete(intent, inputs);
    case 'failover':
      return planFailover(intent, inputs);
  }
}
