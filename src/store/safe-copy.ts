import { chmod, copyFile, link, open, rename, rm, stat, utimes } from 'node:fs/promises';
import { codeOf } from './file-fault.ts';

/** Readable by its owner only: the state says how a company's network is connected. */
export const ownerOnly = 0o600;

/**
 * Makes `to` what `from` is now, in one step: `to` is never half of anything. Tells false when `from` is missing, and
 * leaves `to` then. `from` must be replaced afterwards, never written in place: the two may be one file.
 */
export async function copyOver(from: string, to: string, hardLink = link): Promise<boolean> {
  const fresh = `${to}.new`;
  await rm(fresh, { force: true });
  try {
    await hardLink(from, fresh);
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return false;
    await copySynced(from, fresh); // no hard links here, as on Azure Files
  }
  await chmod(fresh, ownerOnly);
  await rename(fresh, to);
  await rm(fresh, { force: true }); // rename does nothing when both are one file already
  return true;
}

/** A copy that survives a power cut, with the time of the original. */
async function copySynced(from: string, to: string): Promise<void> {
  await copyFile(from, to);
  await chmod(to, ownerOnly);
  const { atime, mtime } = await stat(from);
  await utimes(to, atime, mtime);
  const file = await open(to, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A rename is durable only when its folder is. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return; // folders cannot be opened there
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } catch (cause) {
    // Some network file systems cannot sync folders; that is all that can be done there.
    if (!['EINVAL', 'ENOTSUP'].includes(codeOf(cause) ?? '')) throw cause;
  } finally {
    await folder.close();
  }
}
