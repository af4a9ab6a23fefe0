import type { Estate } from '../estate.ts';
import { bandwidthOf, type Circuit, circuitId } from '../model/circuit.ts';
import { type Connection, isRedeemedBy } from '../model/connection.ts';
import { connectionsTo, linkLimit, linksUsed } from '../usage.ts';
import type { ArmErrorBody } from '../wire/error.ts';
import type { ArmDeps } from './arm-env.ts';

/**
 * Why a gateway may not be joined to a circuit, found out at once (400). The words for a resource that is not there are
 * Microsoft.Network's; for the other rules (facts: includes/expressroute-limits, linkvnet) no source has any.
 */
export function connectionRefusal(
  { estate, networks }: Pick<ArmDeps, 'estate' | 'networks'>,
  path: string,
  wanted: Connection,
  before?: Connection,
): ArmErrorBody | undefined {
  const gateway = networks.gateway(wanted.gatewayId);
  if (!gateway || gateway.location !== normal(wanted.location)) return missing(wanted.gatewayId, path);
  if (gateway.gatewayType !== 'ExpressRoute') {
    const message = `Virtual network gateway ${gateway.name} is of type ${gateway.gatewayType}: a connection of type ExpressRoute needs one of type ExpressRoute.`;
    return refused('VirtualNetworkGatewayTypeMismatch', message);
  }
  const circuit = circuitById(estate, wanted.peerId);
  if (!circuit) return missing(wanted.peerId, path);
  if (before && same(before.peerId, wanted.peerId) && same(before.gatewayId, wanted.gatewayId))
    return undefined;
  const double = connectionsTo(estate, circuit).find(({ gatewayId }) => same(gatewayId, wanted.gatewayId));
  if (double) {
    const message = `Virtual network gateway ${gateway.name} is connected to circuit ${circuit.name} by ${double.name} already.`;
    return refused('ConnectionAlreadyExists', message);
  }
  const limit = linkLimit(circuit.sku.tier, bandwidthOf(circuit.delivery));
  if (linksUsed(estate, circuit) < limit) return undefined;
  return refused(
    'ExpressRouteCircuitLinkCountLimitReached',
    `Cannot link more than ${limit} virtual networks to circuit ${circuit.name}.`,
  );
}

/**
 * Why it could not be joined, found out while the operation runs. The first message holds the service key on purpose,
 * after a recorded one (`InitiatingCircuitNotProvisioned`, of Global Reach): no client may pass on what it is told.
 */
export function linkFailure(circuit: Circuit | undefined, connection: Connection): ArmErrorBody | undefined {
  if (!circuit) return refused('NotFound', `Resource ${connection.peerId} not found.`);
  const { delivery, subscriptionId, serviceKey } = circuit;
  if (delivery.kind === 'provider' && delivery.provisioningState !== 'Provisioned') {
    const message =
      `Put Connection Circuit Subscription = ${subscriptionId}, ServiceKey = ${serviceKey} ` +
      `is Not Provisioned. Current Status ${delivery.provisioningState}`;
    return refused('CircuitNotProvisioned', message);
  }
  const key = connection.authorizationKey;
  const foreign = !same(subscriptionId, connection.subscriptionId);
  if (key === undefined && !foreign) return undefined;
  return isFree(circuit, key, connection)
    ? undefined
    : refused('InvalidAuthorizationKey', 'The authorization key is not valid for the circuit.');
}

/** An authorization is for one connection. */
function isFree({ authorizations }: Circuit, key: string | undefined, connection: Connection): boolean {
  const found = authorizations.find((authorization) => authorization.key === key);
  return found !== undefined && (found.useStatus === 'Available' || isRedeemedBy(found, connection));
}

export function circuitById(estate: Estate, id: string): Circuit | undefined {
  return estate.circuits().find((circuit) => same(circuitId(circuit), id));
}

function missing(id: string, path: string): ArmErrorBody {
  return refused(
    'InvalidResourceReference',
    `Resource ${id} referenced by resource ${path} was not found. ` +
      'Please make sure that the referenced resource exists, and that both resources are in the same region.',
  );
}

function normal(location: string): string {
  return location.toLowerCase().replaceAll(' ', '');
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function refused(code: string, message: string): ArmErrorBody {
  return { code, message, details: [] };
}
