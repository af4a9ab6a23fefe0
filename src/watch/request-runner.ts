import type { CircuitId } from '../domain/circuit/circuit-id.ts';
import type { Log, Now } from '../usecases/ports.ts';
import type { RequestRun } from '../usecases/requests/run-requests.ts';

export type RequestRunnerDeps = {
  readonly run: Pick<RequestRun, 'look' | 'advance'>;
  readonly now: Now;
  /** Resolves after `ms`, or at once when the signal is aborted. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly log: Log;
};

export interface RequestRunner {
  /** Something was asked for or approved: look now. */
  wake(): void;
  /** Ends after the steps under way: never between a write and the note of how it went. */
  stop(): Promise<void>;
}

/** Looked at least this often, whatever a clock that was set says. */
const longestMs = 60_000;
/** Looked no more often than this, whatever is overdue and cannot be moved on. */
const shortestMs = 100;
const pauseAfterFaultMs = 5_000;

/** Carries requests out: one after the other on a circuit, circuits independently. */
export function startRequestRunner({ run, now, wait, log }: RequestRunnerDeps): RequestRunner {
  let isEnding = false;
  const lanes = new Map<CircuitId, Promise<void>>();
  let nap = new AbortController();

  function wake(): void {
    nap.abort();
  }

  function startLane(circuitId: CircuitId): void {
    if (lanes.has(circuitId)) return;
    const lane = run
      .advance(circuitId)
      .catch((error: unknown) => log.error({ err: error, circuitId }, 'carrying out a request stopped'))
      .finally(() => {
        lanes.delete(circuitId);
        wake();
      });
    lanes.set(circuitId, lane);
  }

  /** Starts what can go on now. How long nothing else will, unless somebody wakes us. */
  async function look(): Promise<number> {
    const { due, nextAt } = await run.look();
    if (isEnding) return 0;
    for (const circuitId of due) startLane(circuitId);
    return Math.min(longestMs, Math.max(shortestMs, nextAt - now()));
  }

  function afterFault(error: unknown): number {
    log.error({ err: error }, 'requests could not be looked up');
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
