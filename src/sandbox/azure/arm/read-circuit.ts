import type { Circuit } from '../model/circuit.ts';
import { peeringKindOf } from '../model/peering.ts';
import { toWireAuthorization, toWireCircuit } from '../wire/circuit.ts';
import { armError, notFound } from '../wire/error.ts';
import { type ArmApp, type ArmContext, type ArmDeps, armJson, showsPrefixInfo } from './arm-env.ts';
import { circuitPath, withCircuit } from './circuit-scope.ts';

export function addCircuitReads(app: ArmApp, deps: ArmDeps): void {
  app.get(circuitPath, (context) =>
    withCircuit(context, deps, (circuit) => armJson(200, toWireCircuit(circuit, showsPrefixInfo(context)))),
  );
  app.get(`${circuitPath}/peerings`, (context) =>
    withCircuit(context, deps, (circuit) => armJson(200, { value: wirePeerings(context, circuit) })),
  );
  app.get(`${circuitPath}/peerings/:p`, (context) =>
    withCircuit(context, deps, (circuit) => {
      const kind = peeringKindOf(context.var.names.peering);
      const found = wirePeerings(context, circuit).find(({ name }) => name === kind);
      return found ? armJson(200, found) : notFound(context.var.path);
    }),
  );
  app.get(`${circuitPath}/authorizations`, (context) =>
    withCircuit(context, deps, (circuit) => armJson(200, { value: wireAuthorizations(circuit) })),
  );
  app.get(`${circuitPath}/authorizations/:a`, (context) =>
    withCircuit(context, deps, (circuit) => {
      const wanted = context.var.names.authorization.toLowerCase();
      const found = wireAuthorizations(circuit).find(({ name }) => name.toLowerCase() === wanted);
      return found ? armJson(200, found) : notFound(context.var.path);
    }),
  );
  app.post(`${circuitPath}/authorizations/:a/listkeys`, (context) =>
    withCircuit(context, deps, (circuit) => listKeys(context, circuit)),
  );
}

/** The action came with api-version 2026-01-01, for a time when a GET does not show the key any more. */
function listKeys(context: ArmContext, { authorizations }: Circuit): Response {
  const { apiVersion, names, path } = context.var;
  if (apiVersion < '2026-01-01') {
    const message = `The resource type could not be found in the namespace 'Microsoft.Network' for api version '${apiVersion}'.`;
    return armError(404, { code: 'InvalidResourceType', message });
  }
  const wanted = names.authorization.toLowerCase();
  const found = authorizations.find(({ name }) => name.toLowerCase() === wanted);
  return found ? armJson(200, { authorizationKey: found.key }) : notFound(path);
}

export function wirePeerings(context: ArmContext, circuit: Circuit) {
  return toWireCircuit(circuit, showsPrefixInfo(context)).properties.peerings;
}

function wireAuthorizations(circuit: Circuit) {
  return circuit.authorizations.map((authorization) => toWireAuthorization(circuit, authorization));
}
