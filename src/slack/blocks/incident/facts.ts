import type { Incident } from '../../../domain/alert/incident.ts';

/** What is told of an incident, wherever: its card, a list, a digest. A view of it has that, and it itself. */
export type IncidentFacts = Omit<Incident, 'tellings' | 'revision' | 'bads' | 'omittedSteps'>;

/** How long it was bad, milliseconds; its last end says so, where it is kept. */
export function lastedMs({ steps, firstBadAt, goodSince, resolvedAt }: IncidentFacts): number {
  const end = steps.findLast(({ what }) => what.kind === 'resolved')?.what;
  if (end?.kind === 'resolved') return end.lastedMs;
  return Math.max(0, (goodSince ?? resolvedAt ?? firstBadAt) - firstBadAt);
}

/** It was well in between: how long it lasted is not how long it was bad. */
export function isOnAndOff({ reopened, steps }: IncidentFacts): boolean {
  return reopened > 0 || steps.some(({ what }) => ['bad-again', 'flapping', 'calm'].includes(what.kind));
}

/** Nothing that is down last was down from the beginning: it began as something else. */
export function isMixed({ trouble, firstBadAt, reopened }: IncidentFacts): boolean {
  if (trouble.kind !== 'connectivity' || reopened > 0) return false;
  const down = trouble.sessions.filter(({ state }) => state === 'down');
  return down.length > 0 && down.every(({ since }) => since > firstBadAt);
}
