import { nameOf } from '../../open-enum.ts';
import { isRoutingByProvider, peeringOf } from '../../peering/ground.ts';
import { parsePeeringType } from '../../peering/peering.ts';
import { plannedChanges } from '../../peering/planned-changes.ts';
import { overrideRefusals } from '../../peering/settings.ts';
import { answer, type Result, refuse } from '../../result.ts';
import type { RemovePeeringIntent } from '../intent.ts';
import type { Plan, PlanInputs } from '../plan.ts';
import { peeringFacts } from './peering-facts.ts';
import type { PeeringRefusal } from './peering-refusal.ts';
import { peeringTarget } from './peering-target.ts';

/** Takes a peering away, whatever its kind: a retired public one too. */
export function planRemovePeering(
  intent: RemovePeeringIntent,
  inputs: PlanInputs,
): Result<Plan, PeeringRefusal> {
  const target = peeringTarget(intent, inputs);
  if (!target.ok) return target;
  const { circuit, globalReach } = target.value;
  const on = { id: circuit.id, name: circuit.name };
  const present = peeringOf(circuit, intent.peering);
  if (!present) return refuse({ code: 'peering-absent', on, peering: parsePeeringType(intent.peering) });
  const ground = { circuit, order: inputs.order };
  const [unoverridden] = overrideRefusals(intent, ground);
  if (unoverridden) return refuse(unoverridden);
  const { type } = present;
  const wanted = nameOf(type).toLowerCase();
  const reaching = globalReach.filter(({ peering }) => peering.toLowerCase() === wanted);
  if (reaching.length > 0) {
    const connections = reaching.map((connection) => connection.name);
    return refuse({ code: 'peering-in-global-reach', on, peering: type, connections });
  }
  const isProviders = isRoutingByProvider(ground);
  return answer({
    changes: plannedChanges(type, present, undefined),
    seen: peeringFacts(target.value, intent.peering, inputs),
    cautions: [...(isProviders ? (['layer-3-override'] as const) : []), 'peering-removal-cuts-traffic'],
    policy: isProviders ? 'peering-layer-3' : 'peering',
    steps: [{ kind: 'delete-peering', peering: present.name }],
  });
}
