import { SourceFault } from '../source-fault.ts';
import { limits } from './limits.ts';

/** Bytes as they come, in whatever pieces; lines and counted bytes as they are wanted. */
export interface ByteQueue {
  push(bytes: Uint8Array): void;
  /** The next line without its end. Undefined: it has not come whole. Throws SourceFault: it is too long. */
  takeLine(): string | undefined;
  /** Undefined: they have not all come. */
  takeBytes(count: number): string | undefined;
  /** Whether a line begins with anything but `%`, which RIPE puts before what is no object. */
  holdsObjects(): boolean;
}

const newline = 10;

/** Taking throws SourceFault for NULs: no registry sends them, and nobody sees them. */
export function createByteQueue(): ByteQueue {
  let bytes = Buffer.alloc(4_096);
  let start = 0;
  let end = 0;
  /** No newline before this. */
  let searched = 0;

  function makeRoom(count: number): void {
    if (end + count <= bytes.length) return;
    const held = end - start;
    const larger = held + count > bytes.length ? Buffer.alloc(2 * (held + count)) : bytes;
    bytes.copy(larger, 0, start, end);
    bytes = larger;
    searched -= start;
    start = 0;
    end = held;
  }

  function take(count: number): string {
    refuseNul(start + count);
    const text = bytes.toString('utf8', start, start + count);
    start += count;
    searched = start;
    return text;
  }

  function refuseNul(to: number): void {
    const isText = !bytes.subarray(start, to).includes(0);
    if (!isText) throw new SourceFault('unreadable', 'It sent bytes that are no text.');
  }

  return {
    push(more) {
      makeRoom(more.length);
      bytes.set(more, end);
      end += more.length;
    },
    takeLine() {
      const found = bytes.subarray(0, end).indexOf(newline, searched);
      if ((found < 0 ? end : found) - start > limits.line) {
        throw new SourceFault('unreadable', 'It sent a line that is longer than is read.');
      }
      searched = found < 0 ? end : found;
      if (found < 0) refuseNul(end);
      return found < 0 ? undefined : take(found + 1 - start).replace(/\r?\n$/u, '');
    },
    takeBytes: (count) => (end - start < count ? undefined : take(count)),
    holdsObjects: () => /^[^%\s]/mu.test(bytes.toString('latin1', start, end)),
  };
}
