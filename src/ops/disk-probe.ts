import { randomUUID } from 'node:crypto';
import { open, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { DiskProbe } from '../usecases/doctor/probes.ts';

/** So much must be writable: an empty file fits on a full disk. */
const trialBytes = 4_096;

/** The folder of the state: whether it takes a file, and how much room there is. */
export function createDiskProbe(folder: string, storeFile: string): DiskProbe {
  return {
    look: async () => ({
      writeFault: await writeFaultIn(folder),
      freeBytes: await freeBytesOf(folder),
      storeBytes: await sizeOf(storeFile),
    }),
  };
}

async function writeFaultIn(folder: string): Promise<string | undefined> {
  const path = join(folder, `doctor-${randomUUID()}.tmp`);
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(Buffer.alloc(trialBytes));
      await file.sync();
    } finally {
      await file.close();
    }
    return undefined;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  } finally {
    await rm(path, { force: true }).catch(() => undefined);
  }
}

async function freeBytesOf(folder: string): Promise<number | undefined> {
  return statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => undefined,
  );
}

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}
