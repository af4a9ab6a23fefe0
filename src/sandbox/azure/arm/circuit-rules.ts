import { bandwidthOf, type Circuit, type ProviderDelivery, skuOf } from '../model/circuit.ts';
import { serviceProviders } from '../seed/providers.ts';
import { linkLimit, linksUsed } from '../usage.ts';
import type { ArmErrorBody } from '../wire/error.ts';
import type { ArmDeps } from './arm-env.ts';
import type { CircuitBody } from './circuit-body.ts';

type Delivery = Circuit['delivery'];
type Wanted = { readonly body: CircuitBody; readonly delivery: Delivery; readonly location: string };

/** Includes/expressroute-limits: 10 circuits per region per subscription. */
const circuitsPerRegion = 10;

/**
 * Why a circuit may not be put, found out at once (400). The rules are documented; their codes and words are not, but
 * for the quota's, which are those of Microsoft.Network's other limits. A client must take them as they come.
 */
export function circuitRefusal(
  { estate }: Pick<ArmDeps, 'estate'>,
  subscriptionId: string,
  { body, delivery, location }: Wanted,
  before?: Circuit,
): ArmErrorBody | undefined {
  if (!before && inRegion(estate.circuits(subscriptionId), location) >= circuitsPerRegion) {
    return refused(
      'ExpressRouteCircuitCountLimitReached',
      `Cannot create more than ${circuitsPerRegion} express route circuits for this subscription in this region.`,
    );
  }
  // Docs: metered to unlimited is possible. The other way is not said to be, and refused here.
  if (before?.sku.family === 'UnlimitedData' && body.sku.family === 'MeteredData') {
    return refused(
      'InvalidSkuFamily',
      'The family of a circuit cannot change from UnlimitedData to MeteredData.',
    );
  }
  return delivery.kind === 'provider' ? offerRefusal(delivery, before?.delivery) : undefined;
}

/** What the circuit has is not looked up again: offers come and go while it stays. */
function offerRefusal(wanted: ProviderDelivery, before?: Delivery): ArmErrorBody | undefined {
  const { serviceProviderName: name, peeringLocation, bandwidthMbps: mbps } = wanted;
  if (before && (before.kind === 'direct' || !sameSite(before, wanted))) {
    return refused(
      'CannotChangeServiceProvider',
      'Provider and peering location of a circuit cannot be changed.',
    );
  }
  if (before && bandwidthOf(before) >= mbps) return undefined;
  const offer = serviceProviders.find((provider) => same(provider.name, name));
  if (!offer) return refused('ServiceProviderNotFound', `There is no service provider '${name}'.`);
  if (!offer.properties.peeringLocations.some((location) => same(location, peeringLocation))) {
    return refused(
      'PeeringLocationNotAvailable',
      `Service provider ${name} is not available at peering location ${peeringLocation}.`,
    );
  }
  if (offer.properties.bandwidthsOffered.some(({ valueInMbps }) => valueInMbps === mbps)) return undefined;
  // The words are those for ExpressRoute ports (terraform-provider-azurerm#18909).
  return refused(
    'BandwidthNotAvailable',
    `The circuit cannot be created as requested bandwidth ${mbps} is not available at peering location ${peeringLocation}.`,
  );
}

/**
 * What Azure takes and then fails: the circuit ends as Failed and keeps what it had. Seen for a bandwidth that is
 * lowered; that the end is the same when Standard allows fewer links than are used is a guess.
 */
export function willFail(
  { estate }: Pick<ArmDeps, 'estate'>,
  { body, delivery }: Wanted,
  before: Circuit,
): boolean {
  if (bandwidthOf(delivery) < bandwidthOf(before.delivery)) return true;
  const { tier } = skuOf(body.sku.tier, body.sku.family);
  return tier !== before.sku.tier && linksUsed(estate, before) > linkLimit(tier, bandwidthOf(delivery));
}

function inRegion(circuits: readonly Circuit[], location: string): number {
  return circuits.filter((circuit) => circuit.location === location).length;
}

function sameSite(one: ProviderDelivery, other: ProviderDelivery): boolean {
  return (
    same(one.serviceProviderName, other.serviceProviderName) &&
    same(one.peeringLocation, other.peeringLocation)
  );
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function refused(code: string, message: string): ArmErrorBody {
  return { code, message, details: [] };
}
