import type { Circuit } from '../../circuit/circuit.ts';
import { isBusy } from '../../circuit/states.ts';
import { nameOf } from '../../open-enum.ts';
import { answer, type Result, refuse } from '../../result.ts';
import type { CircuitSight } from '../circuit-sight.ts';
import type { Intent } from '../intent.ts';
import type { Fact, PlanInputs } from '../plan.ts';
import type { CommonRefusal } from './common-refusal.ts';
import type { TargetRef } from './target-ref.ts';

type Asked = Pick<Intent, 'operation' | 'target'>;
type Seen = Pick<PlanInputs, 'sight'>;
type Looked = Result<CircuitSight, CommonRefusal>;

/** The circuit as Azure tells it now, unless it is gone or Azure is in the middle of changing it. */
export function restingTarget({ target: { name } }: Asked, { sight }: Seen): Looked {
  if (!sight) return refuse({ code: 'target-gone', name });
  const { provisioningState } = sight.circuit;
  return isBusy(provisioningState) ? unsettled(sight) : answer(sight);
}

/** The same for what builds on the circuit: its last change went well, provider and Microsoft have done their part. */
export function servingTarget(intent: Asked, inputs: Seen): Looked {
  const resting = restingTarget(intent, inputs);
  if (!resting.ok) return resting;
  const { circuit } = resting.value;
  if (nameOf(circuit.provisioningState) !== 'Succeeded') return unsettled(resting.value);
  if (isServing(circuit)) return resting;
  return refuse({
    code: 'not-provisioned',
    name: circuit.name,
    operation: intent.operation,
    providerState: providerStateOf(circuit),
    status: nameOf(circuit.status),
  });
}

/** Provisioned and Enabled. A circuit on ExpressRoute Direct has no provider state. */
export function isServing(circuit: Circuit): boolean {
  const { service, status } = circuit;
  return (
    nameOf(status) === 'Enabled' &&
    (service.kind === 'direct' || nameOf(service.providerState) === 'Provisioned')
  );
}

function unsettled({ circuit: { name, provisioningState } }: CircuitSight): Looked {
  return refuse({ code: 'target-unsettled', name, provisioningState: nameOf(provisioningState) });
}

/** As Azure names it; '' on ExpressRoute Direct. */
export function providerStateOf({ service }: Circuit): string {
  return service.kind === 'provider' ? nameOf(service.providerState) : '';
}

/** The states that decisions rest on. */
export function stateFacts(circuit: Circuit): readonly Fact[] {
  return [
    { name: 'Provider state', value: providerStateOf(circuit) || 'none (ExpressRoute Direct)' },
    { name: 'Status', value: nameOf(circuit.status) || 'not told' },
  ];
}

/** The circuit as a refusal names it. */
export function refOf({ id, name }: Circuit): TargetRef {
  return { id, name };
}
