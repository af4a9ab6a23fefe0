import type { Env } from './bot-life.ts';
import { openCrashWorld } from './crash-world.ts';
import { createRandom } from './random.ts';
import { runStorm } from './run-storm.ts';

export type Survival = {
  /** All that was wrong: nothing, if the promises hold. */
  readonly wrong: readonly string[];
  /** How much there was to be wrong. */
  readonly messages: number;
  readonly stormMs: number;
  readonly calmMs: number;
};

/** A whole storm with so many kills, and the calm after it. */
export async function survive(seed: number, kills: number, env: Env = {}): Promise<Survival> {
  const random = createRandom(seed);
  await using crash = await openCrashWorld({ REOPEN_MINUTES: random.pick(['0', '30']), ...env });
  const begunAt = Date.now();
  const lives = await runStorm({ ...crash, random }, kills);
  const calmAt = Date.now();
  const calm = await crash.finish();
  const endedAt = Date.now();
  const { wrong, messages } = await crash.check();
  return {
    wrong: [...lives, ...calm, ...wrong],
    messages,
    stormMs: calmAt - begunAt,
    calmMs: endedAt - calmAt,
  };
}
