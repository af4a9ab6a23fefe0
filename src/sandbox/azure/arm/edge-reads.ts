import type { Circuit } from '../model/circuit.ts';
import { peeringKindOf } from '../model/peering.ts';
import { linkNames, servedPeerings } from '../model/session.ts';
import { type EdgeView, toArpTable, toRouteSummary, toRouteTable } from '../wire/edge-tables.ts';
import { armError, notFound } from '../wire/error.ts';
import { type ArmApp, type ArmContext, type ArmDeps, armText } from './arm-env.ts';
import { circuitPath, withCircuit } from './circuit-scope.ts';
import { operationUrl } from './operation-url.ts';

type Table = (view: EdgeView) => readonly object[];

const tables: Readonly<Record<string, Table>> = {
  routetablessummary: toRouteSummary,
  routetables: toRouteTable,
  arptables: toArpTable,
};

/** The tables of Microsoft's edge: a POST that is answered 202 with `null`, and the table at its Location. */
export function addEdgeReads(app: ArmApp, deps: ArmDeps): void {
  for (const [name, table] of Object.entries(tables)) {
    app.post(`${circuitPath}/peerings/:p/${name}/:d`, (context) =>
      withCircuit(context, deps, (circuit) => askEdge(context, deps, circuit, table)),
    );
  }
}

/** The edge is asked `edgeMs` after the question, and tells what is true by then. */
function askEdge(context: ArmContext, deps: ArmDeps, circuit: Circuit, table: Table): Response {
  const { names, path } = context.var;
  const device = path.split('/').at(-1)?.toLowerCase();
  const link = linkNames.find((name) => name === device);
  if (!link) {
    const message = `The device path '${device}' is not valid. It must be one of ${linkNames.join(', ')}.`;
    return armError(400, { code: 'InvalidDevicePath', message, details: [] });
  }
  const kind = peeringKindOf(names.peering);
  if (!circuit.peerings.some((peering) => peering.kind === kind)) return notFound(path);
  const read = () => {
    const { estate, telemetry, received, clock } = deps;
    const now = estate.circuit(circuit) ?? circuit;
    const peering = servedPeerings(now).find((one) => one.kind === kind);
    const view = { circuit: now, link, telemetry: telemetry.of(now), received, now: clock.now() };
    return { value: peering ? table({ ...view, peering }) : [] };
  };
  const { subscriptionId, location } = circuit;
  const place = { name: 'GetExpressRouteCircuitTableOperation', subscriptionId, location };
  const operation = deps.operations.answer(place, read, deps.settings.edgeMs);
  return armText(202, 'null', { location: operationUrl(context, deps, operation, 'operationResults') });
}
