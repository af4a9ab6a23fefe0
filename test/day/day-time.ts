import { setTimeout as pause } from 'node:timers/promises';
import type { Instant } from '../../src/domain/instant.ts';
import type { Pace } from '../../src/watch/pace.ts';
import { cronFits } from './cron-fits.ts';

/** Time that leaps: what waits and what is on the schedule goes by it, and so does the world outside. */
export interface DayTime {
  readonly pace: Pace;
  now(): Instant;
  /** Lets time pass until then. Whoever waits is woken at his moment, and has time for what he does then. */
  passTo(until: Instant): Promise<void>;
  /** Runs all that is due at this very second to its end. Real milliseconds of each job, by its name. */
  runDue(): Promise<ReadonlyMap<string, number>>;
}

type Sleeper = { readonly due: Instant; readonly wake: () => void };
type Job = { readonly when: string; readonly name: string; readonly work: () => Promise<void> };

/** Real milliseconds for what is under way to come to an end or to its next wait. If it takes longer, time goes on. */
const breathMs = 2;
/** While a job runs time leaps no further than this at once. */
const leapMs = 1_000;

/** `moveWorld`: the time outside goes with it. */
export function createDayTime(moveWorld: (ms: number) => Promise<unknown>, isBusy: () => boolean): DayTime {
  let aheadMs = 0;
  const sleepers = new Set<Sleeper>();
  const jobs = new Set<Job>();
  const now = () => Date.now() + aheadMs;
  const earliest = () => [...sleepers].sort((a, b) => a.due - b.due)[0]?.due;

  async function leap(to: Instant): Promise<void> {
    const ms = Math.ceil(to - now());
    if (ms > 0) {
      await moveWorld(ms);
      aheadMs += ms;
    }
    for (const { due, wake } of sleepers) if (due <= now()) wake();
  }

  async function breathe(): Promise<void> {
    do await pause(breathMs);
    while (isBusy());
  }

  async function passTo(until: Instant): Promise<void> {
    for (;;) {
      await breathe();
      const due = earliest() ?? Number.POSITIVE_INFINITY;
      if (due > until) break;
      await leap(due);
    }
    await leap(until);
  }

  async function finish(work: Promise<void>): Promise<number> {
    const start = performance.now();
    let ms: number | undefined;
    const ended = work.finally(() => {
      ms = performance.now() - start;
    });
    while (ms === undefined) {
      await Promise.race([ended, breathe()]);
      const due = earliest();
      if (ms === undefined && due !== undefined && due - now() <= leapMs) await leap(due);
    }
    return ms;
  }

  return {
    now,
    passTo,
    async runDue() {
      const second = Math.floor(now() / 1_000) * 1_000;
      const took = new Map<string, number>();
      for (const { when, name, work } of jobs) {
        if (cronFits(when, second)) took.set(name, await finish(work()));
      }
      return took;
    },
    pace: {
      wait: (ms, signal) => sleep(sleepers, now() + ms, signal),
      every(when, name, work) {
        const job = { when, name, work };
        jobs.add(job);
        return { destroy: () => jobs.delete(job) };
      },
    },
  };
}

function sleep(sleepers: Set<Sleeper>, due: Instant, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const wake = () => {
      sleepers.delete(sleeper);
      signal.removeEventListener('abort', wake);
      resolve();
    };
    const sleeper = { due, wake };
    sleepers.add(sleeper);
    signal.addEventListener('abort', wake);
  });
}
