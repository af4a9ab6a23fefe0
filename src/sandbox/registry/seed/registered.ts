import { type Prefix, parsePrefix } from '../world/prefix.ts';
import type { AddressRegistry, Holder, IrrSource, Route, Vrp } from '../world/records.ts';

/** Of a seed that is written by hand: what is no prefix is a mistake in the seed. */
function prefixOf(text: string): Prefix {
  const prefix = parsePrefix(text);
  if (!prefix) throw new Error(`the seed names ${text}, which is no prefix`);
  return prefix;
}

export function aRoute(prefix: string, origin: number, source: IrrSource, maintainer?: string): Route {
  return { prefix: prefixOf(prefix), origin, source, maintainers: [maintainer ?? `MAINT-AS${origin}`] };
}

/** A ROA for exactly this block. */
export function aVrp(prefix: string, asn: number, ta: string): Vrp {
  const block = prefixOf(prefix);
  return { prefix: block, asn, maxLength: block.length, ta };
}

export function aHolder(
  prefix: string,
  registry: AddressRegistry,
  wanted: Pick<Holder, 'handle' | 'name' | 'organization' | 'country' | 'type'> & Partial<Holder>,
): Holder {
  return { remarks: [], ...wanted, prefix: prefixOf(prefix), registry };
}
