import { type Circuit, circuitId, circuitKey } from '../model/circuit.ts';
import type { ArmErrorBody } from '../wire/error.ts';
import type { ArmContext, ArmDeps } from './arm-env.ts';
import { operationHeaders } from './operation-url.ts';

/** 202 proves nothing: whether the circuit may go is found out while the operation runs. */
export function deleteCircuit(context: ArmContext, deps: ArmDeps, circuit: Circuit): Response {
  const { estate, operations, clock, plans } = deps;
  estate.updateCircuit(circuit, (old) => ({ ...old, provisioningState: 'Deleting' }));
  const operation = operations.start({
    name: 'DeleteExpressRouteCircuitOperation',
    subscriptionId: circuit.subscriptionId,
    location: circuit.location,
    lock: circuitKey(circuit),
    finish: () => {
      const error = refusal(deps, estate.circuit(circuit) ?? circuit);
      if (error) {
        estate.updateCircuit(circuit, (old) => ({ ...old, provisioningState: circuit.provisioningState }));
        return error;
      }
      plans.drop(circuit);
      estate.removeCircuit(circuit, clock.now());
      return undefined;
    },
  });
  return new Response(null, { status: 202, headers: operationHeaders(context, deps, operation) });
}

function refusal({ estate }: ArmDeps, circuit: Circuit): ArmErrorBody | undefined {
  const { delivery } = circuit;
  if (delivery.kind === 'provider' && ['Provisioned', 'Provisioning'].includes(delivery.provisioningState)) {
    return conflict(
      'The specified dedicated circuit is not in Deprovisioned state. ' +
        'Please initiate the deprovisioning process with your service provider.',
    );
  }
  const id = circuitId(circuit).toLowerCase();
  const linked = estate.connections().filter(({ peerId }) => peerId.toLowerCase() === id);
  // That linked networks and authorizations block a deletion is documented; the words of the error are not.
  if (linked.length > 0)
    return conflict(`The circuit is in use by ${linked.map(({ name }) => name).join(', ')}.`);
  if (circuit.authorizations.length > 0)
    return conflict('The circuit has authorizations. Delete them first.');
  return undefined;
}

function conflict(message: string): ArmErrorBody {
  return { code: 'ConflictError', message, details: [] };
}
