import { expectVerdict, settledPeerings } from '../live/peering-settling.ts';
import { orderTaken } from '../live/provider-plans.ts';
import { type Circuit, circuitKey, skuOf } from '../model/circuit.ts';
import { newCircuit } from '../model/new-circuit.ts';
import { toWireCircuit } from '../wire/circuit.ts';
import { armError } from '../wire/error.ts';
import { type ArmContext, type ArmDeps, armJson, showsPrefixInfo } from './arm-env.ts';
import {
  bandwidthMbps,
  type CircuitBody,
  keptAuthorizations,
  wantedDelivery,
  wantedPeerings,
} from './circuit-body.ts';
import { operationHeaders } from './operation-url.ts';

type Delivery = Circuit['delivery'];

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
  const lowered = bandwidthMbps(delivery) < bandwidthMbps(before.delivery);
  const { tags: _dropped, ...rest } = before;
  const updating = deps.estate.updateCircuit(before, () => ({
    ...rest,
    ...(body.tags && { tags: body.tags }),
    provisioningState: 'Updating',
    delivery: lowered ? before.delivery : delivery,
    sku: skuOf(body.sku.tier, body.sku.family),
    peerings: wantedPeerings(body, before),
    authorizations: keptAuthorizations(body, before),
    globalReachEnabled: body.properties.globalReachEnabled,
    allowClassicOperations: body.properties.allowClassicOperations,
  }));
  return answerAndFinish(context, deps, 200, updating ?? before, (circuit) => circuit, lowered);
}

/** `lowered`: bandwidth can only be raised; Azure takes the call, and the circuit ends as Failed. */
function answerAndFinish(
  context: ArmContext,
  deps: ArmDeps,
  status: number,
  updating: Circuit,
  change: (circuit: Circuit) => Circuit,
  lowered = false,
): Response {
  const { estate, operations, clock, settings } = deps;
  const operation = operations.start({
    name: 'PutExpressRouteCircuitOperation',
    subscriptionId: updating.subscriptionId,
    location: updating.location,
    lock: circuitKey(updating),
    finish: () => {
      const provisioningState = lowered ? 'Failed' : 'Succeeded';
      estate.updateCircuit(updating, (old) => settledPeerings({ ...change(old), provisioningState }));
      return lowered ? { code: 'InternalError', message: 'An error occurred.' } : undefined;
    },
  });
  if (updating.peerings.length > 0) expectVerdict(clock, settings, estate, updating);
  const body = toWireCircuit(updating, showsPrefixInfo(context));
  return armJson(status, body, operationHeaders(context, deps, operation));
}

function otherLocation({ name, resourceGroup, location }: Circuit, wanted: string): Response {
  const message =
    `The resource '${name}' already exists in location '${location}' in resource group '${resourceGroup}'. ` +
    `A resource with the same name cannot be created in location '${wanted}'. Please select a new resource name.`;
  return armError(409, { code: 'InvalidResourceLocation', message });
}
