import { readFile } from 'node:fs/promises';
import { openFileStore } from '../../../src/store/file-store.ts';
import { anOwed } from './builders.ts';

/** A closed store with two commits: the backup has `first`, the file has `first` and `second`. */
export async function fillStore(path: string): Promise<void> {
  const { store } = await openFileStore({ path });
  await store.commit({ owe: [anOwed('first')] });
  await store.commit({ owe: [anOwed('second')] });
  await store.close();
}

export async function owedKeysIn(path: string): Promise<readonly string[]> {
  const { store } = await openFileStore({ path });
  const owed = await store.owed();
  await store.close();
  return owed.map(({ key }) => key);
}

export function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8');
}
