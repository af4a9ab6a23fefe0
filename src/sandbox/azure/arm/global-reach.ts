import { findGlobalReach, removeGlobalReach } from '../live/global-reach.ts';
import { circuitKey } from '../model/circuit.ts';
import { peeringKindOf } from '../model/peering.ts';
import { notFound } from '../wire/error.ts';
import { type ArmApp, type ArmContext, type ArmDeps, armJson } from './arm-env.ts';
import { circuitPath, withCircuit, withUnlockedCircuit } from './circuit-scope.ts';
import { operationHeaders } from './operation-url.ts';
import { wirePeerings } from './read-circuit.ts';

const peeringPath = `${circuitPath}/peerings/:p`;

/** Global Reach: GET and LIST from both its ends, DELETE where it was made. It cannot be made through this Azure. */
export function addGlobalReach(app: ArmApp, deps: ArmDeps): void {
  for (const side of ['connections', 'peeredConnections'] as const) {
    const path = `${peeringPath}/${side === 'connections' ? 'connections' : 'peerconnections'}`;
    app.get(path, (context) =>
      withCircuit(context, deps, (circuit) => {
        const found = wirePeerings(context, circuit).find(({ name }) => name === wantedKind(context));
        return found ? armJson(200, { value: found.properties[side] }) : notFound(context.var.path);
      }),
    );
    app.get(`${path}/:n`, (context) =>
      withCircuit(context, deps, (circuit) => {
        const wanted = context.var.names.connection.toLowerCase();
        const found = wirePeerings(context, circuit)
          .filter(({ name }) => name === wantedKind(context))
          .flatMap(({ properties }) => properties[side])
          .find(({ name }) => name.toLowerCase() === wanted);
        return found ? armJson(200, found) : notFound(context.var.path);
      }),
    );
  }
  app.delete(`${peeringPath}/connections/:n`, (context) => deleteGlobalReach(context, deps));
}

function wantedKind({ var: { names } }: ArmContext) {
  return peeringKindOf(names.peering);
}

function deleteGlobalReach(context: ArmContext, deps: ArmDeps): Response | Promise<Response> {
  return withUnlockedCircuit(context, deps, (circuit) => {
    const found = findGlobalReach(circuit, context.var.names.connection);
    if (!found) return new Response(null, { status: 204 });
    const operation = deps.operations.start({
      name: 'DeleteExpressRouteCircuitConnectionOperation',
      subscriptionId: circuit.subscriptionId,
      location: circuit.location,
      lock: circuitKey(circuit),
      finish: () => void removeGlobalReach(deps.estate, circuit, found),
    });
    return new Response(null, { status: 202, headers: operationHeaders(context, deps, operation) });
  });
}
