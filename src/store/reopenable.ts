import type { Incident } from '../domain/alert/incident.ts';
import { subjectKey } from '../domain/alert/subject.ts';
import { isResolved } from './amend-incidents.ts';

/** Those that are not resolved, and of each subject the one that was resolved last: no other can be opened again. */
export function withoutHistory(incidents: readonly Incident[]): readonly Incident[] {
  const last = new Map<string, Incident>();
  for (const incident of incidents.filter(isResolved)) {
    const key = subjectKey(incident.subject);
    const other = last.get(key);
    if (!other || (other.resolvedAt ?? 0) <= (incident.resolvedAt ?? 0)) last.set(key, incident);
  }
  const lately = new Set(last.values());
  return incidents.filter((incident) => !isResolved(incident) || lately.has(incident));
}
