import type { Estate } from '../estate.ts';
import type { Circuit } from '../model/circuit.ts';
import { type Connection, connectionId, isRedeemedBy } from '../model/connection.ts';
import { type ResourceRef, resourceKey } from '../model/resource.ts';
import type { Operation } from '../operations.ts';
import { toWireConnection } from '../wire/connection.ts';
import { type ArmErrorBody, armError } from '../wire/error.ts';
import { etagOf } from '../wire/etag.ts';
import { type ArmApp, type ArmContext, type ArmDeps, armJson } from './arm-env.ts';
import { type ConnectionBody, connectionBody, updatingConnection } from './connection-body.ts';
import { circuitById, connectionRefusal, linkFailure } from './connection-rules.ts';
import { operationHeaders, operationUrl } from './operation-url.ts';
import { staleRefusal, takenRefusal } from './precondition.ts';
import { connectionPath } from './read-connection.ts';
import { withArmBody } from './request-body.ts';

export function addConnectionWrites(app: ArmApp, deps: ArmDeps): void {
  app.put(connectionPath, (context) =>
    withArmBody(context, connectionBody, (wanted) => putConnection(context, deps, wanted)),
  );
  app.delete(connectionPath, (context) => deleteConnection(context, deps));
}

function putConnection(context: ArmContext, deps: ArmDeps, wanted: ConnectionBody): Response {
  const { estate } = deps;
  const ref = refOf(context);
  const before = estate.connection(ref);
  const hindrance = before ? (takenRefusal(context) ?? held(context, deps, before)) : staleRefusal(context);
  if (hindrance) return hindrance;
  const next = updatingConnection(ref, wanted, before);
  const refusal = connectionRefusal(deps, context.var.path, next, before);
  if (refusal) return armError(400, refusal);
  const updating = estate.putConnection(next);
  const headers = start(context, deps, updating, 'Put', () => link(estate, updating));
  return armJson(before ? 200 : 201, toWireConnection(updating), headers);
}

function link(estate: Estate, connection: Connection): ArmErrorBody | undefined {
  const circuit = circuitById(estate, connection.peerId);
  const error = linkFailure(circuit, connection);
  if (error || !circuit) {
    estate.putConnection({ ...connection, provisioningState: 'Failed', connectionStatus: 'NotConnected' });
    return error;
  }
  estate.putConnection({ ...connection, provisioningState: 'Succeeded', connectionStatus: 'Connected' });
  const redeemed = circuit.authorizations.find(({ key }) => key === connection.authorizationKey);
  if (redeemed) setUse(estate, circuit, redeemed.name, connectionId(connection));
  return undefined;
}

function deleteConnection(context: ArmContext, deps: ArmDeps): Response {
  const { estate } = deps;
  const found = estate.connection(refOf(context));
  if (!found) return new Response(null, { status: 204 });
  const hindrance = held(context, deps, found);
  if (hindrance) return hindrance;
  const deleting = estate.putConnection({ ...found, provisioningState: 'Deleting' });
  const headers = start(context, deps, deleting, 'Delete', () => {
    estate.removeConnection(found);
    const circuit = circuitById(estate, found.peerId);
    const used = circuit?.authorizations.find((authorization) => isRedeemedBy(authorization, found));
    if (circuit && used) setUse(estate, circuit, used.name);
    return undefined;
  });
  return new Response(null, { status: 202, headers });
}

/**
 * Another operation on the connection holds it, or the caller has seen an older state of it. 409 with this code and the
 * operation's URL in its words is the other form that locks have (terraform-provider-azurerm#21959).
 */
function held(context: ArmContext, deps: ArmDeps, connection: Connection): Response | undefined {
  const running = deps.operations.running(lockOf(connection));
  if (!running) return staleRefusal(context, etagOf(resourceKey(connection), connection.revision));
  const uri = operationUrl(context, deps, running, 'operations');
  const message = `Another operation on this or dependent resource is in progress. To retrieve status of the operation use uri: ${uri}.`;
  return armError(409, { code: 'AnotherOperationInProgress', message, details: [] });
}

function start(
  context: ArmContext,
  deps: ArmDeps,
  connection: Connection,
  verb: 'Put' | 'Delete',
  finish: () => ArmErrorBody | undefined,
): Record<string, string> {
  const { subscriptionId, location } = connection;
  const name = `${verb}VirtualNetworkGatewayConnectionOperation`;
  const work = { name, subscriptionId, location, lock: lockOf(connection), finish };
  const operation: Operation = deps.operations.start(work);
  return operationHeaders(context, deps, operation);
}

/** A circuit may have the same name in the same group. */
function lockOf(connection: Connection): string {
  return `connection ${resourceKey(connection)}`;
}

function refOf({ var: { names } }: ArmContext): ResourceRef {
  return { subscriptionId: names.subscription, resourceGroup: names.group, name: names.connection };
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
