import { mkdir, readlink, realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { StoreFault } from '../usecases/store.ts';
import { codeOf, unwritable } from './file-fault.ts';

/**
 * Where the file really is, or will be, behind symbolic links; makes the folder when there is none. Lock and backup
 * stand beside the real file, so that two ways to name it are one file still.
 */
export async function prepareRealPath(path: string, linksLeft = 40): Promise<string> {
  try {
    const folder = dirname(resolve(path));
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const here = join(await realpath(folder), basename(path));
    const target = await linkTarget(here);
    if (target === undefined) return here;
    if (linksLeft === 0) throw new Error(`${path}: its symbolic links lead round in a circle`);
    return await prepareRealPath(resolve(dirname(here), target), linksLeft - 1);
  } catch (cause) {
    if (cause instanceof StoreFault) throw cause;
    throw unwritable(path, 'The folder could not be prepared for', cause);
  }
}

/** Undefined: not a symbolic link, or nothing there. A link whose target is missing still leads somewhere. */
async function linkTarget(path: string): Promise<string | undefined> {
  try {
    return await readlink(path);
  } catch (cause) {
    if (['EINVAL', 'ENOENT', 'UNKNOWN'].includes(codeOf(cause) ?? '')) return undefined;
    throw cause;
  }
}
