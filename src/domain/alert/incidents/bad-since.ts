import type { Instant } from '../../instant.ts';
import type { Trouble } from '../condition.ts';

/** Since when it is bad: a session's fall and a failed call are dated; of all else a look knows only that it is so now. */
export function badSince(trouble: Trouble, now: Instant): Instant {
  switch (trouble.kind) {
    case 'connectivity':
      return Math.min(
        now,
        ...trouble.sessions.filter(({ state }) => state === 'down').map(({ since }) => since),
      );
    case 'blind':
      return Math.min(now, trouble.since ?? now);
    default:
      return now;
  }
}
