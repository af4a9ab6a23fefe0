import { t0 } from '../../support/a-circuit.ts';

type Timer = { readonly at: number; readonly resolve: () => void };

/** A clock that stands still until everything that can happen now has happened, and then goes to the next timer. */
export function createHandClock() {
  let now = t0;
  const timers: Timer[] = [];

  function wait(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      timers.push({ at: now + Math.max(0, ms), resolve });
      signal?.addEventListener('abort', () => resolve());
    });
  }

  /** Runs until nothing waits for time any more, or until this much has passed. */
  async function run(forMs = Number.POSITIVE_INFINITY): Promise<void> {
    const end = now + forMs;
    for (;;) {
      await everythingElse();
      timers.sort((a, b) => a.at - b.at);
      const next = timers[0];
      if (!next || next.at > end) break;
      timers.shift();
      now = Math.max(now, next.at);
      next.resolve();
    }
    if (Number.isFinite(end)) now = end;
  }

  return {
    now: () => now,
    wait,
    run,
    /** Somebody sets the clock of the machine back. */
    setBack(ms: number) {
      now -= ms;
    },
  };
}

export type HandClock = ReturnType<typeof createHandClock>;

/** A clock that goes on at once when somebody waits: all that happens is then made of turns of promises alone. */
export function createFlyingClock(): HandClock {
  let now = t0;
  const wait = async (ms: number) => {
    now += Math.max(0, ms);
  };
  const setBack = (ms: number) => {
    now -= ms;
  };
  return { now: () => now, wait, run: everythingElse, setBack };
}

/** Resolves when no promise is left that could go on by itself. */
function everythingElse(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
