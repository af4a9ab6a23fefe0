import { describe, expect, test } from 'vitest';
import type { Env } from './storm/bot-life.ts';
import { survive } from './storm/survive.ts';

const kills = Number(process.env.CRASH_KILLS ?? '200');
const worlds = 4;
const first = Number(process.env.CRASH_SEED ?? Date.now() % 1_000_000);
const storms = Array.from({ length: worlds }, (_, index) => ({ seed: first + index, index }));
const each = Math.ceil(kills / worlds);

/** Of four storms one is told in digests, and in one Slack is away until what is owed must be folded. */
const tellingOf = (index: number): Env => (index === 3 ? { DIGEST_OVER: '1' } : {});
const closedLives = (index: number): number => (index === 2 ? Math.ceil(each / 2) : 0);

// `npm run test:crash`, CRASH_KILLS=400, CRASH_SEED=7: the seeds are in the names, one storm a seed.
describe.concurrent(`${each} kills`, { timeout: 3_600_000 }, () => {
  test.each(storms)('leave nothing missing, nothing double (seed $seed)', async ({ seed, index }) => {
    const { wrong, messages, stormMs, calmMs } = await survive(
      seed,
      each,
      tellingOf(index),
      closedLives(index),
    );
    const seconds = (ms: number) => `${Math.round(ms / 1_000)} s`;
    process.stdout.write(
      `seed ${seed}: ${each} kills in ${seconds(stormMs)}, quiet after ${seconds(calmMs)}, ${messages} messages\n`,
    );
    expect(wrong).toEqual([]);
  });
});
