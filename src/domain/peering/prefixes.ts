import { answer, type Result, refuse } from '../result.ts';
import { isInner, specialRangeOf } from './address-kind.ts';
import type { Network } from './addresses.ts';
import type { PrefixesInput } from './input.ts';
import { readNetwork } from './network.ts';
import type { AddressFamily } from './peering.ts';
import type { PrefixesRefusal } from './refusal.ts';

/** Of each address family; BGP drops the session above it. Source: expressroute-routing.md, Microsoft peering. */
export const prefixLimit = 200;

/**
 * Reads the public prefixes that a Microsoft peering is to advertise; the first that is wrong is told. A prefix within
 * another is none of our business: to advertise both is common.
 */
export function readPrefixes(
  family: AddressFamily,
  typed: readonly string[],
): Result<readonly Network[], PrefixesRefusal> {
  const at: PrefixesInput = `${family}-prefixes`;
  if (typed.length === 0) return refuse({ code: 'prefixes-missing', at });
  if (typed.length > prefixLimit)
    return refuse({ code: 'prefixes-too-many', at, count: typed.length, limit: prefixLimit });
  const read: Network[] = [];
  for (const value of typed) {
    const prefix = readPrefix(family, at, value);
    if (!prefix.ok) return prefix;
    if (read.some(({ text }) => text === prefix.value.text))
      return refuse({ code: 'prefix-twice', at, value });
    read.push(prefix.value);
  }
  return answer(read);
}

function readPrefix(
  family: AddressFamily,
  at: PrefixesInput,
  value: string,
): Result<Network, PrefixesRefusal> {
  const read = readNetwork(family, at, value);
  if (!read.ok) return read;
  if (read.value.length === 0) return refuse({ code: 'prefix-default-route', at, value });
  const special = specialRangeOf(read.value);
  if (!special) return read;
  const code = isInner(special) ? 'network-not-public' : 'network-unusable';
  return refuse({ code, at, value, ...special });
}
