import { Low } from 'lowdb';
import { toldWrite } from '../usecases/life-signs/told-writes.ts';
import type { Log } from '../usecases/ports.ts';
import type { WriteSight } from '../usecases/sights.ts';
import type { Store } from '../usecases/store.ts';
import { createDurableFile, type Recovery } from './durable-file.ts';
import { removeLeftovers } from './leftovers.ts';
import { acquireLock, type Lock } from './lock.ts';
import { prepareRealPath } from './real-path.ts';
import { emptyState, type StoreState } from './state.ts';
import { createStateStore } from './state-store.ts';

export type FileStoreOptions = {
  readonly path: string;
  readonly now?: () => number;
  readonly log?: Log;
  /** Told of every write of the file. */
  readonly observe?: (sight: WriteSight) => void;
};

export type OpenedStore = { readonly store: Store; readonly recovered?: Recovery };

/**
 * The store of one process in one file. A missing file is a new state, a damaged one never is: it is recovered from
 * its backup, which is said, or refused. Throws StoreFault.
 */
export async function openFileStore(options: FileStoreOptions): Promise<OpenedStore> {
  const file = await prepareRealPath(options.path);
  const lock = await acquireLock(file);
  try {
    return await openLocked(file, lock, options);
  } catch (cause) {
    await lock.release();
    throw cause;
  }
}

async function openLocked(
  file: string,
  lock: Lock,
  { now = Date.now, log, observe = () => {} }: FileStoreOptions,
): Promise<OpenedStore> {
  await removeLeftovers(file);
  let recovered: Recovery | undefined;
  const onRecovery = (recovery: Recovery) => {
    recovered = recovery;
    log?.warn({ file, ...recovery }, 'the state was recovered from its backup');
  };
  const db = new Low<StoreState>(createDurableFile(file, { now, onRecovery }), emptyState);
  await db.read();

  async function write(next: StoreState): Promise<void> {
    await lock.assertHeld();
    db.data = next;
    await db.write();
  }
  const save = (next: StoreState) => toldWrite(() => write(next), 'store', observe, now);
  return { store: createStateStore({ initial: db.data, save, release: lock.release }), recovered };
}
