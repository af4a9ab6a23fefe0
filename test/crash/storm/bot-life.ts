import { eventually } from '../../support/eventually.ts';
import { type Program, startProgram } from '../../support/program.ts';
import type { World } from '../../support/world.ts';

/** How long a bot may take to listen, with Slack well. */
const startMs = 30_000;

export type Env = Readonly<Record<string, string>>;

/** The bot in a process of its own, from its start to its end. It polls when it is told to. */
export async function startLife(world: World, env: Env) {
  const bot = startProgram('bot', {
    ...world.environment,
    ALERTS_CHANNEL: '',
    CASES_OPEN: 'by-hand',
    PORT: '0',
    OPS_PORT: '0',
    POLL_SECONDS: '3600',
    POLL_MOVING_SECONDS: '60',
    DATA_DIR: world.dataDir,
    ...env,
  });
  let opsUrl: string | undefined;

  return {
    bot,
    /** Whether it listens before the time is over. */
    async listens(withinMs = startMs): Promise<boolean> {
      const line = /^bot ready requests=(\S+) ops=(\S+)$/u;
      const isReady = await eventually(() => {
        if (!bot.out.some((said) => line.test(said))) throw new Error('not yet');
        return true;
      }, withinMs).catch(() => false);
      const [, requestUrl = '', ops = ''] = line.exec(bot.out.find((said) => line.test(said)) ?? '') ?? [];
      if (isReady) world.connectBot({ requestUrl, opsUrl: ops });
      opsUrl = ops;
      return isReady;
    },
    /** One poll now. True: it was answered, and every subscription was read. */
    async poll(): Promise<boolean> {
      const answer = await fetch(`${opsUrl}/poll`, {
        method: 'POST',
        headers: { 'x-trunkline': 'crash' },
      });
      return answer.ok && (await answer.text()).includes('"failed":0');
    },
    /** Without a word, as a power cut does. Returns what is wrong with its life: it ended by itself, or met a bug. */
    async kill(): Promise<readonly string[]> {
      bot.end('SIGKILL');
      const { code, signal } = await bot.exited;
      const own = signal === 'SIGKILL' ? [] : [`the bot ended by itself: ${code ?? signal}`];
      return [...own, ...bugsOf(bot)];
    },
    /** In peace. */
    async end(): Promise<readonly string[]> {
      bot.end('SIGTERM');
      const { code, signal } = await bot.exited;
      return [...(code === 0 ? [] : [`the bot ended with ${code ?? signal}`]), ...bugsOf(bot)];
    },
  };
}

export type Life = Awaited<ReturnType<typeof startLife>>;

/** Errors in the log are bugs or for a person to mend; Slack and Azure being away is neither. */
function bugsOf({ errors }: Program): readonly string[] {
  return errors.filter((line) => !line.startsWith('{') || /"level":[56]0/u.test(line));
}
