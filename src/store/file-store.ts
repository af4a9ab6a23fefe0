import { Low } from 'lowdb';
import type { Log } from '../usecases/ports.ts';
import type { Store } from '../usecases/store.ts';
import { createDurableFile, type Recovery } from './durable-file.ts';
import { prepareRealPath } from './real-path.ts';
import { emptyState, type StoreState } from './state.ts';
import { createStateStore } from './state-store.ts';

export type FileStoreOptions = {
  readonly path: string;
  readonly now?: () => number;
  readonly log?: Log;
};

/** One process's store in one file. Throws StoreFault when the file may not or cannot be used. */
export async function openFileStore({
  path,
  now = Date.now,
  log,
}: FileStoreOptions): Promise<{ readonly store: Store; readonly recovered?: Recovery }> {
  const file = await prepareRealPath(path);
  let recovered: Recovery | undefined;
  const onRecovery = (recovery: Recovery) => {
    recovered = recovery;
    log?.warn({ file, ...recovery }, 'the state was recovered from its backup');
  };
  const db = new Low<StoreState>(createDurableFile(file, { now, onRecovery }), emptyState);
  await db.read();

  async function save(next: StoreState): Promise<void> {
    db.data = next;
    await db.write();
  }

  return {
    store: createStateStore({ initial: db.data, save, release: async () => {} }),
    recovered,
  };
}
