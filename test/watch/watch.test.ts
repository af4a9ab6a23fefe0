import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PollReport } from '../../src/usecases/poll-circuits.ts';
import { wallPace } from '../../src/watch/pace.ts';
import { startWatch, type WatchDeps } from '../../src/watch/watch.ts';
import { keptLog } from '../support/kept-log.ts';

const quiet: PollReport = { read: 1, failed: 0, changes: 0, owed: 0 };

/** A watch that ticks every 15 s of a clock moved by hand, with polls that end when they are told to. */
function aWatch(overrides: Partial<WatchDeps> = {}) {
  const polls: { end: (report: PollReport) => void; fail: (error: Error) => void }[] = [];
  const asked: (number | undefined)[] = [];
  const log = keptLog();
  const counts = { wakes: 0, rechecks: 0 };
  const watch = startWatch({
    poll: () =>
      new Promise((end, fail) => {
        polls.push({ end, fail });
      }),
    isDue: async (lastPollAt) => {
      asked.push(lastPollAt);
      return true;
    },
    outbox: {
      wake: () => {
        counts.wakes++;
      },
      stop: async () => {},
    },
    recheckChannels: async () => {
      counts.rechecks++;
    },
    lookAround: async () => {},
    readPlans: async () => {},
    tickSeconds: 15,
    every: wallPace.every,
    now: Date.now,
    log,
    ...overrides,
  });
  stops.push(() => {
    for (const poll of polls) poll.end(quiet);
    return watch.stop();
  });
  return { ...watch, polls, asked, log, counts };
}

const stops: (() => Promise<void>)[] = [];
const start = Date.UTC(2026, 2, 2, 3, 12, 0, 500);

beforeEach(() => {
  vi.useFakeTimers({ now: start });
});

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  vi.useRealTimers();
});

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1_000);

describe('a tick', () => {
  test('polls when a poll is due, and tells when the last one began', async () => {
    const watch = aWatch();
    await seconds(15);
    expect(watch.polls).toHaveLength(1);
    watch.polls[0]?.end(quiet);
    await seconds(15);
    expect(watch.polls).toHaveLength(2);
    expect(watch.asked).toEqual([undefined, Date.UTC(2026, 2, 2, 3, 12, 15)]);
  });

  test('does not poll when none is due, and looks after the outbox all the same', async () => {
    const watch = aWatch({ isDue: async () => false });
    await seconds(60);
    expect(watch.polls).toEqual([]);
    expect(watch.counts.wakes).toBe(4);
  });

  test('never polls while a poll is under way', async () => {
    const watch = aWatch();
    await seconds(120);
    expect(watch.polls).toHaveLength(1);
    watch.polls[0]?.end(quiet);
    await seconds(15);
    expect(watch.polls).toHaveLength(2);
  });

  test('goes on after a poll that failed, and tells of it', async () => {
    const watch = aWatch();
    await seconds(15);
    watch.polls[0]?.fail(new Error('a bug'));
    await seconds(15);
    expect(watch.polls).toHaveLength(2);
    expect(watch.log.lines).toEqual(['error: a poll failed']);
  });

  test('goes on after a store that could not say whether a poll is due', async () => {
    let broken = true;
    const watch = aWatch({
      isDue: async () => {
        if (broken) throw new Error('no store');
        return true;
      },
    });
    await seconds(15);
    broken = false;
    await seconds(15);
    expect(watch.polls).toHaveLength(1);
    expect(watch.log.lines).toEqual(['error: whether a poll is due could not be told']);
  });
});

describe('a poll on demand', () => {
  test('comes after the one under way, never beside it', async () => {
    const watch = aWatch();
    const first = watch.pollNow();
    const second = watch.pollNow();
    await seconds(0);
    expect(watch.polls).toHaveLength(1);
    watch.polls[0]?.end({ ...quiet, changes: 1 });
    expect(await first).toMatchObject({ changes: 1 });
    await seconds(0);
    expect(watch.polls).toHaveLength(2);
    watch.polls[1]?.end({ ...quiet, changes: 2 });
    expect(await second).toMatchObject({ changes: 2 });
  });

  test('tells its own failure, and does not spoil the next', async () => {
    const watch = aWatch();
    const first = watch.pollNow();
    const second = watch.pollNow();
    await seconds(0);
    watch.polls[0]?.fail(new Error('a bug'));
    await expect(first).rejects.toThrow('a bug');
    await seconds(0);
    watch.polls[1]?.end(quiet);
    expect(await second).toEqual(quiet);
  });
});

test('a poll on demand that failed is logged too, once', async () => {
  const watch = aWatch();
  const polled = watch.pollNow();
  await seconds(0);
  watch.polls[0]?.fail(new Error('a bug'));
  await expect(polled).rejects.toThrow('a bug');
  expect(watch.log.lines).toEqual(['error: a poll failed']);
});

describe('channels that could not be reached', () => {
  test('are looked at again every ten minutes', async () => {
    const watch = aWatch({ isDue: async () => false });
    await seconds(20 * 60);
    expect(watch.counts.rechecks).toBe(2);
  });

  test('do not hold the polls up when Slack does not tell', async () => {
    const watch = aWatch({ recheckChannels: () => Promise.reject(new Error('no answer')) });
    await seconds(10 * 60);
    expect(watch.log.lines.join()).toContain('lost channels could not be looked at');
    expect(watch.polls.length).toBeGreaterThan(0);
  });
});

describe('the end', () => {
  test('waits for the poll under way, and no tick comes after it', async () => {
    const watch = aWatch();
    await seconds(15);
    let ended = false;
    const ending = watch.stop().then(() => {
      ended = true;
    });
    await seconds(60);
    expect(ended).toBe(false);
    watch.polls[0]?.end(quiet);
    await ending;
    await seconds(60);
    expect(watch.polls).toHaveLength(1);
  });
});
