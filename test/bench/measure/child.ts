import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';

export type Child = {
  /** The next line on stdout that matches. Throws when the child ends without it. */
  readonly line: (pattern: RegExp) => Promise<RegExpExecArray>;
  /** Sends a message and waits for the one that comes back. */
  readonly ask: <T extends z.ZodType>(message: object, answer: T) => Promise<z.output<T>>;
  readonly stop: () => Promise<void>;
};

export type ChildOptions = {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly execArgv?: readonly string[];
};

/** A process of its own, so that what it spends is not charged to the process that measures. */
export function startChild(entry: URL, { args = [], env = {}, execArgv = [] }: ChildOptions = {}): Child {
  const child = fork(fileURLToPath(entry), [...args], {
    env: { PATH: process.env.PATH, ...env },
    execArgv: ['--disable-warning=ExperimentalWarning', ...execArgv],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  const lines = linesOf(child);
  return {
    async line(pattern) {
      for (;;) {
        const { value, done } = await lines.next();
        if (done) throw new Error(`${entry.pathname} ended before it said ${pattern}`);
        const match = pattern.exec(value);
        if (match) return match;
      }
    },
    async ask(message, answer) {
      const answered = once(child, 'message');
      child.send(message);
      const [reply] = await answered;
      return answer.parse(reply);
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function linesOf({ stdout }: ChildProcess): AsyncIterator<string, undefined> {
  if (!stdout) throw new Error('the child has no stdout');
  return createInterface({ input: stdout })[Symbol.asyncIterator]();
}
