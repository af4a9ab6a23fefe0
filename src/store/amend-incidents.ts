import type { Digest } from '../domain/alert/digest.ts';
import type { Incident } from '../domain/alert/incident.ts';
import { historyCaps, type Transaction } from '../usecases/store.ts';
import { amendMap } from './amend.ts';
import { keyOf, type StoreState } from './state.ts';

type Incidents = StoreState['incidents'];

/** Of those that are resolved, the ones that ended first go first. */
export function amendIncidents(before: Incidents, { putIncidents, removeIncidents }: Transaction): Incidents {
  const after = amendMap(before, keyOf.incident, putIncidents, removeIncidents);
  if (after === before || after.size <= historyCaps.incidents) return after;
  const over = [...after.values()].filter(isResolved).sort((a, b) => endOf(a) - endOf(b));
  return without(after, over.slice(0, Math.max(0, over.length - historyCaps.incidents)).map(keyOf.incident));
}

/** One that is edited when an incident of it goes on is never dropped. */
export function amendDigests(
  before: StoreState['digests'],
  { putDigests }: Transaction,
  incidents: Incidents,
): StoreState['digests'] {
  const after = amendMap(before, keyOf.digest, putDigests);
  if (after === before || after.size <= historyCaps.digests) return after;
  const over = [...after.values()].filter((digest) => !goesOn(digest, incidents));
  const oldest = over
    .sort((a, b) => a.until - b.until)
    .slice(0, Math.max(0, over.length - historyCaps.digests));
  return without(after, oldest.map(keyOf.digest));
}

/** An incident of it is not resolved. */
export function goesOn({ lines }: Digest, incidents: Incidents): boolean {
  return lines.some((line) => {
    const incident = line.kind === 'incident' ? incidents.get(line.incidentId) : undefined;
    return incident !== undefined && !isResolved(incident);
  });
}

export function isResolved({ state }: Pick<Incident, 'state'>): boolean {
  return state === 'resolved';
}

function endOf({ resolvedAt, firstBadAt }: Incident): number {
  return resolvedAt ?? firstBadAt;
}

function without<V>(map: ReadonlyMap<string, V>, keys: readonly string[]): ReadonlyMap<string, V> {
  const gone = new Set(keys);
  return gone.size === 0 ? map : new Map([...map].filter(([key]) => !gone.has(key)));
}
