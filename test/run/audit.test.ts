import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { runAudit } from '../../src/run/audit.ts';
import { createAuditFile } from '../../src/store/audit-file.ts';
import { scratchFolder } from '../support/scratch-folder.ts';

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

const audit = (dataDir: string, ...args: readonly string[]) => runAudit(args, { DATA_DIR: dataDir });

async function aTrail(folder: string, count = 4) {
  const path = join(folder, 'audit.jsonl');
  const entries = Array.from({ length: count }, (_, index) => ({
    id: `e-${index}`,
    at: 1_000,
    act: 'mute' as const,
  }));
  await createAuditFile(path, { now: Date.now }).append(entries);
  const lines = (await readFile(path, 'utf8')).trim().split('\n');
  return {
    path,
    head: join(folder, 'audit.head'),
    lines,
    put: (all: readonly string[]) => writeFile(path, all.map((line) => `${line}\n`).join('')),
  };
}

test('a trail as it was written is told so', async () => {
  await using folder = await scratchFolder();
  expect(await audit(folder.path, 'verify')).toEqual({
    code: 0,
    text: `${join(folder.path, 'audit.jsonl')}: there is no audit trail yet.`,
  });
  const { path } = await aTrail(folder.path);
  expect(await audit(folder.path, 'verify')).toEqual({ code: 0, text: `${path}: 4 lines are as written.` });
});

test('the first line that is not as it was is named', async () => {
  await using folder = await scratchFolder();
  const { path, head, lines, put } = await aTrail(folder.path);
  const [first = '', second = '', third = '', fourth = ''] = lines;
  const verdict = async (all: readonly string[]) => {
    await put(all);
    const { code, text } = await audit(folder.path, 'verify');
    expect(code).toBe(1);
    return text;
  };
  expect(await verdict([first, second.replace('mute', 'order'), third, fourth])).toContain(
    `${path}: line 2 was changed. The lines above it are as written.`,
  );
  expect(await verdict([first, third, fourth])).toContain('line 2 was removed: missing before line 2.');
  expect(await verdict([first, fourth])).toContain('lines 2 to 3 were removed: missing before line 2.');
  expect(await verdict([first, third, second, fourth])).toContain(
    'line 2 is out of order: it was written as line 3.',
  );
  expect(await verdict([first, second])).toContain(`lines 3 to 4 were cut off at the end: ${head} knows 4.`);
  await rm(head);
  expect(await verdict(lines)).toContain(`4 lines are as written, but ${head} is missing`);
});

test('the program says it, and ends with its code', async () => {
  await using folder = await scratchFolder();
  const { path, lines, put } = await aTrail(folder.path);
  const options = { cwd: folder.path, env: { DATA_DIR: folder.path } };
  const run = () => promisify(execFile)(process.execPath, [main, 'audit', 'verify'], options);
  expect((await run()).stdout).toBe(`${path}: 4 lines are as written.\n`);
  await put(lines.slice(1));
  await expect(run()).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('line 1 was removed'),
  });
});

test('another file can be named', async () => {
  await using folder = await scratchFolder();
  await mkdir(join(folder.path, 'backup'));
  const { path } = await aTrail(join(folder.path, 'backup'), 1);
  expect(await audit(folder.path, 'verify', path)).toEqual({
    code: 0,
    text: `${path}: 1 line is as written.`,
  });
});

test('what it is for is told to who asks for something else', async () => {
  await using folder = await scratchFolder();
  for (const args of [[], ['repair'], ['verify', 'a', 'b']]) {
    const { code, text } = await audit(folder.path, ...args);
    expect(code).toBe(1);
    expect(text).toContain('npm run audit -- verify [file]');
  }
});

test('a file that cannot be read is said so', async () => {
  await using folder = await scratchFolder();
  const { code, text } = await audit(folder.path, 'verify', folder.path);
  expect(code).toBe(1);
  expect(text).toContain(
    `The audit trail could not be read from ${folder.path}: ${folder.path} is a folder.`,
  );
});
