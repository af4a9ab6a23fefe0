import { guidOf } from '../guid.ts';
import { type Authorization, type Circuit, circuitKey } from '../model/circuit.ts';
import { isRedeemedBy } from '../model/connection.ts';
import { toWireAuthorization } from '../wire/circuit.ts';
import { type ArmApp, type ArmContext, type ArmDeps, armJson } from './arm-env.ts';
import { circuitPath, withUnlockedCircuit } from './circuit-scope.ts';
import { operationHeaders } from './operation-url.ts';
import { takenRefusal } from './precondition.ts';

export function addAuthorizationWrites(app: ArmApp, deps: ArmDeps): void {
  app.put(`${circuitPath}/authorizations/:a`, (context) =>
    withUnlockedCircuit(context, deps, (circuit) => putAuthorization(context, deps, circuit)),
  );
  app.delete(`${circuitPath}/authorizations/:a`, (context) =>
    withUnlockedCircuit(context, deps, (circuit) => deleteAuthorization(context, deps, circuit)),
  );
}

/** The body says nothing that matters: Azure makes the key. */
function putAuthorization(context: ArmContext, deps: ArmDeps, circuit: Circuit): Response {
  const name = context.var.names.authorization;
  const before = circuit.authorizations.find(named(name));
  const taken = before && takenRefusal(context);
  if (taken) return taken;
  const updating: Authorization = {
    ...(before ?? {
      name,
      key: guidOf('authorization', circuitKey(circuit), name, circuit.revision),
      useStatus: 'Available',
    }),
    provisioningState: 'Updating',
  };
  deps.estate.updateCircuit(circuit, (old) => withAuthorization(old, updating));
  const finish = () => {
    const settled = { ...updating, provisioningState: 'Succeeded' };
    deps.estate.updateCircuit(circuit, (old) => withAuthorization(old, settled));
  };
  const headers = start(context, deps, circuit, 'PutExpressRouteCircuitAuthorizationOperation', finish);
  const after = deps.estate.circuit(circuit) ?? circuit;
  return armJson(before ? 200 : 201, toWireAuthorization(after, updating), headers);
}

/** Revoking takes the connections with it that were made with the key. */
function deleteAuthorization(context: ArmContext, deps: ArmDeps, circuit: Circuit): Response {
  const found = circuit.authorizations.find(named(context.var.names.authorization));
  if (!found) return new Response(null, { status: 204 });
  const finish = () => {
    const { estate } = deps;
    for (const connection of estate.connections()) {
      if (isRedeemedBy(found, connection)) estate.removeConnection(connection);
    }
    estate.updateCircuit(circuit, (old) => ({
      ...old,
      authorizations: old.authorizations.filter(({ name }) => name !== found.name),
    }));
  };
  const headers = start(context, deps, circuit, 'DeleteExpressRouteCircuitAuthorizationOperation', finish);
  return new Response(null, { status: 202, headers });
}

function start(context: ArmContext, deps: ArmDeps, circuit: Circuit, name: string, end: () => void) {
  const finish = () => {
    end();
    return undefined;
  };
  const { subscriptionId, location } = circuit;
  const operation = deps.operations.start({
    name,
    subscriptionId,
    location,
    lock: circuitKey(circuit),
    finish,
  });
  return operationHeaders(context, deps, operation);
}

function withAuthorization(circuit: Circuit, authorization: Authorization): Circuit {
  const others = circuit.authorizations.filter(({ name }) => !named(authorization.name)({ name }));
  return { ...circuit, authorizations: [...others, authorization] };
}

function named(wanted: string): (authorization: { readonly name: string }) => boolean {
  return ({ name }) => name.toLowerCase() === wanted.toLowerCase();
}
