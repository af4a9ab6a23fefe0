import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { eventually, present } from './eventually.ts';

/** Several whole processes may start at once on a busy machine. */
const startMs = 60_000;

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

export type Ended = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

/**
 * Trunkline as `npm start` (no mode), `npm run bot` and `npm run sandbox` run it: a process of its own, with no
 * environment but the one given. `await using` kills what still runs.
 */
export function startProgram(mode: '' | 'bot' | 'sandbox', env: Readonly<Record<string, string>>) {
  const args = ['--disable-warning=ExperimentalWarning', main, ...(mode ? [mode] : [])];
  const child = spawn(process.execPath, args, {
    cwd: tmpdir(),
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const out: string[] = [];
  const errors: string[] = [];
  createInterface(child.stdout).on('line', (line) => out.push(line));
  createInterface(child.stderr).on('line', (line) => errors.push(line));
  const exited = new Promise<Ended>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  // Its own children write to the same pipes: these close when the last of them has ended.
  const allEnded = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
  });

  return {
    out,
    errors,
    exited,
    allEnded,
    /** Waits for a line on stdout that fits, and gives what it captured. */
    said: (pattern: RegExp): Promise<readonly string[]> =>
      eventually(() => {
        const line = out.find((one) => pattern.test(one));
        return present(
          line === undefined ? undefined : pattern.exec(line)?.slice(1),
          `${pattern} among ${out} ${errors}`,
        );
      }, startMs),
    end: (signal: NodeJS.Signals) => child.kill(signal),
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await allEnded;
    },
  };
}

export type Program = ReturnType<typeof startProgram>;
