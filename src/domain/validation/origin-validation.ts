import { isOverlapping, type Network, networkAround } from '../peering/addresses.ts';
import type { Vrp } from './evidence.ts';

/**
 * `origin`: another AS number is authorised. `length`: this one is, for shorter prefixes only. `as0`: nobody is (RFC 7607),
 * and no other VRP covers the prefix.
 */
export const invalidities = ['origin', 'length', 'as0'] as const;
export type Invalidity = (typeof invalidities)[number];

/** `by`: the VRPs that decided. Of a valid origin those that match it, of an invalid one all that cover the prefix. */
export type OriginValidity =
  | { readonly state: 'valid'; readonly by: readonly Vrp[] }
  | { readonly state: 'invalid'; readonly why: Invalidity; readonly by: readonly Vrp[] }
  | { readonly state: 'not-found' };

/**
 * Route origin validation by RFC 6811, section 2. Of the VRPs those count that cover the prefix, whatever else is given.
 * A prefix that is none is covered by nothing.
 */
export function validateOrigin(prefix: string, asn: number, vrps: readonly Vrp[]): OriginValidity {
  const route = networkAround(prefix);
  const covering = route ? vrps.filter((vrp) => covers(vrp, route)) : [];
  if (!route || covering.length === 0) return { state: 'not-found' };
  const ours = covering.filter((vrp) => vrp.asn === asn && asn !== 0);
  const matching = ours.filter(({ maxLength }) => route.length <= maxLength);
  if (matching.length > 0) return { state: 'valid', by: matching };
  return { state: 'invalid', why: invalidity(ours, covering), by: covering };
}

function covers({ prefix }: Vrp, route: Network): boolean {
  const network = networkAround(prefix);
  return network !== undefined && network.length <= route.length && isOverlapping(network, route);
}

function invalidity(ours: readonly Vrp[], covering: readonly Vrp[]): Invalidity {
  if (ours.length > 0) return 'length';
  return covering.every(({ asn }) => asn === 0) ? 'as0' : 'origin';
}
