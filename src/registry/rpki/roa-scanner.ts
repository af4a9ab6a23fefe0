import { SourceFault } from '../source-fault.ts';

/** What is found in a VRP list while it comes. What these throw, `write` throws. */
export type ScannerSinks = {
  /** Some of the entries of `roas`, in their order. */
  readonly roas: (entries: readonly unknown[]) => void;
  readonly metadata: (value: unknown) => void;
};

export interface RoaScanner {
  /** Throws SourceFault: it is no VRP list. */
  write(chunk: Uint8Array): void;
  /** Throws SourceFault: the list was cut off, or has no `roas`. */
  end(): void;
}

const char = {
  quote: 34,
  backslash: 92,
  colon: 58,
  openList: 91,
  closeList: 93,
  open: 123,
  close: 125,
  blank: 32,
};
/** Bytes that are looked at together; also the most that one entry, the metadata or a name may have. */
const pieceBytes = 65_536;

/**
 * Walks through `{"metadata": {…}, "roas": [{…}, …]}` as it comes, in whatever order and among whatever else. It counts
 * braces, minds strings and hands whole pieces to JSON.parse: a list of 80 MB never is in memory at once.
 */
export function createRoaScanner(sinks: ScannerSinks): RoaScanner {
  let depth = 0;
  let isInString = false;
  let isEscaped = false;
  let isOver = false;
  let hasRoas = false;
  /** The member of the list that is being read, and the last string at that level: the next one's name, perhaps. */
  let member = '';
  let name = '';
  /** From where on the bytes at hand are still needed: an open name, entry or metadata. None is open: -1. */
  let openFrom = -1;
  /** The whole entries among the bytes at hand. */
  let entriesFrom = -1;
  let entriesTo = -1;
  /** The bytes at hand; the first so many are kept from before. One buffer for all: lists are long. */
  const hand = Buffer.alloc(2 * pieceBytes);
  let kept = 0;

  function look(bytes: Buffer): void {
    for (let at = kept; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      if (isInString) lookInString(bytes, at, byte);
      else if (byte === char.quote) enterString(at);
      else if (byte === char.open || byte === char.openList) enter(at, byte);
      else if (byte === char.close || byte === char.closeList) leave(bytes, at);
      else if (byte === char.colon && depth === 1) member = name;
      else if (depth === 0 && byte > char.blank) throw noList();
    }
  }

  function enterString(at: number): void {
    if (depth === 0) throw noList();
    isInString = true;
    if (depth === 1) openFrom = at;
  }

  function lookInString(bytes: Buffer, at: number, byte: number): void {
    if (isEscaped) isEscaped = false;
    else if (byte === char.backslash) isEscaped = true;
    else if (byte === char.quote) {
      isInString = false;
      if (depth === 1) {
        name = bytes.toString('utf8', openFrom + 1, at);
        openFrom = -1;
      }
    }
  }

  function enter(at: number, byte: number): void {
    depth += 1;
    if (isOver || (depth === 1 && byte !== char.open)) throw noList();
    if (depth === 2 && member === 'roas') {
      if (byte !== char.openList) throw noList();
      hasRoas = true;
    }
    const isEntry = depth === 3 && member === 'roas';
    if (isEntry && entriesFrom < 0) entriesFrom = at;
    if (isEntry || (depth === 2 && member === 'metadata')) openFrom = at;
  }

  function leave(bytes: Buffer, at: number): void {
    depth -= 1;
    if (depth < 0) throw noList();
    if (depth === 0) isOver = true;
    if (depth === 1 && member === 'metadata') {
      sinks.metadata(parse(bytes.toString('utf8', openFrom, at + 1)));
      openFrom = -1;
    }
    if (depth === 2 && member === 'roas') {
      openFrom = -1;
      entriesTo = at + 1;
    }
    if (depth === 1) giveEntries(bytes);
  }

  function giveEntries(bytes: Buffer): void {
    if (entriesTo > entriesFrom && entriesFrom >= 0) {
      const entries = parse(`[${bytes.toString('utf8', entriesFrom, entriesTo)}]`);
      if (Array.isArray(entries)) sinks.roas(entries);
    }
    entriesFrom = -1;
    entriesTo = -1;
  }

  function writePiece(piece: Uint8Array): void {
    hand.set(piece, kept);
    const bytes = hand.subarray(0, kept + piece.length);
    look(bytes);
    giveEntries(bytes);
    kept = openFrom < 0 ? 0 : bytes.length - openFrom;
    if (kept > pieceBytes) throw noList();
    hand.copyWithin(0, bytes.length - kept, bytes.length);
    if (openFrom >= 0) openFrom = 0;
    if (depth >= 3 && member === 'roas') entriesFrom = 0;
  }

  return {
    write(chunk) {
      for (let at = 0; at < chunk.length; at += pieceBytes) writePiece(chunk.subarray(at, at + pieceBytes));
    },
    end() {
      if (!isOver) throw new SourceFault('unreadable', 'The list of ROAs ends in the middle.');
      if (!hasRoas) throw noList();
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SourceFault('unreadable', 'The list of ROAs is not the JSON that it should be.', { cause });
  }
}

function noList(): SourceFault {
  return new SourceFault('unreadable', 'What came is no list of ROAs in JSON.');
}
