import { routingOwnerOf } from '../../circuit/routing-owner.ts';
import { isSameName } from '../../circuit/settle.ts';
import { nameOf } from '../../open-enum.ts';
import type { Peering } from '../../peering/peering.ts';
import type { CircuitSight, Gateway } from '../circuit-sight.ts';
import type { LinkIntent } from '../intent.ts';
import type { PlanInputs } from '../plan.ts';
import { isResourceName } from '../resource-name.ts';
import { spaceRefusal } from './address-clash.ts';
import { circuitLimitOf, sameLocationCircuits, sameLocationLimit, takesFastPath } from './gateway-limits.ts';
import type { LinkRefusal } from './link-refusal.ts';
import { roomRefusal } from './link-room.ts';
import { refOf } from './target.ts';

/** Azure's greatest routing weight (facts/azure.md 1.2). */
export const routingWeightLimit = 32_000;

/** What is wrong with what was typed, before anybody has looked at Azure. */
export function typedRefusal({ connectionName, routingWeight }: LinkIntent): LinkRefusal | undefined {
  if (!isResourceName(connectionName))
    return { code: 'connection-name-malformed', connection: connectionName };
  const isWeight =
    Number.isInteger(routingWeight) && routingWeight >= 0 && routingWeight <= routingWeightLimit;
  return isWeight
    ? undefined
    : { code: 'routing-weight-out-of-range', weight: routingWeight, limit: routingWeightLimit };
}

export function circuitRefusal(sight: CircuitSight, inputs: PlanInputs): LinkRefusal | undefined {
  if (!privatePeeringOf(sight) && !isRoutedByProvider(sight, inputs))
    return { code: 'private-peering-missing', on: refOf(sight.circuit) };
  return roomRefusal(sight, inputs);
}

export function privatePeeringOf({ circuit }: CircuitSight): Peering | undefined {
  return circuit.peerings.find(({ type }) => nameOf(type) === 'AzurePrivatePeering');
}

/** Peerings that a layer 3 provider configured may not be shown (expressroute-howto-linkvnet-portal: "BGP configuration information will not appear"). */
export function isRoutedByProvider({ circuit }: CircuitSight, { order }: PlanInputs): boolean {
  return routingOwnerOf(circuit, order) === 'provider';
}

type Pair = {
  readonly intent: LinkIntent;
  readonly sight: CircuitSight;
  readonly gateway: Gateway;
  readonly inputs: PlanInputs;
};

export function gatewayRefusal(pair: Pair): LinkRefusal | undefined {
  return (
    linkedRefusal(pair) ??
    nameRefusal(pair) ??
    fullRefusal(pair) ??
    locationRefusal(pair) ??
    spaceRefusal(pair.sight.circuit, pair.gateway) ??
    fastPathRefusal(pair)
  );
}

function linkedRefusal({ sight, gateway, inputs }: Pair): LinkRefusal | undefined {
  const link = inputs.connections.find(({ gatewayId }) => isSameName(gatewayId, gateway.id));
  return (
    link && { code: 'gateway-linked', on: refOf(sight.circuit), gateway: gateway.name, connection: link.name }
  );
}

/** As far as it is known: a connection of that name to another circuit is met when it is written, and refused there. */
function nameRefusal({ intent, gateway, inputs }: Pair): LinkRefusal | undefined {
  const { connectionName: connection } = intent;
  const { subscriptionId, resourceGroup } = gateway;
  const taken = inputs.connections.some(
    (one) =>
      isSameName(one.name, connection) &&
      isSameName(one.resourceGroup, resourceGroup) &&
      isSameName(one.subscriptionId, subscriptionId),
  );
  return taken ? { code: 'connection-name-taken', connection, resourceGroup } : undefined;
}

function fullRefusal({ gateway }: Pair): LinkRefusal | undefined {
  const limit = circuitLimitOf(gateway);
  const { name, sku, circuitIds = [] } = gateway;
  if (limit === undefined || circuitIds.length < limit) return undefined;
  return { code: 'gateway-full', gateway: name, sku, circuits: circuitIds.length, limit };
}

function locationRefusal({ sight: { circuit }, gateway, inputs }: Pair): LinkRefusal | undefined {
  const circuits = sameLocationCircuits(gateway, circuit, inputs.neighbours);
  if (circuit.service.kind !== 'provider' || circuits.length < sameLocationLimit) return undefined;
  const location = circuit.service.peeringLocation;
  return {
    code: 'gateway-location-full',
    gateway: gateway.name,
    location,
    circuits,
    limit: sameLocationLimit,
  };
}

function fastPathRefusal({ intent, gateway: { name, sku }, gateway }: Pair): LinkRefusal | undefined {
  return intent.fastPath && !takesFastPath(gateway)
    ? { code: 'fast-path-unsupported', gateway: name, sku }
    : undefined;
}
