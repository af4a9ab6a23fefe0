import type { Env } from './bot-life.ts';
import { type Outcome, openCrashWorld } from './crash-world.ts';
import { createRandom } from './random.ts';
import { runStorm } from './run-storm.ts';

export type Survival = Outcome & { readonly stormMs: number; readonly calmMs: number };

/** A whole storm with so many kills, and the calm after it. */
export async function survive(
  seed: number,
  kills: number,
  env: Env = {},
  closedLives = 0,
): Promise<Survival> {
  const random = createRandom(seed);
  await using crash = await openCrashWorld({ REOPEN_MINUTES: random.pick(['0', '30']), ...env });
  const begunAt = Date.now();
  const lives = await runStorm({ ...crash, random, closedLives }, kills);
  const calmAt = Date.now();
  const { wrong, messages } = await crash.finish();
  const calmMs = Date.now() - calmAt;
  return { wrong: [...lives, ...wrong], messages, stormMs: calmAt - begunAt, calmMs };
}
