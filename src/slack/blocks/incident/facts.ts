import type { Incident } from '../../../domain/alert/incident.ts';

/** What is told of an incident, wherever: its card, a list, a digest. A view of it has that, and it itself. */
export type IncidentFacts = Omit<Incident, 'tellings' | 'revision' | 'bads' | 'omittedSteps'>;

/** How long it was bad, milliseconds; its last end says so, where it is kept. */
export function lastedMs({ steps, firstBadAt, goodSince, resolvedAt }: IncidentFacts): number {
  const end = steps.findLast(({ what }) => what.kind === 'resolved')?.what;
  if (end?.kind === 'resolved') return end.lastedMs;
  return Math.max(0, (goodSince ?? resolvedAt ?? firstBadAt) - firstBadAt);
}
