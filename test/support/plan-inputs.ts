import type { Circuit } from '../../src/domain/circuit/circuit.ts';
import type { CircuitAddress } from '../../src/domain/circuit/circuit-id.ts';
import type { CircuitSight, Connection, Gateway } from '../../src/domain/operation/circuit-sight.ts';
import type { PlanInputs } from '../../src/domain/operation/plan.ts';
import { aCircuit, aPeering, circuitIdOf, subscription1 } from './a-circuit.ts';

/** The address of the circuit that `aCircuit()` makes, or of another one in its group. */
export function aTarget(name = 'lon-01'): CircuitAddress {
  return { id: circuitIdOf(name), subscriptionId: subscription1, resourceGroup: 'rg-net', name };
}

/** A circuit that serves: Provisioned, Enabled, with Azure private peering. */
export function aCircuitSight(
  circuit: Partial<Circuit> = {},
  more: Partial<CircuitSight> = {},
): CircuitSight {
  return {
    circuit: aCircuit({ peerings: [aPeering()], ...circuit }),
    etag: 'W/"1"',
    hasServiceKey: true,
    globalReach: [],
    ...more,
  };
}

export function somePlanInputs(overrides: Partial<PlanInputs> = {}): PlanInputs {
  return {
    sight: aCircuitSight(),
    order: undefined,
    connections: [],
    gateways: [],
    offers: [],
    resourceGroups: [],
    neighbours: [],
    failoverTests: [],
    ...overrides,
  };
}

function armId(type: string, name: string, subscriptionId: string, resourceGroup: string): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.Network/${type}/${name}`;
}

/** A gateway in the circuit's subscription, in a group of its own. Its id follows from its names. */
export function aGateway(overrides: Partial<Gateway> = {}): Gateway {
  const { name = 'gw-hub', subscriptionId = subscription1, resourceGroup = 'rg-hub' } = overrides;
  return {
    id: armId('virtualNetworkGateways', name, subscriptionId, resourceGroup),
    name,
    subscriptionId,
    resourceGroup,
    region: 'uksouth',
    sku: 'ErGw1AZ',
    addressSpaces: ['10.1.0.0/16'],
    ...overrides,
  };
}

/** A connection of a gateway that has its name, beside it. Its ids follow from its names. */
export function aConnection(overrides: Partial<Connection> = {}): Connection {
  const { name = 'conn-hub', subscriptionId = subscription1, resourceGroup = 'rg-hub' } = overrides;
  return {
    id: armId('connections', name, subscriptionId, resourceGroup),
    name,
    subscriptionId,
    resourceGroup,
    gatewayId: armId('virtualNetworkGateways', `gw-of-${name}`, subscriptionId, resourceGroup),
    status: 'Connected',
    routingWeight: 0,
    fastPath: false,
    ...overrides,
  };
}

/** So many connections, each with a name of its own. */
export function someConnections(count: number): readonly Connection[] {
  return Array.from({ length: count }, (_, index) => aConnection({ name: `conn-${index}` }));
}
