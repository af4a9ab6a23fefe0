import type { Circuit } from '../../circuit/circuit.ts';
import { networkAround } from '../../peering/addresses.ts';
import type { AddressFamily, Peering, PublicPrefixes } from '../../peering/peering.ts';
import { isAccepted } from '../../peering/prefix-states.ts';
import { prefixListsOf } from '../../peering/reading.ts';
import { noRegistry } from '../../peering/registry.ts';

/** An advertised public prefix of a circuit's Microsoft peering, as far as registries concern it. */
export type WatchedPrefix = {
  /** Canonical CIDR. */
  readonly prefix: string;
  readonly family: AddressFamily;
  /** The AS number that is to originate it. */
  readonly asn: number;
  /** The routing registry that the peering names, by the name that its objects bear. */
  readonly source?: string;
  /** Microsoft accepts it now. */
  readonly isAccepted: boolean;
};

/** A circuit never changes, it is replaced: what was read of it once is read. All of them are gone through at each poll. */
const read = new WeakMap<object, readonly WatchedPrefix[]>();

/** Of prefixes that are written in several ways the first counts. Without an AS number there is nothing to look for. */
export function watchedPrefixesOf(circuit: Pick<Circuit, 'peerings'>): readonly WatchedPrefix[] {
  const watched = read.get(circuit) ?? readPrefixes(circuit);
  read.set(circuit, watched);
  return watched;
}

function readPrefixes({ peerings }: Pick<Circuit, 'peerings'>): readonly WatchedPrefix[] {
  const all = peerings
    .filter(({ type }) => type === 'MicrosoftPeering')
    .flatMap((peering) => prefixListsOf(peering).flatMap(({ list }) => prefixesOf(peering, list)));
  return [...new Map(all.toReversed().map((watched) => [watched.prefix, watched])).values()].reverse();
}

function prefixesOf({ peerAsn }: Peering, list: PublicPrefixes): readonly WatchedPrefix[] {
  const asn = list.customerAsn ?? peerAsn;
  if (asn === undefined) return [];
  const source = sourceOf(list.routingRegistry);
  const states = new Map(list.each.map(({ prefix, state }) => [prefix, state]));
  return [...new Set([...list.advertised, ...states.keys()])].flatMap((text) => {
    const network = networkAround(text);
    if (!network) return [];
    const state = states.get(text) ?? (list.state === 'Configured' ? list.state : undefined);
    const { text: prefix, family } = network;
    return [
      { prefix, family, asn, ...(source === undefined ? {} : { source }), isAccepted: isAccepted(state) },
    ];
  });
}

/** Azure says RIPENCC where the objects themselves say RIPE. */
function sourceOf(registry: string | undefined): string | undefined {
  const name = registry?.trim().toUpperCase();
  if (!name || name === noRegistry) return undefined;
  return name === 'RIPENCC' ? 'RIPE' : name;
}
