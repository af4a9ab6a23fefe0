import { answer, type Result, refuse } from '../result.ts';

/**
 * A circuit's ARM resource id in lower case. Azure answers with ids in varying casing, and names are unique only
 * within a resource group, so this is the key of a circuit.
 */
export type CircuitId = string & { readonly __brand: 'CircuitId' };

const shape =
  /^\/subscriptions\/([^/]+)\/resourcegroups\/([^/]+)\/providers\/microsoft\.network\/expressroutecircuits\/([^/]+)$/i;

export type CircuitAddress = {
  readonly id: CircuitId;
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly name: string;
};

/** The address alone of what has one. */
export function addressOf({ id, subscriptionId, resourceGroup, name }: CircuitAddress): CircuitAddress {
  return { id, subscriptionId, resourceGroup, name };
}

/** Where a circuit of this name is, or would be. */
export function circuitAddress(
  subscriptionId: string,
  resourceGroup: string,
  name: string,
): Result<CircuitAddress, string> {
  return parseCircuitAddress(
    `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.Network/expressRouteCircuits/${name}`,
  );
}

/** Reads an ARM id in any casing. The parts keep the casing they came in, the id and the subscription do not. */
export function parseCircuitAddress(text: string): Result<CircuitAddress, string> {
  const match = shape.exec(text);
  const [, subscriptionId, resourceGroup, name] = match ?? [];
  if (!subscriptionId || !resourceGroup || !name)
    return refuse(`"${text}" is not the id of an ExpressRoute circuit`);
  return answer({
    id: text.toLowerCase() as CircuitId,
    subscriptionId: subscriptionId.toLowerCase(),
    resourceGroup,
    name,
  });
}
