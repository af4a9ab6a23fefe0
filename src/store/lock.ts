import { access, readFile, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { StoreFault } from '../usecases/store.ts';
import { createExclusively, replaceExclusively } from './exclusive-file.ts';
import { codeOf, unwritable } from './file-fault.ts';
import { createHolder, isRunning, LockHolder } from './lock-holder.ts';

export type Lock = {
  /** Throws StoreFault when it was taken away: somebody else may have written since. */
  readonly assertHeld: () => Promise<void>;
  readonly release: () => Promise<void>;
};

/** One process may use a state file. Throws StoreFault when another one does. */
export async function acquireLock(statePath: string): Promise<Lock> {
  const path = `${statePath}.lock`;
  const mine = await createHolder();
  await take(path, mine, statePath);
  return {
    assertHeld: async () => {
      const holder = await readHolder(path, statePath);
      if (holder?.token === mine.token) return;
      if (holder === undefined && !(await isThere(dirname(path)))) return; // the write itself will tell
      throw lost(statePath, path);
    },
    release: () => give(path, mine, statePath),
  };
}

/**
 * Takes over from a dead holder without a race: who wants to replace it must first hold a lock that is named after it,
 * and see with that in hand that the dead one is still there. That lock is an ordinary one, so a process that dies
 * while it holds it is taken over from in the same way.
 */
async function take(path: string, mine: LockHolder, statePath: string): Promise<void> {
  if (await create(path, mine)) return;
  const holder = await readHolder(path, statePath);
  if (holder && (await isRunning(holder))) throw locked(statePath, path, holder);
  if (!holder || !(await replaceDead(path, holder, mine, statePath))) return take(path, mine, statePath);
}

/** Tells false when somebody else was faster. */
export async function replaceDead(path: string, dead: LockHolder, mine: LockHolder, statePath: string) {
  const claim = `${path}.${dead.token}`;
  await take(claim, mine, statePath);
  try {
    const isStillThere = (await readHolder(path, statePath))?.token === dead.token;
    if (isStillThere) await replaceExclusively(path, JSON.stringify(mine), mine.token);
    return isStillThere;
  } finally {
    await give(claim, mine, statePath);
  }
}

async function give(path: string, mine: LockHolder, statePath: string): Promise<void> {
  const holder = await readHolder(path, statePath).catch(() => undefined);
  if (holder?.token === mine.token) await rm(path, { force: true });
}

async function create(path: string, mine: LockHolder): Promise<boolean> {
  try {
    return await createExclusively(path, JSON.stringify(mine), mine.token);
  } catch (cause) {
    throw unwritable(path, 'The lock could not be written to', cause);
  }
}

/** Undefined: there is none. */
async function readHolder(path: string, statePath: string): Promise<LockHolder | undefined> {
  try {
    return LockHolder.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return undefined;
    if (codeOf(cause) !== undefined) throw unwritable(path, 'The lock could not be read from', cause);
    throw unreadable(statePath, path, cause);
  }
}

async function isThere(folder: string): Promise<boolean> {
  return access(folder).then(
    () => true,
    () => false,
  );
}

function locked(statePath: string, path: string, { pid, host, since }: LockHolder): StoreFault {
  const elsewhere = host === hostname() ? '' : ` If ${host} is gone for good, delete ${path}.`;
  return new StoreFault(
    'locked',
    `${statePath} is in use by process ${pid} on ${host} since ${new Date(since).toISOString()}. ` +
      `Stop that Trunkline first, or choose another DATA_DIR.${elsewhere}`,
  );
}

function lost(statePath: string, path: string): StoreFault {
  return new StoreFault(
    'locked',
    `${statePath} is not written any more: ${path} was removed or taken by another process, which may have written ` +
      'since. Restart this Trunkline, and see to it that no other one uses the same DATA_DIR.',
  );
}

function unreadable(statePath: string, path: string, cause: unknown): StoreFault {
  return new StoreFault(
    'locked',
    `${statePath} may be in use: ${path} cannot be understood. If no other Trunkline uses it, delete ${path}.`,
    { cause },
  );
}
