import type { Instant } from '../../domain/instant.ts';

type Obstacle = 'locked' | 'no-effect' | 'unanswered' | 'endless';
type Trouble = { readonly step: number; readonly since: Instant; readonly times: number };

/**
 * How long and how often each request's step has been kept from going on. Not in the store: after a restart patience
 * begins anew, which costs nothing.
 */
export interface RunMemory {
  /** The obstacle is met once more. */
  note(
    obstacle: Obstacle,
    at: { readonly id: string; readonly step: number },
    now: Instant,
  ): { readonly lastsMs: number; readonly times: number };
  forget(id: string): void;
}

export function createRunMemory(): RunMemory {
  const troubles = {
    locked: new Map<string, Trouble>(),
    'no-effect': new Map<string, Trouble>(),
    unanswered: new Map<string, Trouble>(),
    endless: new Map<string, Trouble>(),
  };
  return {
    note(obstacle, { id, step }, now) {
      const old = troubles[obstacle].get(id);
      const same = old?.step === step ? old : undefined;
      // A clock that was set back would make it last for ever.
      const since = same && same.since <= now ? same.since : now;
      const times = (same?.times ?? 0) + 1;
      troubles[obstacle].set(id, { step, since, times });
      return { lastsMs: now - since, times };
    },
    forget(id) {
      for (const map of Object.values(troubles)) map.delete(id);
    },
  };
}
