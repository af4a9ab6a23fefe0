import { guidOf } from '../guid.ts';
import type { Connection } from '../model/connection.ts';
import { toWireConnection } from '../wire/connection.ts';
import { resourceNotFound } from '../wire/error.ts';
import { type ArmApp, type ArmContext, type ArmDeps, armJson } from './arm-env.ts';

const network = '/subscriptions/:s/resourcegroups/:g/providers/microsoft.network';
export const connectionPath = `${network}/connections/:n`;

/** Connections are listed for one resource group at a time; across a subscription only Resource Graph knows them. */
export function addConnectionReads(app: ArmApp, { estate }: ArmDeps): void {
  const here = (context: ArmContext) => inGroup(context, estate.connections());
  app.get(`${network}/connections`, (context) =>
    armJson(200, { value: here(context).map(toWireConnection) }),
  );
  app.get(connectionPath, (context) => {
    const { subscription: subscriptionId, group: resourceGroup, connection: name } = context.var.names;
    const found = estate.connection({ subscriptionId, resourceGroup, name });
    if (found) return armJson(200, toWireConnection(found));
    return resourceNotFound('Microsoft.Network/connections', name, resourceGroup);
  });
  app.get(`${network}/virtualnetworkgateways`, (context) => armJson(200, { value: gateways(here(context)) }));
  app.get(`${network}/virtualnetworkgateways/:v`, (context) => {
    const { gateway, group } = context.var.names;
    const found = gateways(here(context)).find(({ name }) => name.toLowerCase() === gateway.toLowerCase());
    if (found) return armJson(200, found);
    return resourceNotFound('Microsoft.Network/virtualNetworkGateways', gateway, group);
  });
}

function inGroup(context: ArmContext, connections: readonly Connection[]): readonly Connection[] {
  const { subscription, group } = context.var.names;
  return connections.filter(
    ({ subscriptionId, resourceGroup }) =>
      subscriptionId.toLowerCase() === subscription.toLowerCase() &&
      resourceGroup.toLowerCase() === group.toLowerCase(),
  );
}

/** A gateway exists here as far as a connection names it. */
function gateways(connections: readonly Connection[]) {
  const unique = new Map(connections.map((connection) => [connection.gatewayId, connection]));
  return [...unique.values()].map(({ gatewayId, location }) => ({
    name: gatewayId.split('/').at(-1) ?? '',
    id: gatewayId,
    etag: `W/"${guidOf('gateway-etag', gatewayId)}"`,
    type: 'Microsoft.Network/virtualNetworkGateways',
    location,
    properties: {
      provisioningState: 'Succeeded',
      resourceGuid: guidOf('gateway', gatewayId),
      sku: { name: 'ErGw1AZ', tier: 'ErGw1AZ', capacity: 2 },
      gatewayType: 'ExpressRoute',
      enableBgp: false,
      activeActive: false,
    },
  }));
}
