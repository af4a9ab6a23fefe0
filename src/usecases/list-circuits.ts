import type { Incident } from '../domain/alert/incident.ts';
import type { Severity } from '../domain/alert/severity.ts';
import type { CircuitId } from '../domain/circuit/circuit-id.ts';
import { type CircuitFilter, matchesFilter } from '../domain/circuit/filter.ts';
import type { KnownCircuit } from '../domain/circuit/known-circuit.ts';
import { openIncidents } from './alerts/list-incidents.ts';
import type { Freshness, FreshnessBoard } from './freshness.ts';
import { pageOf } from './page-of.ts';
import type { Store } from './store.ts';

export type CircuitPage = {
  readonly filter: CircuitFilter;
  readonly circuits: readonly KnownCircuit[];
  /** Counted from 0. */
  readonly page: number;
  readonly pageCount: number;
  readonly total: number;
  /** How many are known without the filter. */
  readonly knownTotal: number;
  /** How bad the worst of what is wrong with a circuit is; those that are not in it have nothing. */
  readonly troubled: ReadonlyMap<CircuitId, Severity>;
  readonly freshness: readonly Freshness[];
};

/** How many circuits one message shows: what fits on a phone with two thumbs of scrolling. */
export const pageSize = 10;

/** Answers from the store alone, so that it takes no longer with Azure away. A page past the end is the last one. */
export async function listCircuits(
  { store, freshness }: { readonly store: Store; readonly freshness: FreshnessBoard },
  filter: CircuitFilter,
  wantedPage: number,
): Promise<CircuitPage> {
  const [known, incidents] = await Promise.all([store.circuits(), openIncidents({ store })]);
  const matching = filter.length === 0 ? known : known.filter((entry) => matchesFilter(filter, entry));
  const { shown, page, pageCount } = pageOf(matching, wantedPage, pageSize);
  return {
    filter,
    circuits: shown,
    page,
    pageCount,
    total: matching.length,
    knownTotal: known.length,
    troubled: worstOf(incidents),
    freshness: freshness.all(),
  };
}

/** `incidents`: the worst first. */
function worstOf(incidents: readonly Incident[]): ReadonlyMap<CircuitId, Severity> {
  return new Map(
    incidents
      .toReversed()
      .flatMap(({ circuit, severity }) => (circuit ? [[circuit.id, severity] as const] : [])),
  );
}
