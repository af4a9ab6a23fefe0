import { scheduler } from 'node:timers/promises';
import { channels } from '../../support/person.ts';
import type { World } from '../../support/world.ts';
import { type Env, type Life, startLife } from './bot-life.ts';
import { createChanges } from './changes.ts';
import type { Diary } from './diary.ts';
import type { Random } from './random.ts';
import { readTruth } from './truth.ts';
import { brew, closeSlack } from './weather.ts';

export type Storm = {
  readonly world: World;
  readonly env: Env;
  readonly random: Random;
  readonly diary: Diary;
  /** In so many lives, from the first, Slack takes nothing and much more happens. */
  readonly closedLives: number;
};

/** Lives of the bot, each ended by SIGKILL at some moment, while Azure changes. Returns what was wrong with them. */
export async function runStorm(storm: Storm, kills: number): Promise<readonly string[]> {
  const changes = createChanges(storm.world.control, storm.random);
  const wrong: string[] = [];
  for (let life = 0; life < kills; life++) {
    wrong.push(...(await liveAndDie(storm, changes, life < storm.closedLives)));
  }
  return wrong;
}

type Changes = ReturnType<typeof createChanges>;

async function liveAndDie(
  storm: Storm,
  changes: Changes,
  isSlackClosed: boolean,
): Promise<readonly string[]> {
  const { world, env, random } = storm;
  const { isAzureTroubled } = await brew(world, random);
  if (isSlackClosed) await closeSlack(world.control);
  const life = await startLife(world, env);
  await using _process = life.bot;
  // Some do not live to see their start.
  if (random.chance(0.15)) return dieYoung(storm, changes, life);
  if (!(await life.listens())) return ['the bot does not start', ...(await life.kill())];
  for (let polls = isSlackClosed ? 6 : random.between(0, 2); polls > 0; polls--) {
    await change(storm, changes);
    await talk(storm);
    await look(storm, life, !isAzureTroubled);
  }
  await change(storm, changes);
  const lastLook = look(storm, life, !isAzureTroubled);
  await scheduler.wait(random.between(0, random.chance(0.3) ? 3_000 : 1_000));
  const wrong = await life.kill();
  await lastLook;
  return wrong;
}

async function dieYoung(storm: Storm, changes: Changes, life: Life): Promise<readonly string[]> {
  await change(storm, changes);
  await scheduler.wait(storm.random.between(50, 1_500));
  return life.kill();
}

async function change({ world, random, diary }: Storm, changes: Changes): Promise<void> {
  const count = random.chance(0.15) ? 6 : random.between(1, 2);
  await changes(count, async () => diary.note(await readTruth(world.control)));
}

/** A poll that is answered has seen what there is; one that the kill cut off may have or not. */
async function look({ diary }: Storm, life: Life, isSure: boolean): Promise<void> {
  const isRead = await life.poll().catch(() => false);
  if (isRead) diary.sure({ sessions: isSure });
}

/** Somebody asks something: a request that comes twice, or to a bot that is about to die, does no harm. */
async function talk({ world, random }: Storm): Promise<void> {
  if (!random.chance(0.3)) return;
  await world.control.post('slack/command', {
    user: world.person('vera').user,
    channel: channels.netOps,
    command: '/circuit',
    text: 'list',
  });
}
