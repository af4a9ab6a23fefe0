import { chmod, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import writeFileAtomic from 'write-file-atomic';
import { StoreFault } from '../usecases/store.ts';
import { backupOf, chooseReading } from './choose-reading.ts';
import { codeOf, unwritable } from './file-fault.ts';
import { readStoreFile } from './read-file.ts';
import { copyOver, ownerOnly, syncFolder } from './safe-copy.ts';
import { serialize } from './serialize.ts';
import { type StoreState, toDocument } from './state.ts';

/** How the state came back when its file could not be used. */
export type Recovery = {
  /** When the backup had been written. */
  readonly backupFrom: number;
  /** Where the unusable file was kept; absent when it was missing. */
  readonly damagedCopy?: string;
  /** What was wrong with it. */
  readonly why: string;
};

/**
 * lowdb's own file adapter loses data (no fsync, mode 0644, replaces symbolic links), so this one stands in.
 * `path` must be the real file. At every moment the file or its backup is whole.
 */
export function createDurableFile(
  path: string,
  deps: {
    readonly now: () => number;
    readonly onRecovery: (recovery: Recovery) => void;
    readonly syncFolder?: (folder: string) => Promise<void>;
  },
): Adapter<StoreState> {
  const sync = () => (deps.syncFolder ?? syncFolder)(dirname(path));
  return {
    read: async () => {
      const main = await readStoreFile(path);
      if (main.kind === 'whole') return main.state;
      const choice = chooseReading(path, main, await readStoreFile(backupOf(path)));
      if (choice.kind === 'new') return null;
      // The backup stands alone until the first commit, so that a recovery nobody has recorded yet is told again.
      const damagedCopy = await setAside(path, deps.now());
      deps.onRecovery({ backupFrom: choice.writtenAt, damagedCopy, why: choice.why });
      return choice.state;
    },
    write: async (state) => {
      let hasBackup = false;
      const fill = async (temporary: string) => {
        // Not by write-file-atomic itself: it takes a write that a full disk cut short for a whole one.
        await writeFile(temporary, serialize(toDocument(state)));
        hasBackup = await keepBackup(path);
      };
      try {
        await writeFileAtomic(path, undefined, { mode: ownerOnly, tmpfileCreated: fill });
        await sync().catch((cause) => takeBack(path, hasBackup, cause));
      } catch (cause) {
        throw cause instanceof StoreFault
          ? cause
          : unwritable(path, 'The state could not be written to', cause);
      }
    },
  };
}

/** The file is in its place and may not stay there: its commits are refused, so they must not show up later. */
async function takeBack(path: string, hasBackup: boolean, cause: unknown): Promise<never> {
  if (hasBackup) await copyOver(backupOf(path), path);
  else await rm(path, { force: true });
  throw cause;
}

async function keepBackup(path: string): Promise<boolean> {
  try {
    return await copyOver(path, backupOf(path));
  } catch (cause) {
    throw unwritable(backupOf(path), 'The backup could not be written to', cause);
  }
}

async function setAside(path: string, now: number): Promise<string | undefined> {
  const copy = `${path}.damaged-${new Date(now).toISOString().replaceAll(':', '-')}`;
  try {
    await rename(path, copy);
    await chmod(copy, ownerOnly);
    return copy;
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return undefined;
    throw unwritable(copy, 'The damaged state could not be set aside to', cause);
  }
}
