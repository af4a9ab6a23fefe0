import { isInTransition } from '../domain/circuit/next-step.ts';
import type { Instant } from '../domain/instant.ts';
import type { Store } from './store.ts';

export type PollPace = {
  /** Milliseconds between polls when nothing moves. */
  readonly calmMs: number;
  /** Milliseconds between polls while any circuit is in transition. */
  readonly movingMs: number;
};

/** Whether a tick of the schedule is a poll. Ticks come a little early or late: half a tick is forgiven. */
export async function isPollDue(
  store: Store,
  lastPollAt: Instant | undefined,
  now: Instant,
  pace: PollPace,
): Promise<boolean> {
  if (lastPollAt === undefined) return true;
  const slack = pace.movingMs / 2;
  // A clock that was set back must not silence the watch.
  const elapsed = Math.abs(now - lastPollAt);
  if (elapsed + slack >= pace.calmMs) return true;
  if (elapsed + slack < pace.movingMs) return false;
  return (await store.circuits()).some(isInTransition);
}
