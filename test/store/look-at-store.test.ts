import { readdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openFileStore } from '../../src/store/file-store.ts';
import { lookAtStore } from '../../src/store/look-at-store.ts';
import { StoreFault } from '../../src/usecases/store.ts';
import { aSubscription } from '../support/a-subscription.ts';
import { scratchFolder } from '../support/scratch-folder.ts';

test('a store in use is read beside the process that uses it, which is named', async () => {
  await using folder = await scratchFolder();
  const path = join(folder.path, 'trunkline.json');
  const { store } = await openFileStore({ path });
  await store.commit({ putSubscriptions: [aSubscription('S1', 'C1', '')] });
  const look = await lookAtStore(path);
  expect(look.holder).toMatchObject({ pid: process.pid, host: hostname() });
  expect(look.trouble).toBeUndefined();
  expect((await look.store.subscriptions()).map(({ channelId }) => channelId)).toEqual(['C1']);
  await expect(look.store.commit({ removeSubscriptions: ['S1'] })).rejects.toThrow(StoreFault);
  await store.close();
  expect((await lookAtStore(path)).holder).toBeUndefined();
});

test('where there is none, nothing is known and nothing is made', async () => {
  await using folder = await scratchFolder();
  const { store, trouble, holder } = await lookAtStore(join(folder.path, 'trunkline.json'));
  expect([await store.subscriptions(), trouble, holder]).toEqual([[], undefined, undefined]);
  expect(await readdir(folder.path)).toEqual([]);
});

test.each([
  ['{"version": 1', /damaged/u],
  ['{"mine": true}', /not Trunkline’s/u],
  ['{"format": "trunkline", "version": 999}', /./u],
])('a file that cannot be used is told: %s', async (text, trouble) => {
  await using folder = await scratchFolder();
  const path = join(folder.path, 'trunkline.json');
  await writeFile(path, text);
  await writeFile(`${path}.lock`, 'no holder');
  const look = await lookAtStore(path);
  expect(look.trouble).toMatch(trouble);
  expect(look.holder).toBeUndefined();
  expect(await look.store.subscriptions()).toEqual([]);
});

test('a place that cannot be read is told', async () => {
  await using folder = await scratchFolder();
  expect((await lookAtStore(folder.path)).trouble).toMatch(/could not be read/u);
});
