import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { readyLine } from './bot.ts';

/** The little that is asked of a sandbox here; main.ts alone knows which one it is. */
export type World = {
  readonly url: string;
  readonly environment: Readonly<Record<string, string>>;
  connectBot(bot: { requestUrl: string; opsUrl?: string }): void;
  close(): Promise<void>;
};

export type Halves = { readonly slack: boolean; readonly azure: boolean };

/** In the sandbox things move fast: a change is seen within seconds. */
const sandboxPace = {
  POLL_SECONDS: '5',
  POLL_MOVING_SECONDS: '2',
  REGISTRY_CHECK_MINUTES: '5',
  RPKI_REFRESH_MINUTES: '1',
};

/** Runs the bot in a process of its own against the sandbox in this one. Resolves to the exit code. */
export async function runBoth(
  world: World,
  halves: Halves,
  env: NodeJS.ProcessEnv,
  entry: string,
): Promise<number> {
  const bot = spawn(process.execPath, [...process.execArgv, entry, 'bot'], {
    env: botEnvironment(world, halves, env),
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const ended = exitOf(bot);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => bot.kill(signal));
  if (bot.stdout) {
    createInterface(bot.stdout).on('line', (line) => {
      const [ready, requestUrl, opsUrl] = readyLine.exec(line) ?? [];
      if (!ready) return void process.stdout.write(`${line}\n`);
      if (requestUrl && halves.slack) world.connectBot({ requestUrl, opsUrl });
      void firstLook(opsUrl).then(() => process.stdout.write(`sandbox ready ${world.url}\n`));
    });
  }
  const code = await ended;
  await world.close();
  return code;
}

/** Ready means that the first command typed is answered with circuits. An Azure that does not answer holds up nobody. */
async function firstLook(opsUrl: string | undefined): Promise<void> {
  const headers = { 'x-trunkline': 'start' };
  await fetch(`${opsUrl}/poll`, { method: 'POST', headers, signal: AbortSignal.timeout(5_000) }).catch(
    () => {},
  );
}

/** Goes with the circuits: what stands in this world's registries is registered nowhere else. */
const azureHalf = /^(?:AZURE|IRR|RPKI|RDAP|ORGANIZATION|SUPPORT)_/u;
/** What one may try in the sandbox with files and registries of one's own. */
const ownChoice =
  /^(?:ACCESS_FILE|SUPPORT_CONTACT_FILE|ORGANIZATION_NAMES|IRR_SERVERS|RPKI_VRP_URL|RDAP_URL)$/u;

/**
 * What is set for real stays; the sandbox fills in the halves that are not. Who may what in the sandbox's workspace is
 * its own, unless one tries rules of one's own in it.
 */
function botEnvironment(world: World, halves: Halves, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const offered = Object.entries(world.environment).filter(([name]) => {
    if (ownChoice.test(name) && env[name]) return false;
    return azureHalf.test(name) ? halves.azure : halves.slack;
  });
  return {
    ...(halves.azure ? sandboxPace : {}),
    ...(halves.slack ? { PORT: '0', OPS_PORT: '0' } : {}),
    ...env,
    ...Object.fromEntries(offered),
  };
}

function exitOf(bot: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    // Killed by a signal, it did not end well: an orderly end has a code.
    bot.once('exit', (code) => resolve(code ?? 1));
  });
}
