import type { CircuitAddress } from '../domain/circuit/circuit-id.ts';
import { refusal } from './refusal.ts';

/** Has `advertisedPublicPrefixInfo` and every ExpressRoute field known; newest stable (facts/azure.md 1.1). */
export const networkApiVersion = '2026-01-01';

type Query = Readonly<Record<string, string>>;

/** ARM's id of a circuit, as Azure writes it: for bodies, which are not URL-encoded. */
export function armIdOf(target: CircuitAddress): string {
  return `/${namesOf(target).join('/')}`;
}

/** `below`: what is asked for in the circuit, for instance `['peerings', 'AzurePrivatePeering']`. */
export function circuitUrl(target: CircuitAddress, below: readonly string[] = [], query: Query = {}): string {
  return urlOf([...namesOf(target), ...below], query);
}

/** `id`: as Azure gave it, or made of names that have been checked. */
export function resourceUrl(id: string, query: Query = {}): string {
  return urlOf(id.replace(/^\//u, '').split('/'), query);
}

function namesOf({ subscriptionId, resourceGroup, name }: CircuitAddress): readonly string[] {
  const provider = ['providers', 'Microsoft.Network', 'expressRouteCircuits'];
  return ['subscriptions', subscriptionId, 'resourceGroups', resourceGroup, ...provider, name];
}

/** Throws AzureFault for a name that would lead elsewhere. */
function urlOf(names: readonly string[], query: Query): string {
  if (names.some((name) => /^\.{0,2}$/u.test(name))) {
    throw refusal('InvalidResourceId', `"/${names.join('/')}" is not the id of an Azure resource`);
  }
  const path = names.map(encodeURIComponent).join('/');
  return `/${path}?${queryOf({ 'api-version': networkApiVersion, ...query })}`;
}

/** A space is %20: a plus means one in forms only. */
export function queryOf(query: Query): string {
  return Object.entries(query)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
}
