import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { pino } from 'pino';
import { startApp } from '../app.ts';
import { parseConfig } from '../config.ts';
import { createLog, redactSecrets } from '../log.ts';

/** What the bot says on stdout when it listens; `npm start` reads it. */
export const readyLine = /^bot ready(?: requests=(\S+))? ops=(\S+)$/u;

/** Runs the bot until a signal ends it. Resolves to the exit code. */
export async function runBot(env: NodeJS.ProcessEnv): Promise<number> {
  const config = parseConfig(env);
  if (!config.ok) {
    complain([
      'The configuration is not usable:',
      ...config.problems.map((problem) => `- ${problem}`),
      'All variables are explained in .env.example.',
    ]);
    return 1;
  }
  const { DATA_DIR, LOG_LEVEL } = config.value;
  const ending = endSignal();
  try {
    mkdirSync(DATA_DIR, { recursive: true, mode: 0o700 });
    const log = createLog(LOG_LEVEL, pino.destination({ dest: 2, sync: true }));
    const app = await startApp(config.value, log, Date.now, ending);
    process.stdout.write(
      `bot ready${app.requestUrl ? ` requests=${app.requestUrl}` : ''} ops=${app.opsUrl}\n`,
    );
    if (!ending.aborted) await once(ending, 'abort');
    await app.stop();
    return 0;
  } catch (error) {
    if (ending.aborted) return 0;
    complain([`Trunkline cannot start: ${reasonOf(error)}`]);
    return 1;
  } finally {
    // Listening for its end keeps the channel to `npm start` open, and an open channel keeps the process alive.
    if (process.connected) process.disconnect();
  }
}

/**
 * Aborted when the process shall end: by a signal, or, started by `npm start`, when that ended, however it did. Ctrl+C
 * signals twice, from the terminal and from `npm start`: the second one must not cut the end short.
 */
function endSignal(): AbortSignal {
  const ending = new AbortController();
  for (const event of ['SIGINT', 'SIGTERM', 'disconnect']) process.on(event, () => ending.abort());
  return ending.signal;
}

function complain(lines: readonly string[]): void {
  process.stderr.write(`${redactSecrets(lines.join('\n'))}\n`);
}

/** The sentence that mends the commonest reasons; the reason itself for the others. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'EADDRINUSE') return `${error.message}. Another program listens there: set PORT or OPS_PORT.`;
  if (code === 'EACCES')
    return `${error.message}. Give this user the right, or choose another DATA_DIR or port.`;
  if (code === 'slack_webapi_platform_error') {
    return `Slack refuses the token (${error.message}). Check SLACK_BOT_TOKEN against the app’s page, OAuth & Permissions.`;
  }
  return error.message;
}
