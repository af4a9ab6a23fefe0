import type { Estate } from './estate.ts';
import { type Circuit, circuitId } from './model/circuit.ts';
import type { Connection } from './model/connection.ts';

export function connectionsTo(estate: Estate, circuit: Circuit): readonly Connection[] {
  const id = circuitId(circuit).toLowerCase();
  return estate.connections().filter(({ peerId }) => peerId.toLowerCase() === id);
}

/** Names of the Global Reach connections of a circuit, those included that were made on the other one. */
export function globalReachNames({ peerings }: Circuit): readonly string[] {
  return peerings.flatMap(({ globalReach = [], reachedBy = [] }) =>
    [...globalReach, ...reachedBy].map(({ name }) => name),
  );
}

/** What counts against the limit below: virtual networks, and Global Reach too (facts: includes/expressroute-limits). */
export function linksUsed(estate: Estate, circuit: Circuit): number {
  return connectionsTo(estate, circuit).length + globalReachNames(circuit).length;
}

/** Up to and with this bandwidth, so many links on Premium. */
const premiumLimits = [
  [50, 20],
  [200, 25],
  [500, 40],
  [1_000, 50],
  [2_000, 60],
  [5_000, 75],
] as const;

export function linkLimit(tier: string, bandwidthMbps: number): number {
  if (tier !== 'Premium') return 10;
  return premiumLimits.find(([mbps]) => bandwidthMbps <= mbps)?.[1] ?? 100;
}
