import { readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createExclusively } from '../../src/store/exclusive-file.ts';
import { copyOver } from '../../src/store/safe-copy.ts';
import { scratchFolders } from './support/scratch.ts';

const scratch = scratchFolders();

/** As a file system without hard links answers, for instance Azure Files. */
async function noHardLinks(): Promise<void> {
  throw Object.assign(new Error('operation not supported'), { code: 'ENOTSUP' });
}

describe('a copy over another file', () => {
  it('shares the file where hard links are possible, also the second time', async () => {
    const folder = await scratch();
    const [from, to] = [join(folder, 'from'), join(folder, 'to')];
    await writeFile(from, 'text');
    expect([await copyOver(from, to), await copyOver(from, to)]).toEqual([true, true]);
    expect((await stat(to)).nlink).toBe(2);
  });

  it('is a file of its own where they are not, with the time of the original and for its owner only', async () => {
    const folder = await scratch();
    const [from, to] = [join(folder, 'from'), join(folder, 'to')];
    await writeFile(from, 'text', { mode: 0o644 });
    await writeFile(to, 'a longer text from before');
    await utimes(from, 1_000, 2_000);
    expect(await copyOver(from, to, noHardLinks)).toBe(true);
    expect(await readFile(to, 'utf8')).toBe('text');
    expect(await stat(to)).toMatchObject({ nlink: 1, mtimeMs: 2_000_000, mode: 0o100600 });
  });

  it('leaves the other file when there is nothing to copy', async () => {
    const folder = await scratch();
    const to = join(folder, 'to');
    await writeFile(to, 'text');
    expect(await copyOver(join(folder, 'missing'), to)).toBe(false);
    expect(await readFile(to, 'utf8')).toBe('text');
  });
});

describe.each([
  ['with hard links', undefined],
  ['without hard links', noHardLinks],
])('a file that is made exclusively, %s', (_name, hardLink) => {
  it('is made once, with its whole content, and nothing beside it', async () => {
    const path = join(await scratch(), 'lock');
    expect(await createExclusively(path, 'first', 'token-1', hardLink)).toBe(true);
    expect(await createExclusively(path, 'second', 'token-2', hardLink)).toBe(false);
    expect(await readFile(path, 'utf8')).toBe('first');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(path)).nlink).toBe(1);
  });
});
