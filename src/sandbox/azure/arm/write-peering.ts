import { z } from 'zod';
import { unpeer } from '../live/global-reach.ts';
import { expectVerdict, settledPeerings } from '../live/peering-settling.ts';
import { type Circuit, circuitKey, withoutPeering, withPeering } from '../model/circuit.ts';
import { type Peering, type PeeringKind, peeringKindOf, peeringKinds } from '../model/peering.ts';
import { connectionsTo, globalReachNames } from '../usage.ts';
import { type ArmErrorBody, armError } from '../wire/error.ts';
import { type ArmApp, type ArmContext, type ArmDeps, armJson } from './arm-env.ts';
import { circuitPath, withUnlockedCircuit } from './circuit-scope.ts';
import { operationHeaders } from './operation-url.ts';
import { type PeeringProperties, peeringProperties, updatingPeering } from './peering-body.ts';
import { takenRefusal } from './precondition.ts';
import { wirePeerings } from './read-circuit.ts';
import { withArmBody } from './request-body.ts';

const peeringBody = z.object({ properties: peeringProperties });

/**
 * PUT and DELETE of a peering. As in Azure hardly anything is checked: it takes documentation prefixes, VLAN ids that
 * are taken, a circuit that no provider has provisioned. The caller has to know better.
 */
export function addPeeringWrites(app: ArmApp, deps: ArmDeps): void {
  app.put(`${circuitPath}/peerings/:p`, (context) =>
    withArmBody(context, peeringBody, ({ properties }) =>
      withKind(context, (kind) =>
        withUnlockedCircuit(context, deps, (circuit) => putPeering(context, deps, circuit, kind, properties)),
      ),
    ),
  );
  app.delete(`${circuitPath}/peerings/:p`, (context) =>
    withUnlockedCircuit(context, deps, (circuit) => deletePeering(context, deps, circuit)),
  );
}

function putPeering(
  context: ArmContext,
  deps: ArmDeps,
  circuit: Circuit,
  kind: PeeringKind,
  wanted: PeeringProperties,
): Response {
  const { estate, operations } = deps;
  const before = circuit.peerings.find((peering) => peering.kind === kind);
  const taken = before && takenRefusal(context);
  if (taken) return taken;
  if (kind === 'AzurePublicPeering' && !before) {
    // Retired on 2024-03-31. The code of the real refusal is not documented.
    const message = 'Azure public peering is not available on new circuits. Use Microsoft peering instead.';
    return armError(400, { code: 'OperationNotAllowed', message });
  }
  const updating = estate.updateCircuit(circuit, (old) =>
    withPeering(old, updatingPeering(kind, wanted, before)),
  );
  unpeer(estate, circuit, updating ?? circuit);
  const operation = operations.start({
    name: 'PutExpressRouteCircuitPeeringOperation',
    subscriptionId: circuit.subscriptionId,
    location: circuit.location,
    lock: circuitKey(circuit),
    finish: () => void estate.updateCircuit(circuit, settledPeerings),
  });
  expectVerdict(deps, circuit);
  const body = wirePeerings(context, updating ?? circuit).find(({ name }) => name === kind);
  return armJson(before ? 200 : 201, body, operationHeaders(context, deps, operation));
}

function deletePeering(context: ArmContext, deps: ArmDeps, circuit: Circuit): Response {
  const kind = peeringKindOf(context.var.names.peering);
  const before = circuit.peerings.find((peering) => peering.kind === kind);
  if (!before) return new Response(null, { status: 204 });
  deps.estate.updateCircuit(circuit, (old) => withPeering(old, { ...before, provisioningState: 'Deleting' }));
  const operation = deps.operations.start({
    name: 'DeleteExpressRouteCircuitPeeringOperation',
    subscriptionId: circuit.subscriptionId,
    location: circuit.location,
    lock: circuitKey(circuit),
    finish: () => {
      const error = removalFailure(deps, circuit, before);
      deps.estate.updateCircuit(circuit, (old) =>
        error ? withPeering(old, before) : withoutPeering(old, before.kind),
      );
      return error;
    },
  });
  return new Response(null, { status: 202, headers: operationHeaders(context, deps, operation) });
}

/** Docs (howto-routing): connections and Global Reach have to go before private peering can. The words are not known. */
function removalFailure({ estate }: ArmDeps, circuit: Circuit, { kind }: Peering): ArmErrorBody | undefined {
  if (kind !== 'AzurePrivatePeering') return undefined;
  const users = [...connectionsTo(estate, circuit).map(({ name }) => name), ...globalReachNames(circuit)];
  if (users.length === 0) return undefined;
  return { code: 'ConflictError', message: `The peering is in use by ${users.join(', ')}.`, details: [] };
}

function withKind(
  context: ArmContext,
  answer: (kind: PeeringKind) => Response | Promise<Response>,
): Response | Promise<Response> {
  const { peering } = context.var.names;
  const kind = peeringKindOf(peering);
  if (kind) return answer(kind);
  const message = `The peering name '${peering}' is not valid. It must be one of ${peeringKinds.join(', ')}.`;
  return armError(400, { code: 'InvalidResourceName', message });
}
