import { dirname } from 'node:path';
import { StoreFault } from '../usecases/store.ts';

/** What the system's code means for the person who runs Trunkline, and what to do about it. */
const meanings: Readonly<Record<string, (path: string) => string>> = {
  ENOSPC: () => 'the disk is full. Free some space on it.',
  EDQUOT: () => 'the disk quota is used up. Free some space or raise the quota.',
  EFBIG: () => 'it would be larger than this process may write. Raise the file size limit (ulimit -f).',
  EACCES: (path) => `permission is denied. Let the user who runs Trunkline read and write ${dirname(path)}.`,
  EPERM: (path) => `the system does not permit it. Let the user who runs Trunkline write ${dirname(path)}.`,
  EROFS: () => 'the file system is read-only. Mount it for writing, or choose another DATA_DIR.',
  ENOENT: (path) => `${dirname(path)} is not there. Bring it back, or choose another DATA_DIR.`,
  ENOTDIR: (path) => `a part of ${dirname(path)} is not a folder. Choose another DATA_DIR.`,
  EEXIST: (path) => `something that is not a folder is where ${dirname(path)} should be. Move it away.`,
  EISDIR: (path) => `${path} is a folder. Move it away, or choose another DATA_DIR.`,
  EBUSY: () => 'it is in use, or mounted by itself. Mount its folder instead.',
  EIO: () => 'the disk reports an error. Check the disk.',
};

/** `deed` is what failed, as a clause: "the state could not be written to". */
export function unwritable(path: string, deed: string, cause: unknown): StoreFault {
  return new StoreFault('unwritable', failureOf(path, deed, cause), { cause });
}

/** What failed, why, and what to do: one sentence after the other. */
export function failureOf(path: string, deed: string, cause: unknown): string {
  const code = codeOf(cause);
  const meaning = (code && meanings[code]?.(path)) ?? `${cause instanceof Error ? cause.message : cause}.`;
  return `${deed} ${path}: ${meaning}${code ? ` (${code})` : ''}`;
}

export function codeOf(cause: unknown): string | undefined {
  if (!(cause instanceof Error) || !('code' in cause)) return undefined;
  return typeof cause.code === 'string' ? cause.code : undefined;
}
