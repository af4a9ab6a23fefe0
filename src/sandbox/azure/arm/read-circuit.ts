import type { Circuit } from '../model/circuit.ts';
import { peeringKindOf } from '../model/peering.ts';
import { toWireAuthorization, toWireCircuit } from '../wire/circuit.ts';
import { notFound } from '../wire/error.ts';
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
}

export function wirePeerings(context: ArmContext, circuit: Circuit) {
  return toWireCircuit(circuit, showsPrefixInfo(context)).properties.peerings;
}

function wireAuthorizations(circuit: Circuit) {
  return circuit.authorizations.map((authorization) => toWireAuthorization(circuit, authorization));
}
