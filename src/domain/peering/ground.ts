import type { Circuit } from '../circuit/circuit.ts';
import type { Order } from '../circuit/order.ts';
import { routingOwnerOf } from '../circuit/routing-owner.ts';
import { nameOf } from '../open-enum.ts';
import type { Peering } from './peering.ts';

/** What the settings of a peering are held against. */
export type Ground = {
  readonly circuit: Circuit;
  /** What people recorded about the order. */
  readonly order: Order | undefined;
  /** The linked virtual networks whose address spaces are known. */
  readonly networks: readonly LinkedNetwork[];
};

/** `gateway`: by name. `spaces`: CIDR. */
export type LinkedNetwork = { readonly gateway: string; readonly spaces: readonly string[] };

/**
 * Whether the provider configures this circuit's routing (layer 3): people said so when they recorded the order, or
 * Azure's facts do. To overwrite it breaks it until the provider restores it (facts: troubleshooting overview). A
 * recorded layer 2 does not outweigh Azure's facts: that would be a way around the override and its approval.
 */
export function isRoutingByProvider({ circuit, order }: Pick<Ground, 'circuit' | 'order'>): boolean {
  if (circuit.service.kind === 'direct') return false;
  return order?.layer === 3 || routingOwnerOf(circuit) === 'provider';
}

/** The peering of this type, as Azure names it; its name differs in casing at most. */
export function peeringOf({ peerings }: Pick<Circuit, 'peerings'>, type: string): Peering | undefined {
  const wanted = type.toLowerCase();
  return peerings.find((peering) => nameOf(peering.type).toLowerCase() === wanted);
}

/** The circuit's peerings but this one. */
export function othersThan({ peerings }: Pick<Circuit, 'peerings'>, type: string): readonly Peering[] {
  const wanted = type.toLowerCase();
  return peerings.filter((peering) => nameOf(peering.type).toLowerCase() !== wanted);
}
