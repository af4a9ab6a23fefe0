import { unpeer } from '../live/global-reach.ts';
import { expectVerdict, settledPeerings } from '../live/peering-settling.ts';
import { orderTaken } from '../live/provider-plans.ts';
import { refreshed } from '../live/provider-state.ts';
import { type Circuit, circuitKey, skuOf } from '../model/circuit.ts';
import { newCircuit } from '../model/new-circuit.ts';
import { toWireCircuit } from '../wire/circuit.ts';
import { type ArmErrorBody, armError } from '../wire/error.ts';
import { type ArmContext, type ArmDeps, armJson, showsPrefixInfo } from './arm-env.ts';
import {
  type CircuitBody,
  keptAuthorizations,
  unknownInCircuit,
  wantedDelivery,
  wantedPeerings,
} from './circuit-body.ts';
import { circuitRefusal, willFail } from './circuit-rules.ts';
import { operationHeaders } from './operation-url.ts';

type Delivery = Circuit['delivery'];
/** Azure's last word on what it cannot do and does not explain. */
const unexplained: ArmErrorBody = { code: 'InternalError', message: 'An error occurred.' };

/** Creates the circuit, or puts the whole of it in place of the one that is there. */
export function putCircuit(
  context: ArmContext,
  deps: ArmDeps,
  body: CircuitBody,
  before?: Circuit,
): Response {
  const location = body.location?.toLowerCase().replaceAll(' ', '');
  if (!location) {
    const message = 'The location property is required for this definition.';
    return armError(400, { code: 'LocationRequired', message });
  }
  if (before && before.location !== location) return otherLocation(before, location);
  const delivery = wantedDelivery(body, before);
  if (!delivery) {
    const message = 'Either serviceProviderProperties or expressRoutePort must be given.';
    return armError(400, { code: 'InvalidRequestFormat', message, details: [] });
  }
  const wanted = { body, delivery, location };
  const refusal = circuitRefusal(deps, context.var.names.subscription, wanted, before);
  if (refusal) return armError(400, refusal);
  if (before) return replace(context, deps, before, body, delivery);
  return create(context, deps, body, location, delivery);
}

/** 201. The service key is all zeros until the operation has ended; billing begins when the key is issued. */
function create(
  context: ArmContext,
  deps: ArmDeps,
  body: CircuitBody,
  location: string,
  delivery: Delivery,
): Response {
  const { subscription: subscriptionId, group: resourceGroup, circuit: name } = context.var.names;
  const made = newCircuit({
    subscriptionId,
    resourceGroup,
    name,
    location,
    delivery,
    sku: skuOf(body.sku.tier, body.sku.family),
    provisioningState: 'Updating',
    issued: false,
    peerings: wantedPeerings(body),
    globalReachEnabled: body.properties.globalReachEnabled,
    allowClassicOperations: body.properties.allowClassicOperations,
    ...(body.tags && { tags: body.tags }),
    ...unknownInCircuit(body),
  });
  deps.estate.addCircuits([made]);
  if (delivery.kind === 'provider') deps.plans.follow(made, orderTaken);
  const created = deps.estate.circuit(made) ?? made;
  return answerAndFinish(context, deps, 201, created, (circuit) => ({ ...circuit, issued: true }));
}

function replace(
  context: ArmContext,
  deps: ArmDeps,
  before: Circuit,
  body: CircuitBody,
  delivery: Delivery,
): Response {
  const failed = willFail(deps, { body, delivery, location: before.location }, before);
  const { tags: _tags, unknown: _unknown, ...rest } = before;
  const updating = deps.estate.updateCircuit(before, () => ({
    ...rest,
    ...(body.tags && { tags: body.tags }),
    provisioningState: 'Updating',
    ...(!failed && { delivery, sku: skuOf(body.sku.tier, body.sku.family) }),
    peerings: wantedPeerings(body, before),
    authorizations: keptAuthorizations(body, before),
    globalReachEnabled: body.properties.globalReachEnabled,
    allowClassicOperations: body.properties.allowClassicOperations,
    ...unknownInCircuit(body),
  }));
  unpeer(deps.estate, before, updating ?? before);
  return answerAndFinish(context, deps, 200, updating ?? before, refreshed, failed ? unexplained : undefined);
}

function answerAndFinish(
  context: ArmContext,
  deps: ArmDeps,
  status: number,
  updating: Circuit,
  change: (circuit: Circuit) => Circuit,
  error?: ArmErrorBody,
): Response {
  const { estate, operations } = deps;
  const operation = operations.start({
    name: 'PutExpressRouteCircuitOperation',
    subscriptionId: updating.subscriptionId,
    location: updating.location,
    lock: circuitKey(updating),
    finish: () => {
      const provisioningState = error ? 'Failed' : 'Succeeded';
      estate.updateCircuit(updating, (old) => settledPeerings({ ...change(old), provisioningState }));
      return error;
    },
  });
  if (updating.peerings.length > 0) expectVerdict(deps, updating);
  const body = toWireCircuit(updating, showsPrefixInfo(context));
  return armJson(status, body, operationHeaders(context, deps, operation));
}

function otherLocation({ name, resourceGroup, location }: Circuit, wanted: string): Response {
  const message =
    `The resource '${name}' already exists in location '${location}' in resource group '${resourceGroup}'. ` +
    `A resource with the same name cannot be created in location '${wanted}'. Please select a new resource name.`;
  return armError(409, { code: 'InvalidResourceLocation', message });
}
