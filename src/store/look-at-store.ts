import { readFile } from 'node:fs/promises';
import { type Store, StoreFault } from '../usecases/store.ts';
import { isRunning, LockHolder } from './lock-holder.ts';
import { readStoreFile } from './read-file.ts';
import { emptyState, type StoreState } from './state.ts';
import { createStateStore } from './state-store.ts';

export type StoreLook = {
  /** What the file holds; nothing, where it cannot be used. Nothing can be committed to it. */
  readonly store: Store;
  /** Why the file cannot be used. */
  readonly trouble: string | undefined;
  /** The process that uses it now. */
  readonly holder: { readonly pid: number; readonly host: string } | undefined;
};

/** A look at the state beside the bot that uses it: the lock is not taken, nothing is written or mended. */
export async function lookAtStore(path: string): Promise<StoreLook> {
  const [{ state, trouble }, holder] = await Promise.all([readState(path), holderOf(`${path}.lock`)]);
  return {
    store: createStateStore({ initial: state, save: refuse, release: async () => {} }),
    trouble,
    holder,
  };
}

async function readState(path: string): Promise<{ readonly state: StoreState; readonly trouble?: string }> {
  try {
    const reading = await readStoreFile(path);
    switch (reading.kind) {
      case 'whole':
        return { state: reading.state };
      case 'missing':
        return { state: emptyState };
      case 'damaged':
        return { state: emptyState, trouble: `The store is damaged: ${reading.why}.` };
      case 'foreign':
        return { state: emptyState, trouble: 'The store’s file is not Trunkline’s.' };
      case 'newer':
        return { state: emptyState, trouble: 'The store was written by a newer Trunkline.' };
    }
  } catch (fault) {
    if (!(fault instanceof StoreFault)) throw fault;
    return { state: emptyState, trouble: fault.message };
  }
}

async function holderOf(path: string): Promise<LockHolder | undefined> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const holder = LockHolder.safeParse(jsonOf(text)).data;
  return holder && (await isRunning(holder)) ? holder : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refuse(): Promise<never> {
  return Promise.reject(new StoreFault('locked', 'The store is only looked at.'));
}
