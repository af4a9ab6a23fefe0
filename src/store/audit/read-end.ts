import type { FileHandle } from 'node:fs/promises';
import { splitLines } from './lines-of.ts';

/** How much of the end is read: many times what one flush writes. */
const windowBytes = 4 * 1024 * 1024;

export type End = {
  /** The last whole lines; all of them where the file is short. */
  readonly lines: readonly Buffer[];
  /** What comes after the last line feed: empty, unless a write was cut short. */
  readonly remainder: Buffer;
  /** Of the file, bytes. */
  readonly size: number;
};

export async function readEnd(file: FileHandle): Promise<End> {
  const { size } = await file.stat();
  for (let window = windowBytes; ; window *= 2) {
    const start = Math.max(0, size - window);
    const { lines, remainder } = splitLines(await readFrom(file, start));
    // The first line in a window is half of one.
    if (start === 0) return { lines, remainder, size };
    if (lines.length > 1) return { lines: lines.slice(1), remainder, size };
  }
}

async function readFrom(file: FileHandle, start: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of file.createReadStream({ start, autoClose: false })) chunks.push(chunk);
  return Buffer.concat(chunks);
}
