import { expect } from 'vitest';
import { type Program, startProgram } from './program.ts';
import type { World } from './world.ts';

/** The bot in a process of its own, on this world and its folder: it polls when it is told to. */
export async function startBotProcess(
  world: World,
  env: Readonly<Record<string, string>> = {},
): Promise<Program> {
  const bot = startProgram('bot', {
    ...world.environment,
    ALERTS_CHANNEL: '',
    PORT: '0',
    OPS_PORT: '0',
    POLL_SECONDS: '3600',
    POLL_MOVING_SECONDS: '60',
    EDGE_READS_PER_POLL: '0',
    CASES_OPEN: 'by-hand',
    DATA_DIR: world.dataDir,
    ...env,
  });
  const [requestUrl = '', opsUrl = ''] = await bot.said(/^bot ready requests=(\S+) ops=(\S+)$/u);
  world.connectBot({ requestUrl, opsUrl });
  await world.poll();
  return bot;
}

/** Ends it without a word, as a power cut does. */
export async function killBot(bot: Program): Promise<void> {
  bot.end('SIGKILL');
  expect(await bot.exited).toEqual({ code: null, signal: 'SIGKILL' });
}
