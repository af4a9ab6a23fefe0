import { isSameName } from '../../circuit/settle.ts';
import { answer, type Result, refuse } from '../../result.ts';
import type { CircuitSight } from '../circuit-sight.ts';
import type { AuthorizeIntent } from '../intent.ts';
import type { Plan, PlanInputs } from '../plan.ts';
import { isResourceName } from '../resource-name.ts';
import type { LinkRefusal } from './link-refusal.ts';
import { roomRefusal } from './link-room.ts';
import { refOf, servingTarget, stateFacts } from './target.ts';

/** An authorization for somebody else: of no use when no link is left, so that is refused too. */
export function planAuthorize(intent: AuthorizeIntent, inputs: PlanInputs): Result<Plan, LinkRefusal> {
  const { authorizationName: name } = intent;
  if (!isResourceName(name)) return refuse({ code: 'authorization-name-malformed', authorization: name });
  const serving = servingTarget(intent, inputs);
  if (!serving.ok) return serving;
  const sight = serving.value;
  const refusal = takenRefusal(sight, name) ?? roomRefusal(sight, inputs);
  if (refusal) return refuse(refusal);
  return answer({
    changes: [{ field: 'Authorization', before: '', after: name }],
    // Not what else hangs on the circuit: links that are made one after the other would make each other stale.
    seen: stateFacts(sight.circuit),
    cautions: ['authorization-opens-circuit'],
    policy: 'link',
    steps: [{ kind: 'put-authorization', name }],
  });
}

function takenRefusal({ circuit }: CircuitSight, name: string): LinkRefusal | undefined {
  const taken = circuit.authorizations.find((authorization) => isSameName(authorization.name, name));
  if (!taken) return undefined;
  return {
    code: 'authorization-name-taken',
    on: refOf(circuit),
    authorization: taken.name,
    inUse: taken.inUse,
  };
}
