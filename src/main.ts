import { existsSync } from 'node:fs';
import { enableCompileCache, flushCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// What was read of TypeScript once is not read again, so nothing is imported above. Where it cannot be kept it is read anew.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/trunkline', import.meta.url)));

/**
 * `bot`: the bot alone. `sandbox`: the world alone. `audit`: a look at the audit trail. `doctor`: a look at all that the
 * bot needs. Nothing: the bot, with a sandbox for whatever is not configured.
 */
async function main([mode, ...args]: readonly string[]): Promise<number> {
  const { env } = process;
  if (mode === 'sandbox') return runWorld(env);
  if (mode === 'audit') return say(await (await kept(import('./run/audit.ts'))).runAudit(args, env));
  if (mode === 'doctor') return say(await (await kept(import('./run/doctor.ts'))).runDoctor(env));
  const { sandboxedHalves } = await import('./config.ts');
  const halves = sandboxedHalves(env);
  if (mode === 'bot' || !(halves.slack || halves.azure))
    return (await kept(import('./run/bot.ts'))).runBot(env);
  const { runBoth } = await import('./run/both.ts');
  const world = await startWorld(env, () => {});
  return runBoth(world, halves, env, fileURLToPath(import.meta.url));
}

/** What was loaded is kept for the next start, however this one ends. */
async function kept<T>(loading: Promise<T>): Promise<T> {
  const loaded = await loading;
  flushCompileCache();
  return loaded;
}

function say({ text, code }: { readonly text: string; readonly code: number }): number {
  (code === 0 ? process.stdout : process.stderr).write(`${text}\n`);
  return code;
}

async function runWorld(env: NodeJS.ProcessEnv): Promise<number> {
  const world = await startWorld(env, (line) => process.stdout.write(`${line}\n`));
  await new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, resolve);
  });
  await world.close();
  return 0;
}

/** The sandbox is loaded where it is wanted: a bot alone starts sooner without it. */
async function startWorld(env: NodeJS.ProcessEnv, write: (line: string) => void) {
  const { runSandbox } = await kept(import('./sandbox/main.ts'));
  return runSandbox(env, write);
}

/** An error that says all there is to say to the person who starts it. */
function isForPeople(error: unknown): error is Error {
  return error instanceof Error && 'kind' in error && error.kind === 'sandbox-start';
}

try {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const code = await main(process.argv.slice(2));
  // Everything of ours has ended; a library's forgotten timer (an HTTP time-out) shall not hold the process.
  process.exit(code);
} catch (error) {
  if (!isForPeople(error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
