import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { answer, type Result, refuse } from '../domain/result.ts';

/** Rules for thousands of people are a few hundred kilobytes. */
const limitBytes = 1024 * 1024;
const tooLarge = 'is larger than 1 MB';

/** A file's text, or why there is none to read. Follows symbolic links: that is how Kubernetes replaces files. */
export async function readText(path: string): Promise<Result<string, string>> {
  try {
    // Without waiting: opening a named pipe would hang until somebody writes into it.
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      return await readAll(file);
    } finally {
      await file.close();
    }
  } catch (error) {
    return refuse(reasonOf(error));
  }
}

async function readAll(file: FileHandle): Promise<Result<string, string>> {
  const stat = await file.stat();
  if (!stat.isFile()) return refuse('is not a regular file');
  if (stat.size > limitBytes) return refuse(tooLarge);
  const chunks: Buffer[] = [];
  // It may grow while it is read: one byte more than allowed is enough to know.
  for await (const chunk of file.createReadStream({ end: limitBytes, autoClose: false })) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  if (bytes.length > limitBytes) return refuse(tooLarge);
  try {
    return answer(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refuse('is not text in UTF-8');
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'is not there',
  EACCES: 'may not be read by the user that runs Trunkline',
  EPERM: 'may not be read by the user that runs Trunkline',
  ELOOP: 'is a symbolic link that leads to itself',
  ENXIO: 'is not a regular file',
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'an unknown error';
  return reasons[code] ?? `cannot be read (${code})`;
}
