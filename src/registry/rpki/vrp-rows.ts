import { maskWord } from './packed-prefix.ts';

/** One VRP in numbers. */
export type VrpRow = {
  readonly words: readonly number[];
  readonly length: number;
  readonly maxLength: number;
  readonly asn: number;
  /** Seconds since the epoch; 0: it was not told. */
  readonly expires: number;
  /** Its place in the list of trust anchors, from 0 to 255. */
  readonly anchor: number;
};

/** The rows that cover a prefix, the longest first. */
export type FindCovering = (words: readonly number[], length: number) => readonly VrpRow[];

export interface RowsBuilder {
  add(row: VrpRow): void;
  build(): FindCovering;
}

/**
 * Rows of one address family in one typed array: 20 bytes for IPv4, 32 for IPv6. Found by a hash of prefix and length,
 * so that nothing need be sorted: a look tries every length that is not longer than its own.
 */
export function createRows(wordCount: 1 | 4): RowsBuilder {
  const stride = wordCount + 4;
  let cells = new Uint32Array(1_024 * stride);
  let count = 0;
  const lengthsSeen = new Uint8Array(32 * wordCount + 1);

  function rowAt(index: number): VrpRow {
    const [asn = 0, expires = 0, packed = 0] = cells.subarray(
      index * stride + wordCount,
      (index + 1) * stride,
    );
    const words = [...cells.subarray(index * stride, index * stride + wordCount)];
    const anchor = packed & 255;
    return { words, length: packed >>> 16, maxLength: (packed >>> 8) & 255, asn, expires, anchor };
  }

  function isAt(index: number, words: readonly number[], length: number): boolean {
    const at = index * stride;
    const isLong = (cells[at + wordCount + 2] ?? 0) >>> 16 === length;
    return isLong && words.every((word, place) => cells[at + place] === word);
  }

  /** Row numbers + 1, chained by the last cell of each row; 0 ends a chain. */
  function chain(): Uint32Array {
    const buckets = new Uint32Array(bucketsFor(count));
    for (let index = 0; index < count; index++) {
      const at = index * stride;
      const packed = cells[at + wordCount + 2] ?? 0;
      const bucket = hashOf(cells, at, wordCount, packed >>> 16) & (buckets.length - 1);
      cells[at + stride - 1] = buckets[bucket] ?? 0;
      buckets[bucket] = index + 1;
    }
    return buckets;
  }

  function rowsFor(buckets: Uint32Array, words: readonly number[], length: number): readonly VrpRow[] {
    const found: VrpRow[] = [];
    let next = buckets[hashOf(words, 0, wordCount, length) & (buckets.length - 1)] ?? 0;
    for (; next > 0; next = cells[next * stride - 1] ?? 0) {
      if (isAt(next - 1, words, length)) found.push(rowAt(next - 1));
    }
    return found;
  }

  return {
    add({ words, length, maxLength, asn, expires, anchor }) {
      const at = count * stride;
      if (at === cells.length) {
        const larger = new Uint32Array(2 * cells.length);
        larger.set(cells);
        cells = larger;
      }
      for (let place = 0; place < wordCount; place++) cells[at + place] = words[place] ?? 0;
      cells[at + wordCount] = asn;
      cells[at + wordCount + 1] = expires;
      cells[at + wordCount + 2] = (length << 16) | (maxLength << 8) | anchor;
      lengthsSeen[length] = 1;
      count += 1;
    },
    build() {
      cells = cells.slice(0, count * stride);
      const buckets = chain();
      return (words, length) => {
        const found: VrpRow[] = [];
        for (let bits = length; bits >= 0; bits--) {
          if (lengthsSeen[bits] !== 1) continue;
          const masked = words.map((word, place) => maskWord(word, place, bits));
          found.push(...rowsFor(buckets, masked, bits));
        }
        return found;
      };
    },
  };
}

function bucketsFor(count: number): number {
  return 2 ** Math.max(4, Math.ceil(Math.log2(count + 1)));
}

function hashOf(words: ArrayLike<number>, at: number, wordCount: number, length: number): number {
  let hash = length;
  for (let place = at; place < at + wordCount; place++) {
    hash = Math.imul(hash ^ (words[place] ?? 0), 0x9e37_79b1);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}
