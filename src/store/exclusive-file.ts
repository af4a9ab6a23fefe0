import { link, open, rename, rm } from 'node:fs/promises';
import { codeOf } from './file-fault.ts';

/** Makes a file with its whole content in one step. Tells false when there is one already. */
export async function createExclusively(
  path: string,
  text: string,
  token: string,
  hardLink = link,
): Promise<boolean> {
  const fresh = freshPath(path, token);
  await writeSynced(fresh, text, 'w');
  try {
    await hardLink(fresh, path);
    return true;
  } catch (cause) {
    return codeOf(cause) === 'EEXIST' ? false : await createInPlace(path, text);
  } finally {
    await rm(fresh, { force: true });
  }
}

/** Puts a file in the place of another in one step. */
export async function replaceExclusively(path: string, text: string, token: string): Promise<void> {
  const fresh = freshPath(path, token);
  await writeSynced(fresh, text, 'w');
  await rename(fresh, path);
}

function freshPath(path: string, token: string): string {
  return `${path}.${token}.new`;
}

/** Where there are no hard links, as on Azure Files: for a moment the file is there and empty. */
async function createInPlace(path: string, text: string): Promise<boolean> {
  try {
    await writeSynced(path, text, 'wx');
    return true;
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return false;
    throw cause;
  }
}

/** Synced, because after a power cut an empty lock would keep everybody out; so would one left by a full disk. */
async function writeSynced(path: string, text: string, flags: 'w' | 'wx'): Promise<void> {
  const file = await open(path, flags, 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } catch (cause) {
    await rm(path, { force: true });
    throw cause;
  } finally {
    await file.close();
  }
}
