import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * What processes that were killed left behind: half-written files, as write-file-atomic names them, and what belongs to
 * a lock that is no longer theirs. Only for the holder of the lock: to everybody else these may be in use.
 */
export async function removeLeftovers(path: string): Promise<void> {
  const prefix = `${basename(path)}.`;
  const isLeftover = (name: string) =>
    name.startsWith(prefix) && /^(\d+|lock\..+)$/.test(name.slice(prefix.length));
  const names = (await readdir(dirname(path))).filter(isLeftover);
  await Promise.all(names.map((name) => rm(join(dirname(path), name), { force: true })));
}
