import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { View } from './control.ts';
import { wordsOf } from './reading.ts';

const run = promisify(execFile);

/** The code blocks of a view as somebody copies them: Slack takes the escapes back out. */
export function codeBlocksOf(view: View): readonly string[] {
  return [...wordsOf(view).matchAll(/```([^`]*)```/gu)].map(([, text = '']) =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
  );
}

/** Somebody's terminal, in an empty folder of its own. `await using` removes it. */
export async function openTerminal() {
  const folder = await mkdtemp(join(tmpdir(), 'trunkline-sign-'));
  return {
    /** Runs lines in bash as they are; what goes wrong in any of them fails. */
    type: async (lines: string): Promise<string> => {
      const { stdout } = await run('bash', ['-e', '-u', '-o', 'pipefail', '-c', lines], { cwd: folder });
      return stdout;
    },
    read: (name: string) => readFile(join(folder, name), 'utf8'),
    async [Symbol.asyncDispose]() {
      await rm(folder, { recursive: true, force: true });
    },
  };
}
