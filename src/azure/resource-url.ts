import type { CircuitAddress } from '../domain/circuit/circuit-id.ts';
import { refusal } from './refusal.ts';

/** Has `advertisedPublicPrefixInfo` and every ExpressRoute field known; newest stable (facts/azure.md 1.1). */
export const networkApiVersion = '2026-01-01';

type Query = Readonly<Record<string, string>>;

/** ARM's id of a circuit, as Azure writes it: for bodies, which are not URL-encoded. */
export function armIdOf({ subscriptionId, resourceGroup, name }: CircuitAddress): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.Network/expressRouteCircuits/${name}`;
}

/** `below`: what is asked for in the circuit, for instance `['peerings', 'AzurePrivatePeering']`. */
export function circuitUrl(target: CircuitAddress, below: readonly string[] = [], query: Query = {}): string {
  return resourceUrl([armIdOf(target), ...below].join('/'), query);
}

/** Throws AzureFault for a name that would lead elsewhere. */
export function resourceUrl(id: string, query: Query = {}): string {
  const names = id.split('/').filter((name, at) => at > 0 || name !== '');
  if (names.some((name) => /^\.{0,2}$/u.test(name))) {
    throw refusal('InvalidResourceId', `"${id}" is not the id of an Azure resource`);
  }
  const path = names.map(encodeURIComponent).join('/');
  return `/${path}?${new URLSearchParams({ 'api-version': networkApiVersion, ...query })}`;
}
