import type { CircuitSight, Connection } from '../operation/circuit-sight.ts';
import { addressFamilies, type PeeringType, parsePeeringType } from '../peering/peering.ts';
import { hiddenLinksOf } from './links.ts';

/**
 * What has to go before Azure deletes a circuit. Source: expressroute-workflows.md, and its additions of 2025-01 about
 * authorizations, Global Reach and route filters. Peerings go with the circuit.
 */
export type Blocker =
  /** `id`: ARM id of the connection. `isSeen` false: it is in a subscription that Trunkline does not watch. */
  | { readonly kind: 'link'; readonly id: string; readonly name: string; readonly isSeen: boolean }
  | { readonly kind: 'authorization'; readonly name: string }
  | { readonly kind: 'global-reach'; readonly name: string; readonly peering: PeeringType }
  | { readonly kind: 'route-filter'; readonly name: string; readonly peering: PeeringType };

/** In the order in which they are best taken away: links first, for they redeem authorizations. */
export function blockersOf(sight: CircuitSight, connections: readonly Connection[]): readonly Blocker[] {
  const { circuit, globalReach } = sight;
  return [
    ...connections.map(({ id, name }): Blocker => ({ kind: 'link', id, name, isSeen: true })),
    ...hiddenLinksOf(sight, connections).map(
      ({ id, name }): Blocker => ({ kind: 'link', id, name, isSeen: false }),
    ),
    ...circuit.authorizations.map(({ name }): Blocker => ({ kind: 'authorization', name })),
    ...globalReach.map(
      ({ name, peering }): Blocker => ({ kind: 'global-reach', name, peering: parsePeeringType(peering) }),
    ),
    ...routeFiltersOf(sight),
  ];
}

/** A filter that serves both address families is one. */
function routeFiltersOf({ circuit }: CircuitSight): readonly Blocker[] {
  return circuit.peerings.flatMap((peering) => {
    const names = addressFamilies.flatMap((family) => peering[family]?.routeFilter ?? []);
    return [...new Set(names)].map(
      (name): Blocker => ({ kind: 'route-filter', name, peering: peering.type }),
    );
  });
}
