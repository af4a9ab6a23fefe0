import type { AsSet, IrrSource, Route } from '../world/records.ts';
import type { RegistryWorld } from '../world/registry-world.ts';

/** What one connection sees: the sources that it has chosen, the preferred one first. */
export interface Selection {
  /** Undefined chooses all again. False: one of them is not served here, and nothing is changed. */
  choose(sources: readonly string[] | undefined): boolean;
  sources(): readonly IrrSource[];
  routes(): readonly Route[];
  asSets(): readonly AsSet[];
}

export function createSelection(world: RegistryWorld, served: readonly IrrSource[]): Selection {
  let chosen = served;

  function preferred<Row extends { readonly source: IrrSource }>(rows: readonly Row[]): readonly Row[] {
    return chosen.flatMap((source) => rows.filter((row) => row.source === source));
  }

  return {
    choose(sources = served) {
      const known = served.filter((source) => sources.includes(source));
      if (known.length < new Set(sources).size) return false;
      chosen = known.toSorted((a, b) => sources.indexOf(a) - sources.indexOf(b));
      return true;
    },
    sources: () => chosen,
    routes: () => preferred(world.routes()),
    asSets: () => preferred(world.asSets()),
  };
}
