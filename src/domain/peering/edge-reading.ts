import type { Instant } from '../instant.ts';
import type { ArpEntry, Availability, Neighbor } from './session-evidence.ts';
import { type EdgePlace, isAtEdge } from './session-place.ts';

/**
 * What came of asking Microsoft's edge for a table of one peering on one link. `unavailable`: it should have been asked and
 * could not be, by a fault or because the budget was used up; `answeredAt`: when it last could. `readBefore`: when it was read the last time before.
 */
export type EdgeReading<Line> = EdgePlace & {
  readonly answer:
    | { readonly kind: 'read'; readonly lines: readonly Line[]; readonly readBefore?: Instant }
    | { readonly kind: 'unavailable'; readonly answeredAt?: Instant };
};

/** What one look found out about the sessions of one circuit. Where there is no reading nobody asked the edge. */
export type SessionEvidence = {
  readonly series: readonly Availability[];
  readonly summaries: readonly EdgeReading<Neighbor>[];
  readonly arpTables: readonly EdgeReading<ArpEntry>[];
};

/** What the tables say of a thing: its line; that it may be judged without the edge, from then on; or nothing. */
export type EdgeWord<Line> =
  | { readonly kind: 'line'; readonly line: Line; readonly readBefore?: Instant }
  | { readonly kind: 'silent'; readonly since: Instant }
  | { readonly kind: 'not-asked' };

/**
 * A line that is not there tells nothing: no document says what the edge lists of a session that is not configured on
 * it, or whether it lists IPv6. It is as though the edge could not be asked.
 */
export function edgeWord<Line>(
  readings: readonly EdgeReading<Line>[],
  place: EdgePlace,
  find: (lines: readonly Line[]) => Line | undefined,
): EdgeWord<Line> {
  const answer = readings.find((reading) => isAtEdge(reading, place))?.answer;
  if (!answer) return { kind: 'not-asked' };
  if (answer.kind === 'unavailable') return { kind: 'silent', since: answer.answeredAt ?? 0 };
  const { lines, readBefore } = answer;
  const line = find(lines);
  if (line === undefined) return { kind: 'silent', since: 0 };
  return { kind: 'line', line, ...(readBefore === undefined ? {} : { readBefore }) };
}
