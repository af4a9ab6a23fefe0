import type { Instant } from '../instant.ts';
import type { PrefixEvidence, Silence, Told } from './evidence.ts';

/** How a source did over all prefixes of a pre-flight. */
export type SourceStanding = {
  /** `host:port` of a routing registry, or what the source is. */
  readonly name: string;
  readonly told: number;
  /** Why it was silent, and of how many prefixes. */
  readonly silent: readonly { readonly why: Silence; readonly count: number }[];
  /** When it told the oldest of what it told. */
  readonly at: Instant | undefined;
};

type Sight = { readonly name: string; readonly told: Told<unknown> };

/** Each source once, in the order in which they are met: routing registries, then RPKI and RDAP. */
export function sourcesOf(evidence: readonly PrefixEvidence[]): readonly SourceStanding[] {
  const sights = evidence.flatMap(({ irr }) =>
    irr.map(({ server, told }): Sight => ({ name: server, told })),
  );
  const lists = evidence.map(({ rpki }): Sight => ({ name: 'RPKI', told: listTold(rpki) }));
  const records = evidence.map(({ holder }): Sight => ({ name: 'RDAP', told: holder }));
  const all = [...sights, ...lists, ...records];
  return [...new Set(all.map(({ name }) => name))].map((name) =>
    standing(
      name,
      all.filter((sight) => sight.name === name).map(({ told }) => told),
    ),
  );
}

/** A VRP list is as old as its making, not as its last reading. */
function listTold(rpki: PrefixEvidence['rpki']): Told<unknown> {
  return rpki.kind === 'told' ? { ...rpki, at: rpki.value.builtAt ?? rpki.at } : rpki;
}

function standing(name: string, all: readonly Told<unknown>[]): SourceStanding {
  const times = all.flatMap((told) => (told.kind === 'told' ? [told.at] : []));
  const whys = all.flatMap((told) => (told.kind === 'silent' ? [told.why] : []));
  return {
    name,
    told: times.length,
    silent: [...new Set(whys)].map((why) => ({ why, count: whys.filter((one) => one === why).length })),
    at: times.length > 0 ? times.reduce((oldest, at) => Math.min(oldest, at)) : undefined,
  };
}
