import { type Circuit, circuitKey } from '../model/circuit.ts';
import { connectionsTo, globalReachNames } from '../usage.ts';
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

/**
 * What Azure shows counts, not what the provider has done: the conflict is the one that was met in the minutes between
 * (oracle-quickstart/oci-azure-interconnect#8). That links, authorizations, Global Reach and route filters stand in the
 * way too is documented (azure-docs#125521 to #125523); the words are not.
 */
function refusal({ estate }: ArmDeps, circuit: Circuit): ArmErrorBody | undefined {
  const { delivery, authorizations, peerings } = circuit;
  if (delivery.kind === 'provider' && ['Provisioned', 'Provisioning'].includes(delivery.provisioningState)) {
    return conflict(
      'The specified dedicated circuit is not in Deprovisioned state. ' +
        'Please initiate the deprovisioning process with your service provider.',
    );
  }
  const linked = connectionsTo(estate, circuit).map(({ name }) => name);
  if (linked.length > 0) return conflict(`The circuit is in use by ${linked.join(', ')}.`);
  const reached = globalReachNames(circuit);
  if (reached.length > 0)
    return conflict(`The circuit has Global Reach connections: ${reached.join(', ')}. Delete them first.`);
  if (authorizations.length > 0) return conflict('The circuit has authorizations. Delete them first.');
  if (peerings.some(({ routeFilterId }) => routeFilterId !== undefined))
    return conflict('A route filter is attached to the circuit. Detach it first.');
  return undefined;
}

function conflict(message: string): ArmErrorBody {
  return { code: 'ConflictError', message, details: [] };
}
