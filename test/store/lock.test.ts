import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFileStore } from '../../src/store/file-store.ts';
import { replaceDead } from '../../src/store/lock.ts';
import { createHolder, type LockHolder } from '../../src/store/lock-holder.ts';
import { anOwed } from './support/builders.ts';
import { childProcesses } from './support/child.ts';
import { faultOf } from './support/faults.ts';
import { owedKeysIn } from './support/filled.ts';
import { scratchFolders } from './support/scratch.ts';

const scratch = scratchFolders();
const start = childProcesses();

async function emptyPath(): Promise<string> {
  return join(await scratch(), 'state.json');
}

/** A path whose lock is held as the overrides say. */
async function lockedPath(overrides: Partial<LockHolder>): Promise<string> {
  const path = await emptyPath();
  await writeFile(`${path}.lock`, JSON.stringify({ ...(await createHolder()), ...overrides }));
  return path;
}

/** Of a process that ended just now. */
async function deadPid(path: string): Promise<number> {
  const child = start('child-holds.ts', path);
  child.endInput();
  await child.ended;
  return child.pid;
}

describe('a state file that another process uses', () => {
  it('is refused with who holds it, since when, and what to do; and can be had when it is closed', async () => {
    const path = await emptyPath();
    const holder = start('child-holds.ts', path);
    expect(await holder.nextLine()).toBe('held');

    const before = Date.now();
    const { kind, message } = await faultOf(openFileStore({ path }));
    expect(kind).toBe('locked');
    const [, since = ''] =
      /in use by process \d+ on \S+ since (\S+)\. Stop that Trunkline first/.exec(message) ?? [];
    expect(message).toContain(`process ${holder.pid} on ${hostname()}`);
    expect(Date.parse(since)).toBeLessThanOrEqual(before);

    holder.endInput();
    await holder.ended;
    expect(await owedKeysIn(path)).toEqual([]);
  });

  it('is refused to that process too when it opens it twice', async () => {
    const path = await emptyPath();
    const { store } = await openFileStore({ path });
    expect((await faultOf(openFileStore({ path }))).kind).toBe('locked');
    await store.close();
    await (await openFileStore({ path })).store.close();
  });
});

describe('the lock of a process', () => {
  it('that is dead is taken over', async () => {
    const path = await emptyPath();
    const holder = start('child-holds.ts', path);
    await holder.nextLine();
    holder.kill();
    await holder.ended;
    expect(JSON.parse(await readFile(`${path}.lock`, 'utf8')).pid).toBe(holder.pid);
    expect(await owedKeysIn(path)).toEqual([]);
  });

  it.runIf(process.platform === 'linux')(
    'that is dead but whose end nobody asked for is taken over',
    async () => {
      const path = await emptyPath();
      const neglected = start('child-neglected.ts', path);
      const pid = Number(await neglected.nextLine());
      while (!/\) Z /.test(await readFile(`/proc/${pid}/stat`, 'utf8'))) process.kill(pid, 'SIGKILL');
      await (await openFileStore({ path })).store.close();
    },
  );

  it.runIf(process.platform === 'linux')('whose number is now another process is taken over', async () => {
    const path = await lockedPath({ pid: process.ppid, birth: 'another-boot/1' });
    expect(await owedKeysIn(path)).toEqual([]);
  });

  it('that runs is respected where the system does not tell its birth', async () => {
    const path = await lockedPath({ pid: process.ppid, birth: undefined });
    expect((await faultOf(openFileStore({ path }))).kind).toBe('locked');
  });

  it('from before the machine started is taken over where the system does not tell its birth', async () => {
    const path = await lockedPath({ pid: process.ppid, birth: undefined, since: 0 });
    expect(await owedKeysIn(path)).toEqual([]);
  });

  it('that had the number of this one before, as in a container, is taken over', async () => {
    expect(await owedKeysIn(await lockedPath({ birth: undefined, since: 0 }))).toEqual([]);
    expect(await owedKeysIn(await lockedPath({ birth: 'another-boot/1' }))).toEqual([]);
  });

  it('on another host is respected, and the sentence says which file to delete', async () => {
    const path = await lockedPath({ host: 'web-7', birth: undefined, since: 0 });
    const { kind, message } = await faultOf(openFileStore({ path }));
    expect(kind).toBe('locked');
    expect(message).toContain(`If web-7 is gone for good, delete ${path}.lock.`);
  });

  it('that cannot be understood is respected', async () => {
    const path = await emptyPath();
    await writeFile(`${path}.lock`, '');
    const { kind, message } = await faultOf(openFileStore({ path }));
    expect(kind).toBe('locked');
    expect(message).toContain('cannot be understood');
  });

  it('that died while it took over another is taken over', async () => {
    const pid = await deadPid(await emptyPath());
    const path = await lockedPath({ pid, token: 'first' });
    const second = { ...(await createHolder()), pid, token: 'second' };
    await writeFile(`${path}.lock.first`, JSON.stringify(second));
    expect(await owedKeysIn(path)).toEqual([]);
  });
});

it('is not replaced by a process that saw a dead holder there, when another one was faster', async () => {
  const path = await emptyPath();
  const { store } = await openFileStore({ path });
  const before = await readFile(`${path}.lock`, 'utf8');
  const [dead, slow] = [{ ...(await createHolder()), token: 'dead' }, await createHolder()];
  expect(await replaceDead(`${path}.lock`, dead, slow, path)).toBe(false);
  expect(await readFile(`${path}.lock`, 'utf8')).toBe(before);
  expect(await readdir(dirname(path))).toEqual(['state.json.lock']);
  await store.close();
});

it('lets exactly one of several processes take over a dead one', async () => {
  const pid = await deadPid(await emptyPath());
  for (let round = 0; round < 5; round++) {
    const path = await lockedPath({ pid });
    const children = Array.from({ length: 4 }, () => start('child-holds.ts', path));
    const ends = await Promise.all(children.map((child) => child.nextLine()));
    expect(ends.filter((line) => line === 'held')).toHaveLength(1);
    expect(ends.filter((line) => line?.startsWith('locked: '))).toHaveLength(3);
    for (const child of children) child.endInput();
    await Promise.all(children.map((child) => child.ended));
  }
}, 60_000);

describe('a lock that is taken away from a running process', () => {
  it('stops its commits: somebody else may have written', async () => {
    const path = await emptyPath();
    const { store } = await openFileStore({ path });
    await store.commit({ owe: [anOwed('a')] });
    await rm(`${path}.lock`);
    const { store: other } = await openFileStore({ path });
    await other.commit({ owe: [anOwed('b')] });

    const fault = await faultOf(store.commit({ owe: [anOwed('lost')] }));
    expect(fault.kind).toBe('locked');
    expect(fault.message).toContain('Restart this Trunkline');
    await store.close();
    expect((await faultOf(openFileStore({ path }))).kind).toBe('locked');
    await other.close();
    expect(await owedKeysIn(path)).toEqual(['a', 'b']);
  });
});
