import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openFileStore } from '../../src/store/file-store.ts';
import version1 from '../fixtures/store/version-1.json' with { type: 'json' };
import { answersOf } from './support/answers.ts';
import { anOwed } from './support/builders.ts';
import { scratchFolders } from './support/scratch.ts';

const fixture = join(import.meta.dirname, '../fixtures/store/version-1.json');
const scratch = scratchFolders();

async function anOldFile(): Promise<string> {
  const path = join(await scratch(), 'state.json');
  await copyFile(fixture, path);
  return path;
}

const { trunkline: _marker, schemaVersion: _version, settledKeys, ...remembered } = version1;

it('a file of version 1 opens and loses nothing', async () => {
  const path = await anOldFile();
  const { store, recovered } = await openFileStore({ path });
  expect(recovered).toBeUndefined();
  expect(await answersOf(store)).toMatchObject(remembered);
  expect(settledKeys).toHaveLength(3);
  await store.commit({ owe: settledKeys.map((key) => anOwed(key)) });
  expect(await store.owed()).toHaveLength(remembered.owed.length);
  expect(await store.requests({ all: true })).toEqual([]);
  expect(await store.dueAudit()).toEqual([]);
  await store.close();
  expect(await readFile(path), 'it is only written when there is something to remember').toEqual(
    await readFile(fixture),
  );
});

it('a file of version 1 is of today’s version after the first commit, and its backup is the old one', async () => {
  const path = await anOldFile();
  const { store } = await openFileStore({ path });
  await store.commit({ settle: ['more'] });
  await store.close();
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ ...remembered, schemaVersion: 2 });
  expect(await readFile(`${path}.bak`)).toEqual(await readFile(fixture));
});
