import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { CaseFiles, KeptFile } from '../usecases/validation/files.ts';
import { codeOf, unwritable } from './file-fault.ts';
import { ownerOnly, syncFolder } from './safe-copy.ts';

/** Who may enter. */
const ownerOnlyFolder = 0o700;

/** No dot: no path leads elsewhere, and write-file-atomic's half-written files, `<name>.<digits>`, are never taken for one. */
const plainId = /^[\w-]{1,100}$/u;
const halfWritten = /^[\w-]{1,100}\.\d+$/u;

/**
 * The files of cases, `<where>/<case>/<file>`. For the one process that holds the store's lock: the first call removes
 * what one that was killed left half-written.
 */
export function createCaseFiles(
  where: string,
  deps: { readonly syncFolder?: (folder: string) => Promise<void> } = {},
): CaseFiles {
  const folder = resolve(where);
  const sync = deps.syncFolder ?? syncFolder;
  let swept: Promise<void> | undefined;

  /** What fails is tried again by the next call. */
  async function sweep(): Promise<void> {
    swept ??= removeHalfWritten(folder);
    await swept.catch((cause: unknown) => {
      swept = undefined;
      throw cause;
    });
  }

  async function put(path: string, content: Uint8Array): Promise<void> {
    await sweep();
    await makeFolder(dirname(path), sync);
    // Not by write-file-atomic itself: it takes a write that a full disk cut short for a whole one.
    const fill = (temporary: string) => writeFile(temporary, content);
    await writeFileAtomic(path, undefined, { mode: ownerOnly, tmpfileCreated: fill });
    await sync(dirname(path)).catch(async (cause: unknown) => {
      await rm(path, { force: true });
      throw cause;
    });
  }

  async function everyFile(): Promise<readonly KeptFile[]> {
    await sweep();
    const files: KeptFile[] = [];
    for (const caseId of await caseFolders(folder)) {
      const names = await namesIn(join(folder, caseId));
      files.push(...names.map((fileId) => ({ caseId, fileId })));
    }
    return files;
  }

  return {
    keep: async (caseId, fileId, content) => {
      const path = pathOf(folder, caseId, fileId);
      await told(path, 'A file of a case could not be written to', () => put(path, content));
    },
    read: async (caseId, fileId) => {
      const path = pathOf(folder, caseId, fileId);
      return told(path, 'A file of a case could not be read from', () => ifThere(readFile(path)));
    },
    remove: async (caseId) => {
      const path = pathOf(folder, caseId);
      await told(path, 'The files of a case could not be removed from', async () => {
        await rm(path, { recursive: true, force: true });
        await ifThere(sync(folder));
      });
    },
    list: () => told(folder, 'The files of cases could not be listed in', everyFile),
    removeFile: async ({ caseId, fileId }) => {
      const path = pathOf(folder, caseId, fileId);
      await told(path, 'A file of a case could not be removed from', async () => {
        await rm(path, { force: true });
        await ifThere(sync(dirname(path)));
      });
    },
  };
}

/** Ids are ours: one that is none is a bug, and may not become a path. */
function pathOf(folder: string, ...ids: readonly string[]): string {
  const odd = ids.find((id) => !plainId.test(id));
  if (odd !== undefined) throw new Error(`${JSON.stringify(odd)} cannot be the id of a case or of its file`);
  return join(folder, ...ids);
}

async function told<T>(path: string, deed: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    throw unwritable(path, deed, cause);
  }
}

/** A folder is durable when the one that it is in is. */
async function makeFolder(path: string, sync: (folder: string) => Promise<void>): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: ownerOnlyFolder });
  if (first === undefined) return;
  for (let made = path; made.length >= first.length; made = dirname(made)) await sync(dirname(made));
}

async function removeHalfWritten(folder: string): Promise<void> {
  for (const id of await caseFolders(folder)) {
    const left = (await readdir(join(folder, id))).filter((name) => halfWritten.test(name));
    await Promise.all(left.map((name) => rm(join(folder, id, name), { force: true })));
  }
}

async function caseFolders(folder: string): Promise<readonly string[]> {
  const entries = (await ifThere(readdir(folder, { withFileTypes: true }))) ?? [];
  return entries.filter((entry) => entry.isDirectory() && plainId.test(entry.name)).map(({ name }) => name);
}

/** One that goes away meanwhile is empty. */
async function namesIn(folder: string): Promise<readonly string[]> {
  const names = (await ifThere(readdir(folder))) ?? [];
  return names.filter((name) => plainId.test(name));
}

async function ifThere<T>(found: Promise<T>): Promise<T | undefined> {
  return found.catch((cause: unknown) => {
    if (codeOf(cause) === 'ENOENT') return undefined;
    throw cause;
  });
}
