import { describe, expect, test } from 'vitest';
import type { PollReport } from '../../src/usecases/poll-circuits.ts';
import { wallPace } from '../../src/watch/pace.ts';
import { startWatch } from '../../src/watch/watch.ts';
import { keptLog } from '../support/kept-log.ts';

const quiet: PollReport = { read: 1, failed: 0, changes: 0, owed: 0 };

/** A watch whose polls end when they are told to. */
function aWatch() {
  const polls: ((report: PollReport) => void)[] = [];
  const watch = startWatch({
    poll: () => new Promise((end) => void polls.push(end)),
    isDue: async () => false,
    outbox: { wake() {}, stop: async () => {} },
    recheckChannels: async () => {},
    lookAround: async () => {},
    readPlans: async () => {},
    tickSeconds: 15,
    every: wallPace.every,
    now: Date.now,
    log: keptLog(),
  });
  return { ...watch, polls };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('polls that many ask for at once', () => {
  test('are one after the one under way, which may have looked too early', async () => {
    const { pollNow, stop, polls } = aWatch();
    const first = pollNow();
    await settled();
    const others = Array.from({ length: 50 }, () => pollNow());
    polls[0]?.(quiet);
    await first;
    await settled();
    polls[1]?.({ ...quiet, changes: 7 });
    expect(await Promise.all(others)).toEqual(others.map(() => ({ ...quiet, changes: 7 })));
    await settled();
    expect(polls).toHaveLength(2);
    await stop();
  });

  test('do not keep one that is asked for later from being made', async () => {
    const { pollNow, stop, polls } = aWatch();
    for (let times = 1; times <= 3; times++) {
      const poll = pollNow();
      await settled();
      polls.at(-1)?.(quiet);
      await poll;
      expect(polls).toHaveLength(times);
    }
    await stop();
  });
});
