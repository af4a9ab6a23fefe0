import { chmod, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFileStore } from '../../src/store/file-store.ts';
import { anOwed } from './support/builders.ts';
import { faultOf } from './support/faults.ts';
import { owedKeysIn } from './support/filled.ts';
import { scratchFolders } from './support/scratch.ts';

const scratch = scratchFolders();

describe('a store that cannot be written to', () => {
  it('refuses exactly the commits of the failed write, and forgets them', async () => {
    const folder = join(await scratch(), 'data');
    const path = join(folder, 'state.json');
    const { store } = await openFileStore({ path });
    await store.commit({ owe: [anOwed('before')] });

    await rename(folder, `${folder}-away`);
    await writeFile(folder, 'a file where the folder was');
    const failing = [store.commit({ owe: [anOwed('one')] }), store.commit({ owe: [anOwed('two')] })];
    for (const commit of failing) {
      const { kind, message } = await faultOf(commit);
      expect(kind).toBe('unwritable');
      expect(message).toContain(path);
      expect(message).toContain('Choose another DATA_DIR. (ENOTDIR)');
    }
    expect((await store.owed()).map(({ key }) => key)).toEqual(['before']);

    await rm(folder);
    await rename(`${folder}-away`, folder);
    await store.commit({ owe: [anOwed('after')] });
    await store.close();
    expect(await owedKeysIn(path)).toEqual(['before', 'after']);
  });

  it('still takes a commit that changes nothing', async () => {
    const folder = join(await scratch(), 'data');
    const { store } = await openFileStore({ path: join(folder, 'state.json') });
    await store.commit({ settle: ['a'] });
    await rename(folder, `${folder}-away`);
    await store.commit({ settle: ['a'] });
    await store.close();
  });

  it('says when its folder is gone, and what to do', async () => {
    const folder = join(await scratch(), 'data');
    const { store } = await openFileStore({ path: join(folder, 'state.json') });
    await rm(folder, { recursive: true });
    const { kind, message } = await faultOf(store.commit({ settle: ['a'] }));
    expect(kind).toBe('unwritable');
    expect(message).toContain(`${folder} is not there. Bring it back`);
    await store.close();
  });

  it('is not opened when a file stands where its folder should be', async () => {
    const folder = join(await scratch(), 'data');
    await writeFile(folder, '');
    const { kind, message } = await faultOf(openFileStore({ path: join(folder, 'state.json') }));
    expect(kind).toBe('unwritable');
    expect(message).toContain(`something that is not a folder is where ${folder} should be. Move it away.`);
  });

  it('is not opened when a folder stands where its file should be', async () => {
    const path = join(await scratch(), 'state.json');
    await mkdir(path);
    const { kind, message } = await faultOf(openFileStore({ path }));
    expect(kind).toBe('unwritable');
    expect(message).toContain(`${path} is a folder. Move it away`);
    expect(await readdir(dirname(path))).toEqual(['state.json']);
  });

  it('is not opened in a folder that may not be written', async ({ skip }) => {
    skip(process.getuid?.() === 0, 'root may write everywhere, so permissions cannot be tried');
    const folder = await scratch();
    await chmod(folder, 0o500);
    const { kind, message } = await faultOf(openFileStore({ path: join(folder, 'state.json') }));
    await chmod(folder, 0o700);
    expect(kind).toBe('unwritable');
    expect(message).toContain('permission is denied');
  });
});
