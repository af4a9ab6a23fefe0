import type { Circuit } from '../../circuit/circuit.ts';
import { isSameName } from '../../circuit/settle.ts';
import type { Gateway } from '../circuit-sight.ts';

/** Circuits that one virtual network may be linked to in the same peering location. Source: expressroute-limits.md. */
export const sameLocationLimit = 4;

/** Address spaces that a virtual network may have when it is linked. Source: expressroute-howto-linkvnet-cli.md (2023-09-15). */
export const addressSpaceLimit = 200;

/** Circuits in all by the gateway's SKU; ErGwScale with its most scale units. Source: expressroute-limits.md. */
const circuitLimits: Readonly<Record<string, number>> = {
  standard: 4,
  ergw1az: 4,
  highperformance: 8,
  ergw2az: 8,
  ultraperformance: 16,
  ergw3az: 16,
  ergwscale: 16,
};

/** Undefined: a SKU for which no limit is published. */
export function circuitLimitOf({ sku }: Gateway): number | undefined {
  const key = sku.toLowerCase();
  return Object.hasOwn(circuitLimits, key) ? circuitLimits[key] : undefined;
}

/** SKUs whose gateways FastPath can bypass. Source: about-fastpath.md; ErGwScale needs 10 scale units or more. */
const fastPathSkus = ['UltraPerformance', 'ErGw3AZ', 'ErGwScale'];

export function takesFastPath({ sku }: Gateway): boolean {
  return fastPathSkus.some((able) => isSameName(able, sku));
}

/** Which of the circuits that the gateway is connected to are in the same peering location, as far as they are known. */
export function sameLocationCircuits(
  { circuitIds = [] }: Gateway,
  { service }: Circuit,
  neighbours: readonly Circuit[],
): readonly string[] {
  if (service.kind !== 'provider') return [];
  const { peeringLocation } = service;
  return neighbours
    .filter(({ id }) => circuitIds.some((connected) => isSameName(connected, id)))
    .filter(
      (other) =>
        other.service.kind === 'provider' && isSameName(other.service.peeringLocation, peeringLocation),
    )
    .map(({ name }) => name);
}
