import { type Circuit, circuitId } from '../model/circuit.ts';
import { type Connection, connectionId } from '../model/connection.ts';
import { type FailoverTest, isOpen } from '../model/failover-test.ts';
import { type Gateway, gatewayId, type VirtualNetwork } from '../model/network.ts';

export type WorldConnection = {
  readonly name: string;
  readonly resourceGroup: string;
  readonly subscriptionId: string;
  readonly id: string;
  /** ARM ids. */
  readonly circuitId: string;
  readonly gatewayId: string;
  readonly connectionStatus: string;
  readonly provisioningState: string;
};

export type WorldGateway = {
  readonly name: string;
  readonly resourceGroup: string;
  readonly subscriptionId: string;
  readonly id: string;
  readonly location: string;
  readonly sku: string;
  readonly gatewayType: string;
  readonly addressPrefixes: readonly string[];
};

export type WorldTest = {
  readonly circuit: string;
  readonly resourceGroup: string;
  readonly circuitId: string;
  readonly link: string;
  readonly category: string;
  readonly status: string;
};

export function toWorldConnection(connection: Connection): WorldConnection {
  const { name, resourceGroup, subscriptionId, connectionStatus, provisioningState } = connection;
  return {
    name,
    resourceGroup,
    subscriptionId,
    id: connectionId(connection),
    circuitId: connection.peerId,
    gatewayId: connection.gatewayId,
    connectionStatus,
    provisioningState,
  };
}

export function toWorldGateway(gateway: Gateway, network?: VirtualNetwork): WorldGateway {
  const { name, resourceGroup, subscriptionId, location, sku, gatewayType } = gateway;
  return {
    name,
    resourceGroup,
    subscriptionId,
    id: gatewayId(gateway),
    location,
    sku,
    gatewayType,
    addressPrefixes: network?.addressPrefixes ?? [],
  };
}

export function toWorldTests(circuit: Circuit, tests: readonly FailoverTest[]): readonly WorldTest[] {
  const { name, resourceGroup } = circuit;
  return tests.filter(isOpen).map(({ link, category, status }) => ({
    circuit: name,
    resourceGroup,
    circuitId: circuitId(circuit),
    link,
    category,
    status,
  }));
}
