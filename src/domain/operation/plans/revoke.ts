import { redeemerOf } from '../../circuit/links.ts';
import { isSameName } from '../../circuit/settle.ts';
import { answer, type Result, refuse } from '../../result.ts';
import type { CircuitSight } from '../circuit-sight.ts';
import type { Plan, PlanInputs } from '../plan.ts';
import { refOf, stateFacts } from './target.ts';
import type { UnlinkRefusal } from './unlink-refusal.ts';

/** Revokes an authorization. One that is in use would take its connection with it: that is unlinked by its own name first. */
export function planRevoke(
  name: string,
  sight: CircuitSight,
  inputs: PlanInputs,
): Result<Plan, UnlinkRefusal> {
  const { circuit } = sight;
  const found = circuit.authorizations.find((one) => isSameName(one.name, name));
  if (!found) return refuse({ code: 'authorization-gone', on: refOf(circuit), authorization: name });
  if (found.inUse || redeemerOf(sight, found.name)) return refuse(inUseRefusal(found.name, sight, inputs));
  return answer({
    changes: [{ field: 'Authorization', before: found.name, after: '' }],
    seen: [...stateFacts(circuit), { name: 'Authorization', value: 'Available, redeemed by nobody' }],
    cautions: ['revoking-cuts-connections'],
    policy: 'unlink',
    steps: [{ kind: 'delete-authorization', name: found.name }],
  });
}

function inUseRefusal(
  authorization: string,
  sight: CircuitSight,
  { connections }: PlanInputs,
): UnlinkRefusal {
  const code = 'authorization-in-use';
  const on = refOf(sight.circuit);
  const redeemer = redeemerOf(sight, authorization);
  if (!redeemer) return { code, on, authorization, isSeen: false };
  const { id, name, subscriptionId } = redeemer;
  const isSeen = connections.some((one) => isSameName(one.id, id));
  return { code, on, authorization, connection: { name, subscriptionId }, isSeen };
}
