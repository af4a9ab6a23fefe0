import type { Instant } from '../domain/instant.ts';
import type { Log, Now } from '../usecases/ports.ts';

/** Work that goes on in lanes: one after the other on a lane, lanes independently. */
export type Lanes<Lane extends string> = {
  /** Where something can be done now, and when it is worth looking again. */
  look(): Promise<{ readonly due: readonly Lane[]; readonly nextAt: Instant }>;
  /** One step. One call a lane at a time. */
  advance(lane: Lane): Promise<void>;
};

export type LaneRunnerDeps<Lane extends string> = {
  readonly run: Lanes<Lane>;
  /** For the log: `a request`, `a case`. */
  readonly what: string;
  readonly now: Now;
  /** Resolves after `ms`, or at once when the signal is aborted. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly log: Log;
};

export interface LaneRunner {
  /** Something was asked for, approved or said: look now. */
  wake(): void;
  /** Ends after the steps under way: never between a write and the note of how it went. */
  stop(): Promise<void>;
}

/** Looked at least this often, whatever a clock that was set says. */
const longestMs = 60_000;
/** Looked no more often than this, whatever is overdue and cannot be moved on. */
const shortestMs = 100;
const pauseAfterFaultMs = 5_000;

/** Carries requests out, and cases on. */
export function startLaneRunner<Lane extends string>({
  run,
  what,
  now,
  wait,
  log,
}: LaneRunnerDeps<Lane>): LaneRunner {
  let isEnding = false;
  const lanes = new Map<Lane, Promise<void>>();
  let nap = new AbortController();

  function wake(): void {
    nap.abort();
  }

  function startLane(name: Lane): void {
    if (lanes.has(name)) return;
    const lane = run
      .advance(name)
      .catch((error: unknown) => {
        if (!isGivenUp(error)) log.error({ err: error, lane: name }, `carrying on ${what} stopped`);
      })
      .finally(() => {
        lanes.delete(name);
        wake();
      });
    lanes.set(name, lane);
  }

  /** What is given up at the end did not go wrong. */
  function isGivenUp(error: unknown): boolean {
    return isEnding && error instanceof Error && error.name === 'AbortError';
  }

  /** Starts what can go on now. How long nothing else will, unless somebody wakes us. */
  async function look(): Promise<number> {
    const { due, nextAt } = await run.look();
    if (isEnding) return 0;
    for (const name of due) startLane(name);
    return Math.min(longestMs, Math.max(shortestMs, nextAt - now()));
  }

  function afterFault(error: unknown): number {
    log.error({ err: error }, `it could not be told when ${what} goes on`);
    return pauseAfterFaultMs;
  }

  async function loop(): Promise<void> {
    while (!isEnding) {
      nap = new AbortController();
      const ms = await look().catch(afterFault);
      await wait(ms, nap.signal);
    }
  }

  const looping = loop();
  return {
    wake,
    async stop() {
      isEnding = true;
      wake();
      await looping;
      await Promise.all(lanes.values());
    },
  };
}
