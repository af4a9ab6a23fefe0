import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, startApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { type Pace, wallPace } from '../../src/watch/pace.ts';
import { createControl, type Message } from './control.ts';
import { eventually } from './eventually.ts';
import { botUserId, createPerson, type PersonName } from './person.ts';
import { owedTo } from './stored.ts';

export type WorldOptions = {
  /** Over what the sandbox offers and the quiet defaults below. */
  readonly env?: Readonly<Record<string, string>>;
  /** What is done to the world before the bot is there. */
  readonly prepare?: (control: ReturnType<typeof createControl>) => Promise<unknown>;
  /** The bot is left for the test to start. */
  readonly withoutBot?: boolean;
  /** Waits of the bot are cut short: for stories with more messages than one a second lets through. */
  readonly hurried?: true;
  /** The bot may log errors; otherwise one makes the test fail. */
  readonly withErrors?: boolean;
};

/**
 * The bot polls when it is told to, asks the edge nothing, opens no case, and nobody is subscribed: each test says what it needs.
 */
const quiet = {
  CASES_OPEN: 'by-hand',
  EDGE_READS_PER_POLL: '0',
  PORT: '0',
  OPS_PORT: '0',
  POLL_SECONDS: '3600',
  POLL_MOVING_SECONDS: '60',
  ALERTS_CHANNEL: '',
};

const hurriedPace: Pace = {
  ...wallPace,
  wait: (ms, signal) => wallPace.wait(Math.min(ms, 25), signal),
  spacingMs: 10,
};

/** A whole sandbox and a bot in this process, with a folder of their own. `await using` ends them all. */
export async function startWorld(options: WorldOptions = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), 'trunkline-'));
  const sandbox = await startSandbox({ port: 0 });
  const control = createControl(sandbox.url);
  const logLines: string[] = [];
  const log = createLog('debug', { write: (line: string) => void logLines.push(line) });
  let bot: App | undefined;
  let aheadMs = 0;

  async function startBot(env: Readonly<Record<string, string>> = {}): Promise<void> {
    const config = parseConfig({
      ...sandbox.environment,
      ...quiet,
      DATA_DIR: dataDir,
      ...options.env,
      ...env,
    });
    if (!config.ok) throw new Error(config.problems.join('\n'));
    const pace = options.hurried ? hurriedPace : wallPace;
    bot = await startApp(config.value, log, () => Date.now() + aheadMs, undefined, pace);
    if (bot.requestUrl) sandbox.connectBot({ requestUrl: bot.requestUrl, opsUrl: bot.opsUrl });
    await control.post('poll');
  }

  async function stopBot(): Promise<void> {
    await bot?.stop();
    bot = undefined;
  }

  async function close(): Promise<void> {
    await stopBot();
    await sandbox.close();
    await rm(dataDir, { recursive: true, force: true });
  }

  const world = {
    ...sandbox,
    control,
    dataDir,
    storePath: join(dataDir, 'trunkline.json'),
    logLines,
    startBot,
    stopBot,
    /** Where Slack calls the bot. */
    requestUrl: () => bot?.requestUrl ?? '',
    opsUrl: () => bot?.opsUrl ?? '',
    person: (name: PersonName) => createPerson(control, name),
    /** One poll now; tells what it found. */
    poll: () => control.post('poll'),
    /** Time passes, for Azure and Slack as for the bot, which looks around then. */
    async advance(ms: number): Promise<void> {
      aheadMs += ms;
      await control.post('clock', { advanceMs: ms });
      await control.post('poll');
    },
    /** What the bot has posted for everybody in a channel, oldest first. */
    posts: async (channel: string): Promise<readonly Message[]> =>
      (await control.messages(channel)).filter(({ user, ephemeral }) => user === botUserId && !ephemeral),
    /** Waits until the bot has posted so many and owes no more. More than that is as wrong as fewer. */
    awaitPosts: (channel: string, count: number): Promise<readonly Message[]> =>
      eventually(async () => {
        const posts = await world.posts(channel);
        const owed = await owedTo(world.storePath, channel);
        if (posts.length === count && owed === 0) return posts;
        const texts = posts.map(({ text }) => text).join(' | ');
        throw new Error(`${posts.length} posts and ${owed} owed instead of ${count} posts: ${texts}`);
      }),
    async [Symbol.asyncDispose]() {
      await close();
      const errors = logLines.filter((line) => /"level":(?:50|60)/u.test(line));
      if (errors.length > 0 && !options.withErrors) throw new Error(`the bot logged ${errors.join('')}`);
    },
  };
  try {
    await options.prepare?.(control);
    if (!options.withoutBot) await startBot();
  } catch (error) {
    await close();
    throw error;
  }
  return world;
}

export type World = Awaited<ReturnType<typeof startWorld>>;
