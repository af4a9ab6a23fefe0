import { type Incident, isOpen } from '../../domain/alert/incident.ts';
import { severities } from '../../domain/alert/severity.ts';
import type { CircuitId } from '../../domain/circuit/circuit-id.ts';
import { type CircuitFilter, isLasting, matchesFilter, matchesRef } from '../../domain/circuit/filter.ts';
import type { KnownCircuit } from '../../domain/circuit/known-circuit.ts';
import { pageOf } from '../page-of.ts';
import type { Store } from '../store.ts';

/** `all`: those that are over, too. */
export type IncidentsAsk = { readonly filter: CircuitFilter; readonly all: boolean };

export type IncidentPage = IncidentsAsk & {
  readonly incidents: readonly Incident[];
  /** Counted from 0. */
  readonly page: number;
  readonly pageCount: number;
  readonly total: number;
};

const pageSize = 8;

/** A page of what is wrong, the worst first. A page past the end is the last one. */
export async function listIncidents(
  { store }: { readonly store: Pick<Store, 'incidents' | 'circuits'> },
  { filter, all }: IncidentsAsk,
  wantedPage: number,
): Promise<IncidentPage> {
  const [known, incidents] = await Promise.all([
    filter.length > 0 ? store.circuits() : [],
    store.incidents({ all }),
  ]);
  const present = new Map(known.map((entry) => [entry.circuit.id, entry]));
  const fitting = sorted(incidents.filter((one) => isShown(one, all) && fits(one, filter, present)));
  const { shown, page, pageCount } = pageOf(fitting, wantedPage, pageSize);
  return {
    filter,
    all,
    incidents: shown,
    page,
    pageCount,
    total: fitting.length,
  };
}

/** Those that are open, the worst first. */
export async function openIncidents({
  store,
}: {
  readonly store: Pick<Store, 'incidents'>;
}): Promise<readonly Incident[]> {
  return sorted((await store.incidents()).filter(isOpen));
}

function isShown(incident: Incident, all: boolean): boolean {
  return isOpen(incident) || (all && incident.state === 'resolved');
}

/** Trunkline's own blindness is of no circuit: no filter finds it. */
function fits(
  { circuit }: Incident,
  filter: CircuitFilter,
  present: ReadonlyMap<CircuitId, KnownCircuit>,
): boolean {
  if (filter.length === 0) return true;
  if (!circuit) return false;
  const known = present.get(circuit.id);
  return known
    ? matchesFilter(filter, known)
    : filter.every(({ key }) => isLasting(key)) && matchesRef(filter, circuit);
}

const states = ['open', 'clearing', 'resolved', 'pending'] as const;

/** What is open before what is over, the worst of it first, then the newest. */
function sorted(incidents: readonly Incident[]): readonly Incident[] {
  const over = (one: Incident) => (isOpen(one) ? 0 : 1);
  const severity = (one: Incident) => (isOpen(one) ? -severities.indexOf(one.severity) : 0);
  return [...incidents].sort(
    (a, b) =>
      over(a) - over(b) ||
      severity(a) - severity(b) ||
      states.indexOf(a.state) - states.indexOf(b.state) ||
      b.firstBadAt - a.firstBadAt ||
      (a.id < b.id ? -1 : 1),
  );
}
