import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../../support/eventually.ts';
import { startWorld, type World } from '../../support/world.ts';
import { checkRoom } from '../check/check-room.ts';
import { readLists } from '../check/read-lists.ts';
import { readRoom } from '../check/read-room.ts';
import { rooms } from '../rooms.ts';
import { type Env, type Life, startLife } from './bot-life.ts';
import { settle } from './changes.ts';
import { createDiary } from './diary.ts';
import { refused, unfinished } from './stored-state.ts';
import { readTruth } from './truth.ts';
import { calm } from './weather.ts';

const drainedWithinMs = 240_000;

/** Every change is a message of its own, and every turn a step: the most that can be held against the truth. */
const plainTelling: Env = {
  EDGE_READS_PER_POLL: '60',
  AWAY_MINUTES: '10000',
  CLEAR_AFTER_SECONDS: '1',
  FLAP_TIMES: '100',
  FLAP_MINUTES: '1',
  DIGEST_OVER: '1000',
};

export type Outcome = {
  /** All that was wrong: nothing, if the promises hold. */
  readonly wrong: readonly string[];
  /** How much there was to be wrong. */
  readonly messages: number;
};

/** A world that the bot has seen, where every room listens and nothing has happened yet. The bot is not there. */
export async function openCrashWorld(overrides: Env = {}) {
  const compiled = await mkdtemp(join(tmpdir(), 'trunkline-compiled-'));
  const world = await startWorld({ withoutBot: true, prepare: settle });
  // A start that need not compile is three times as quick: more of the lives are spent in the storm.
  const env = { ...plainTelling, NODE_COMPILE_CACHE: compiled, ...overrides };
  const diary = createDiary();
  await begin(world, env);
  diary.note(await readTruth(world.control));
  diary.sure({ sessions: true });
  return {
    world,
    env,
    diary,
    /** All is well again and the bot has all the time that it needs; then the rooms are held against the truth. */
    async finish(also: Env = {}): Promise<Outcome> {
      await calm(world.control);
      const life = await startLife(world, { ...env, ...also });
      await using _process = life.bot;
      if (!(await life.listens())) throw new Error(`the bot does not start: ${life.bot.errors.join('\n')}`);
      await awaitQuiet(world, life);
      diary.sure({ sessions: true });
      const read = await readRooms(world);
      const ending = await life.end();
      return {
        wrong: [
          ...ending,
          ...(await refused(world.storePath)),
          ...read.flatMap(({ room, posts }) => checkRoom(room, posts, diary)),
        ],
        messages: read.flatMap(({ posts }) => posts.flatMap((post) => [post, ...post.replies])).length,
      };
    },
    async [Symbol.asyncDispose]() {
      await world[Symbol.asyncDispose]();
      await rm(compiled, { recursive: true, force: true });
    },
  };
}

export type CrashWorld = Awaited<ReturnType<typeof openCrashWorld>>;

async function begin(world: World, env: Env): Promise<void> {
  const life = await startLife(world, env);
  await using _process = life.bot;
  if (!(await life.listens())) throw new Error(`the bot does not start: ${life.bot.errors.join('\n')}`);
  await life.poll();
  for (const { channel, subscribe } of rooms) await world.person('omar').command(channel, subscribe);
  await life.end();
}

/** What comes and goes must be looked at twice before it is over. */
async function awaitQuiet(world: World, life: Life): Promise<void> {
  await eventually(async () => {
    if (!(await life.poll())) throw new Error('not every subscription could be read');
    const why = await unfinished(world.storePath);
    if (why) throw new Error(why);
  }, drainedWithinMs);
}

function readRooms({ environment, person }: World) {
  const { SLACK_API_URL: apiUrl = '', SLACK_BOT_TOKEN: token = '' } = environment;
  return Promise.all(
    rooms.map(async (room) => {
      const lists = await readLists(person('omar'), room.channel);
      return { room, posts: await readRoom({ apiUrl, token }, room.channel, lists) };
    }),
  );
}
