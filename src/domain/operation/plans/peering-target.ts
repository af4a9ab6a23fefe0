import type { Circuit } from '../../circuit/circuit.ts';
import { isBusy } from '../../circuit/states.ts';
import { nameOf } from '../../open-enum.ts';
import { peeringOf } from '../../peering/ground.ts';
import { answer, type Result, refuse } from '../../result.ts';
import type { CircuitSight } from '../circuit-sight.ts';
import type { RemovePeeringIntent, SetPeeringIntent } from '../intent.ts';
import type { PlanInputs } from '../plan.ts';
import type { CommonRefusal } from './common-refusal.ts';
import { isServing, providerStateOf, restingTarget } from './target.ts';

/**
 * The circuit, when its routing can be changed now. One whose last change failed can: to set or remove a peering again
 * is the way out of it.
 */
export function peeringTarget(
  intent: Pick<SetPeeringIntent | RemovePeeringIntent, 'operation' | 'target' | 'peering'>,
  inputs: Pick<PlanInputs, 'sight'>,
): Result<CircuitSight, CommonRefusal> {
  const resting = restingTarget(intent, inputs);
  if (!resting.ok) return resting;
  const { circuit } = resting.value;
  const refusal = unsettledPeering(circuit, intent.peering) ?? notProvisioned(circuit);
  return refusal ? refuse(refusal) : answer(resting.value);
}

/** In a circuit that failed a peering may say Deleting for ever (recorded): nobody works on it any more. */
function unsettledPeering(circuit: Circuit, type: string): CommonRefusal | undefined {
  const state = peeringOf(circuit, type)?.provisioningState;
  if (state === undefined || !isBusy(state) || nameOf(circuit.provisioningState) === 'Failed')
    return undefined;
  return { code: 'target-unsettled', name: circuit.name, provisioningState: nameOf(state) };
}

/** Routing is configured on a circuit that provider and Microsoft have done their part of. */
export function notProvisioned(circuit: Circuit): CommonRefusal | undefined {
  if (isServing(circuit)) return undefined;
  const { name, status } = circuit;
  const providerState = providerStateOf(circuit);
  return { code: 'not-provisioned', name, operation: 'peering', providerState, status: nameOf(status) };
}
