import { isInGroup } from '../model/resource.ts';
import { toWireConnection } from '../wire/connection.ts';
import { resourceNotFound } from '../wire/error.ts';
import { type ArmApp, type ArmDeps, armJson } from './arm-env.ts';

const listPath = '/subscriptions/:s/resourcegroups/:g/providers/microsoft.network/connections';
export const connectionPath = `${listPath}/:n`;

/** Connections are listed for one resource group at a time; across a subscription only Resource Graph knows them. */
export function addConnectionReads(app: ArmApp, { estate }: ArmDeps): void {
  app.get(listPath, ({ var: { names } }) => {
    const here = estate.connections().filter((connection) => isInGroup(connection, names));
    return armJson(200, { value: here.map(toWireConnection) });
  });
  app.get(connectionPath, (context) => {
    const { subscription: subscriptionId, group: resourceGroup, connection: name } = context.var.names;
    const found = estate.connection({ subscriptionId, resourceGroup, name });
    if (found) return armJson(200, toWireConnection(found));
    return resourceNotFound('Microsoft.Network/connections', name, resourceGroup);
  });
}
