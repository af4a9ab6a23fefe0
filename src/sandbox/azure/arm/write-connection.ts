import { z } from 'zod';
import type { Estate } from '../estate.ts';
import { type Circuit, circuitId } from '../model/circuit.ts';
import { type Connection, connectionId, connectionKey } from '../model/connection.ts';
import { toWireConnection } from '../wire/connection.ts';
import { type ArmErrorBody, armError } from '../wire/error.ts';
import { type ArmApp, type ArmContext, type ArmDeps, armJson } from './arm-env.ts';
import { operationHeaders } from './operation-url.ts';
import { connectionPath } from './read-connection.ts';
import { withArmBody } from './request-body.ts';

const body = z.object({
  location: z.string(),
  properties: z.object({
    connectionType: z.literal('ExpressRoute'),
    virtualNetworkGateway1: z.object({ id: z.string() }),
    peer: z.object({ id: z.string() }),
    authorizationKey: z.string().optional(),
    routingWeight: z.number().int().min(0).max(32_000).default(0),
    expressRouteGatewayBypass: z.boolean().default(false),
  }),
});

export function addConnectionWrites(app: ArmApp, deps: ArmDeps): void {
  app.put(connectionPath, (context) =>
    withArmBody(context, body, (wanted) => putConnection(context, deps, wanted)),
  );
  app.delete(connectionPath, (context) => deleteConnection(context, deps));
}

function putConnection(context: ArmContext, deps: ArmDeps, wanted: z.infer<typeof body>): Response {
  const { subscription: subscriptionId, group: resourceGroup, connection: name } = context.var.names;
  const { properties, location } = wanted;
  const circuit = circuitById(deps.estate, properties.peer.id);
  if (!circuit) {
    const message = `Resource ${properties.peer.id} referenced by resource ${context.var.path} was not found.`;
    return armError(400, { code: 'InvalidResourceReference', message, details: [] });
  }
  const before = deps.estate.connection({ subscriptionId, resourceGroup, name });
  const updating = deps.estate.putConnection({
    subscriptionId,
    resourceGroup,
    name,
    location,
    revision: 0,
    provisioningState: 'Updating',
    gatewayId: properties.virtualNetworkGateway1.id,
    peerId: properties.peer.id,
    routingWeight: properties.routingWeight,
    fastPath: properties.expressRouteGatewayBypass,
    connectionStatus: before?.connectionStatus ?? 'Unknown',
    ...(properties.authorizationKey !== undefined && { authorizationKey: properties.authorizationKey }),
  });
  const headers = start(context, deps, updating, 'Put', () => link(deps.estate, updating));
  return armJson(before ? 200 : 201, toWireConnection(updating), headers);
}

/** The network is joined when the circuit is ready and, from another subscription, when the key is a good one. */
function link(estate: Estate, connection: Connection): ArmErrorBody | undefined {
  const circuit = circuitById(estate, connection.peerId);
  const key = connection.authorizationKey;
  const foreign = circuit?.subscriptionId.toLowerCase() !== connection.subscriptionId.toLowerCase();
  const redeemed = circuit?.authorizations.find((authorization) => authorization.key === key);
  if (!circuit || ((foreign || key !== undefined) && !redeemed)) {
    estate.putConnection({ ...connection, provisioningState: 'Failed', connectionStatus: 'NotConnected' });
    // The code of the real refusal is not documented.
    return {
      code: 'InvalidAuthorizationKey',
      message: 'The authorization key is not valid for the circuit.',
    };
  }
  const ready = circuit.delivery.kind === 'direct' || circuit.delivery.provisioningState === 'Provisioned';
  const connectionStatus = ready ? 'Connected' : 'NotConnected';
  estate.putConnection({ ...connection, provisioningState: 'Succeeded', connectionStatus });
  if (redeemed) setUse(estate, circuit, redeemed.name, connectionId(connection));
  return undefined;
}

function deleteConnection(context: ArmContext, deps: ArmDeps): Response {
  const { estate } = deps;
  const { subscription: subscriptionId, group: resourceGroup, connection: name } = context.var.names;
  const found = estate.connection({ subscriptionId, resourceGroup, name });
  if (!found) return new Response(null, { status: 204 });
  const deleting = estate.putConnection({ ...found, provisioningState: 'Deleting' });
  const headers = start(context, deps, deleting, 'Delete', () => {
    estate.removeConnection(found);
    const circuit = circuitById(estate, found.peerId);
    const used = circuit?.authorizations.find(
      (authorization) => authorization.connectionId === connectionId(found),
    );
    if (circuit && used) setUse(estate, circuit, used.name);
    return undefined;
  });
  return new Response(null, { status: 202, headers });
}

function start(
  context: ArmContext,
  deps: ArmDeps,
  connection: Connection,
  verb: 'Put' | 'Delete',
  finish: () => ArmErrorBody | undefined,
) {
  const { subscriptionId, location } = connection;
  const name = `${verb}VirtualNetworkGatewayConnectionOperation`;
  const lock = connectionKey(connection);
  return operationHeaders(
    context,
    deps,
    deps.operations.start({ name, subscriptionId, location, lock, finish }),
  );
}

function circuitById(estate: Estate, id: string): Circuit | undefined {
  return estate.circuits().find((circuit) => circuitId(circuit).toLowerCase() === id.toLowerCase());
}

/** In use by a connection, or free again. */
function setUse(estate: Estate, circuit: Circuit, name: string, connection?: string): void {
  estate.updateCircuit(circuit, (old) => ({
    ...old,
    authorizations: old.authorizations.map((authorization) => {
      if (authorization.name !== name) return authorization;
      const { connectionId: _freed, ...rest } = authorization;
      return connection === undefined
        ? { ...rest, useStatus: 'Available' }
        : { ...rest, useStatus: 'InUse', connectionId: connection };
    }),
  }));
}
