import { type FileHandle, open } from 'node:fs/promises';
import { codeOf } from '../file-fault.ts';

const chunkBytes = 64 * 1024;
const lineFeed = 0x0a;

/** `whole`: it ends with a line feed; what comes after the last one does not. */
export type RawLine = { readonly bytes: Buffer; readonly whole: boolean };

/** The lines of a file, in bytes, without their line feeds. A missing file has none; a trail of years is never held whole. */
export async function* linesOf(path: string): AsyncGenerator<RawLine> {
  const file = await openIfThere(path);
  if (!file) return;
  try {
    yield* linesIn(file);
  } finally {
    await file.close();
  }
}

async function openIfThere(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'r');
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return undefined;
    throw cause;
  }
}

async function* linesIn(file: FileHandle): AsyncGenerator<RawLine> {
  let rest: Buffer[] = [];
  for (;;) {
    const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(chunkBytes), 0, chunkBytes, null);
    if (bytesRead === 0) break;
    const { lines, remainder } = splitLines(buffer.subarray(0, bytesRead));
    const [first, ...others] = lines;
    if (first === undefined) {
      rest.push(remainder);
      continue;
    }
    yield { bytes: Buffer.concat([...rest, first]), whole: true };
    for (const bytes of others) yield { bytes, whole: true };
    rest = [remainder];
  }
  const bytes = Buffer.concat(rest);
  if (bytes.length > 0) yield { bytes, whole: false };
}

/** What stands between the line feeds, and what comes after the last one. */
export function splitLines(bytes: Buffer): { readonly lines: readonly Buffer[]; readonly remainder: Buffer } {
  const lines: Buffer[] = [];
  let from = 0;
  for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed, from)) {
    lines.push(bytes.subarray(from, end));
    from = end + 1;
  }
  return { lines, remainder: bytes.subarray(from) };
}
