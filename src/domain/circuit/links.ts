import { lastPartOf, subscriptionOf } from '../operation/arm-id.ts';
import type { CircuitSight, Connection } from '../operation/circuit-sight.ts';

/** A connection that is known by its ARM id alone. */
export type HiddenLink = { readonly id: string; readonly name: string; readonly subscriptionId: string };

/**
 * Connections that redeemed an authorization of the circuit and are in no subscription that Trunkline reads: only
 * Azure's note on the authorization tells of them.
 */
export function hiddenLinksOf(
  { redeemedBy = {} }: CircuitSight,
  connections: readonly Connection[],
): readonly HiddenLink[] {
  const seen = new Set(connections.map(({ id }) => id.toLowerCase()));
  return [...new Set(Object.values(redeemedBy))].filter((id) => !seen.has(id.toLowerCase())).map(hiddenLink);
}

/** The connection that redeemed an authorization, as far as Azure tells. */
export function redeemerOf({ redeemedBy = {} }: CircuitSight, authorization: string): HiddenLink | undefined {
  const wanted = authorization.toLowerCase();
  const found = Object.entries(redeemedBy).find(([name]) => name.toLowerCase() === wanted);
  return found && hiddenLink(found[1]);
}

/** How many of the circuit's links are used up: networks seen and not seen, and Global Reach (expressroute-limits.md). */
export function linkCountOf(sight: CircuitSight, connections: readonly Connection[]): number {
  return connections.length + hiddenLinksOf(sight, connections).length + sight.globalReach.length;
}

function hiddenLink(id: string): HiddenLink {
  return { id, name: lastPartOf(id), subscriptionId: subscriptionOf(id) };
}
