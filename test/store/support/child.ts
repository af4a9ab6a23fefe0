import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach } from 'vitest';

export type Child = {
  readonly pid: number;
  /** The next line that it says; undefined when it has ended. */
  readonly nextLine: () => Promise<string | undefined>;
  readonly endInput: () => void;
  readonly kill: () => void;
  readonly ended: Promise<unknown>;
};

/** Call at the top of a test file: starts scripts of this folder, and kills what still runs after each test. */
export function childProcesses(): (script: string, path: string) => Child {
  const running: ChildProcess[] = [];
  afterEach(async () => {
    await Promise.all(
      running.splice(0).map(async (child) => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        child.kill('SIGKILL');
        await once(child, 'close');
      }),
    );
  });

  return (script, path) => {
    const file = fileURLToPath(new URL(script, import.meta.url));
    const child = spawn(process.execPath, [file, path], { stdio: ['pipe', 'pipe', 'inherit'] });
    running.push(child);
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    return {
      pid: child.pid ?? 0,
      nextLine: async () => (await lines.next()).value,
      endInput: () => child.stdin.end(),
      kill: () => void child.kill('SIGKILL'),
      ended: once(child, 'close'),
    };
  };
}
