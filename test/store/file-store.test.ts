import {
  chmod,
  mkdir,
  readdir,
  readFile,
  readlink,
  realpath,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFileStore } from '../../src/store/file-store.ts';
import { aKnownCircuit, anOwed } from './support/builders.ts';
import { faultOf } from './support/faults.ts';
import { fillStore, owedKeysIn } from './support/filled.ts';
import { scratchFolders } from './support/scratch.ts';

const scratch = scratchFolders();
const modeOf = async (path: string) => (await stat(path)).mode & 0o777;

describe('the files', () => {
  it('are readable by their owner only, and so are the folders that were made for them', async () => {
    const path = join(await scratch(), 'deep', 'data', 'state.json');
    await fillStore(path);
    expect(await modeOf(path)).toBe(0o600);
    expect(await modeOf(`${path}.bak`)).toBe(0o600);
    expect(await modeOf(dirname(path))).toBe(0o700);
    expect(await modeOf(dirname(dirname(path)))).toBe(0o700);
  });

  it('are closed to others at the next write when somebody opened them', async () => {
    const path = join(await scratch(), 'state.json');
    await fillStore(path);
    await chmod(path, 0o644);
    const { store } = await openFileStore({ path });
    await store.commit({ owe: [anOwed('third')] });
    await store.close();
    expect([await modeOf(path), await modeOf(`${path}.bak`)]).toEqual([0o600, 0o600]);
  });

  it('are the state and one backup, the version before', async () => {
    const path = join(await scratch(), 'state.json');
    await fillStore(path);
    expect((await readdir(dirname(path))).sort()).toEqual(['state.json', 'state.json.bak']);
    expect(JSON.parse(await readFile(`${path}.bak`, 'utf8')).owed).toHaveLength(1);
    expect(JSON.parse(await readFile(path, 'utf8')).owed).toHaveLength(2);
    expect((await stat(path)).ino).not.toBe((await stat(`${path}.bak`)).ino);
  });

  it('are cleared of what a killed process left half written', async () => {
    const path = join(await scratch(), 'state.json');
    await fillStore(path);
    await writeFile(`${path}.1234567890`, '{"trunk');
    await writeFile(`${path}.lock.some-token.new`, '');
    await writeFile(`${path}.old`, 'somebody put it here');
    await (await openFileStore({ path })).store.close();
    expect((await readdir(dirname(path))).sort()).toEqual(['state.json', 'state.json.bak', 'state.json.old']);
  });
});

describe('a commit that changes nothing', () => {
  it('writes nothing', async () => {
    const path = join(await scratch(), 'state.json');
    const { store } = await openFileStore({ path });
    await store.commit({ putCircuits: [aKnownCircuit()], settle: ['a'] });
    const facts = async () => {
      const { ino, mtimeNs } = await stat(path, { bigint: true });
      return { ino, mtimeNs, files: await readdir(dirname(path)) };
    };
    const before = await facts();
    await store.commit({});
    await store.commit({ putCircuits: [aKnownCircuit()], settle: ['a'], owe: [anOwed('a')] });
    await store.close();
    const { store: again } = await openFileStore({ path });
    await again.commit({ putCircuits: [aKnownCircuit()] });
    expect(await facts()).toEqual(before);
    await again.close();
  });
});

describe('a symbolic link', () => {
  it('is followed and stays; lock and backup stand beside the real file', async () => {
    const folder = await realpath(await scratch());
    await mkdir(join(folder, 'real'));
    const [path, real] = [join(folder, 'state.json'), join(folder, 'real', 'state.json')];
    await symlink('real/state.json', path);

    const { store } = await openFileStore({ path });
    await store.commit({ owe: [anOwed('a')] });
    const fault = await faultOf(openFileStore({ path: real }));
    expect(fault.kind).toBe('locked');
    await store.commit({ owe: [anOwed('b')] });
    await store.close();

    expect(await readlink(path)).toBe('real/state.json');
    expect((await readdir(join(folder, 'real'))).sort()).toEqual(['state.json', 'state.json.bak']);
    expect(await readdir(folder)).toEqual(['real', 'state.json']);
    expect(await owedKeysIn(real)).toEqual(['a', 'b']);
  });

  it('that leads round in a circle is refused', async () => {
    const folder = await scratch();
    await symlink('b.json', join(folder, 'a.json'));
    await symlink('a.json', join(folder, 'b.json'));
    const fault = await faultOf(openFileStore({ path: join(folder, 'a.json') }));
    expect(fault.kind).toBe('unwritable');
    expect(fault.message).toContain('lead round in a circle');
  });
});
