import type { Estate } from '../estate.ts';
import { guidOf } from '../guid.ts';
import type { Networks } from '../networks.ts';
import { toWireCircuit } from '../wire/circuit.ts';
import { toWireConnection } from '../wire/connection.ts';
import { toWireGateway, toWireVirtualNetwork } from '../wire/network.ts';

export type Row = Readonly<Record<string, unknown>>;

type WireResource = {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly location: string;
  readonly tags?: unknown;
  readonly sku?: unknown;
  readonly properties: object;
};

/**
 * What Resource Graph knows: type and resourceGroup in lower case, as there. Whether the real one shows service and
 * authorization keys is not known; here it does not.
 */
export function graphRows(estate: Estate, networks: Networks): readonly Row[] {
  const circuits = estate.circuits().map((circuit) => {
    const wire = toWireCircuit(circuit, false);
    const { serviceKey: _key, authorizations: _authorizations, ...properties } = wire.properties;
    return toRow(circuit, { ...wire, properties });
  });
  const connections = estate.connections().map((connection) => {
    const wire = toWireConnection(connection);
    const { authorizationKey: _key, ...properties } = wire.properties;
    return toRow(connection, { ...wire, properties });
  });
  const gateways = networks.gateways().map((gateway) => toRow(gateway, toWireGateway(gateway)));
  const virtualNetworks = networks
    .virtualNetworks()
    .map((network) => toRow(network, toWireVirtualNetwork(network)));
  return [...circuits, ...connections, ...gateways, ...virtualNetworks];
}

function toRow(
  { subscriptionId, resourceGroup }: { readonly subscriptionId: string; readonly resourceGroup: string },
  { id, name, type, location, tags, sku, properties }: WireResource,
): Row {
  return {
    id,
    name,
    type: type.toLowerCase(),
    tenantId: guidOf('tenant'),
    kind: '',
    location,
    resourceGroup: resourceGroup.toLowerCase(),
    subscriptionId,
    managedBy: '',
    sku: sku ?? null,
    plan: null,
    properties,
    tags: tags ?? null,
    identity: null,
    zones: null,
    extendedLocation: null,
  };
}
