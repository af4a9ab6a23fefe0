import type { Circuit } from './circuit.ts';
import type { Order } from './order.ts';

/** Layer 2 service: the customer configures routing. Layer 3 service: the provider does. */
export type RoutingOwner = 'you' | 'provider' | 'unknown';

/** A tag of this name with the value 2 or 3 states the provider's service layer, which Azure does not tell. */
export const layerTag = 'trunkline-layer';

/**
 * Who configures routing. Azure does not tell; what was recorded with the order does, a tag may, and a peering that somebody else than the customer last
 * changed is a layer 3 provider's (facts: `lastModifiedBy` is "Customer" for one's own).
 */
export function routingOwnerOf(circuit: Circuit, order?: Order): RoutingOwner {
  if (circuit.service.kind === 'direct') return 'you';
  if (order?.layer !== undefined) return order.layer === 3 ? 'provider' : 'you';
  const tagged = Object.entries(circuit.tags)
    .find(([key]) => key.toLowerCase() === layerTag)?.[1]
    .trim();
  if (tagged === '3') return 'provider';
  if (tagged === '2') return 'you';
  const authors = circuit.peerings.flatMap((peering) => peering.lastModifiedBy ?? []);
  if (authors.length === 0) return 'unknown';
  return authors.every((author) => author.toLowerCase() === 'customer') ? 'you' : 'provider';
}
