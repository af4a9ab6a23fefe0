import type { Instant } from '../domain/instant.ts';
import type { PollReport } from '../usecases/poll-circuits.ts';
import type { Log, Now } from '../usecases/ports.ts';
import type { Outbox } from './outbox.ts';
import type { Every } from './pace.ts';

export type WatchDeps = {
  readonly poll: () => Promise<PollReport>;
  readonly isDue: (lastPollAt: Instant | undefined) => Promise<boolean>;
  readonly outbox: Outbox;
  /** Looks whether channels that could not be reached can be reached again. */
  readonly recheckChannels: () => Promise<void>;
  /** Looks at ourselves and at the clock; also while a poll hangs. */
  readonly lookAround: () => Promise<void>;
  /** Looks for maintenance that Azure plans. */
  readonly readPlans: () => Promise<void>;
  /** How often a poll may become due, whole seconds that divide a minute. */
  readonly tickSeconds: number;
  readonly every: Every;
  readonly now: Now;
  readonly log: Log;
};

export interface Watch {
  /**
   * One poll now, after the one under way if there is one; those who ask while it waits share it. A failure is logged
   * here, whoever asked.
   */
  pollNow(): Promise<PollReport>;
  /** Ends the schedule after the poll under way. */
  stop(): Promise<void>;
}

/** The schedule: polls when due, never two at once, and looks after the outbox. */
export function startWatch(deps: WatchDeps): Watch {
  let lastPollAt: Instant | undefined;
  let last: Promise<unknown> = Promise.resolve();

  let unended = 0;
  /** Asked for while another one is under way, and not begun yet. */
  let waiting: Promise<PollReport> | undefined;

  function pollNow(): Promise<PollReport> {
    if (waiting) return waiting;
    const isBehind = unended > 0;
    const next = pollNext();
    if (isBehind) waiting = next;
    return next;
  }

  function pollNext(): Promise<PollReport> {
    unended++;
    const next = last.then(async () => {
      if (waiting === next) waiting = undefined;
      lastPollAt = deps.now();
      return deps.poll();
    });
    last = next
      .catch((error: unknown) => deps.log.error({ err: error }, 'a poll failed'))
      .finally(() => unended--);
    return next;
  }

  async function tick(): Promise<void> {
    deps.outbox.wake();
    const isDue = await deps.isDue(lastPollAt).catch((error: unknown) => {
      deps.log.error({ err: error }, 'whether a poll is due could not be told');
      return false;
    });
    if (isDue) await pollNow().catch(() => undefined);
  }

  const jobs = [
    deps.every(`*/${deps.tickSeconds} * * * * *`, 'poll', tick),
    job(`*/${deps.tickSeconds} * * * * *`, deps.lookAround, 'the look around failed'),
    job('0 */10 * * * *', deps.recheckChannels, 'lost channels could not be looked at'),
    job('30 */15 * * * *', deps.readPlans, 'planned maintenance could not be read'),
  ];

  function job(when: string, work: () => Promise<void>, trouble: string): ReturnType<Every> {
    return deps.every(when, trouble, () =>
      work().catch((error: unknown) => deps.log.warn({ err: error }, trouble)),
    );
  }

  return {
    pollNow,
    async stop() {
      await Promise.all(jobs.map((task) => task.destroy()));
      await last;
    },
  };
}
