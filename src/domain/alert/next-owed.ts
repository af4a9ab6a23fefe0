import type { Instant } from '../instant.ts';
import type { Owed } from './notice.ts';
import { strandsOf } from './strands.ts';
import { urgencyOf } from './urgency.ts';

/** Who has waited so long is as urgent as anything: the oldest of them goes first. */
export const patienceMs = 10 * 60_000;

/**
 * Which of the messages that one recipient is owed, given in the order in which they were owed, is sent next: the most
 * urgent, but none before an older one of the same circuit or thread. So an older one is as urgent as the most urgent
 * that has to wait for it.
 */
export function nextOf(waiting: readonly Owed[], now: Instant): Owed | undefined {
  const entries = waiting.map((owed) => ({
    owed,
    strands: strandsOf(owed),
    urgency: agedUrgency(owed, now),
  }));
  const urgencies = inherited(entries);
  const begun = new Set<string>();
  let next: { readonly owed: Owed; readonly urgency: number } | undefined;
  for (const [index, { owed, strands }] of entries.entries()) {
    const urgency = urgencies[index] ?? 0;
    const isFirst = [...strands].every((strand) => !begun.has(strand));
    if (isFirst && urgency < (next?.urgency ?? Number.POSITIVE_INFINITY)) {
      next = { owed, urgency };
    }
    for (const strand of strands) begun.add(strand);
  }
  return next?.owed;
}

function agedUrgency(owed: Owed, now: Instant): number {
  return now - owed.owedAt >= patienceMs ? 0 : urgencyOf(owed);
}

type Entry = { readonly strands: ReadonlySet<string>; readonly urgency: number };

/** Of each: its own urgency, or that of the most urgent that waits for it. */
function inherited(entries: readonly Entry[]): readonly number[] {
  const ofStrand = new Map<string, number>();
  const lastFirst = entries.toReversed().map(({ strands, urgency }) => {
    const behind = [...strands].map((strand) => ofStrand.get(strand) ?? Number.POSITIVE_INFINITY);
    const most = Math.min(urgency, ...behind);
    for (const strand of strands) ofStrand.set(strand, most);
    return most;
  });
  return lastFirst.reverse();
}
