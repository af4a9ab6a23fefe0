import type { Head } from './head.ts';
import { beginning, type Line, type Link, parseLine } from './line.ts';
import type { RawLine } from './lines-of.ts';

/** How a trail stands. Lines are counted from 1, in the file; `seq` is the number that a line was given when it was written. */
export type Verdict =
  | { readonly kind: 'none' }
  /** `unconfirmed`: lines at the end that the head does not know yet; a crash may leave some. */
  | { readonly kind: 'whole'; readonly lines: number; readonly unconfirmed: number }
  | { readonly kind: 'changed'; readonly line: number }
  /** From `line` on, what was written as `from` to `to` is missing. */
  | { readonly kind: 'removed'; readonly line: number; readonly from: number; readonly to: number }
  /** At `line` stands what was written as `seq`. */
  | { readonly kind: 'moved'; readonly line: number; readonly seq: number }
  /** The head knows `to`. */
  | { readonly kind: 'cut-off'; readonly from: number; readonly to: number }
  /** It does not end with a line feed. */
  | { readonly kind: 'unfinished'; readonly line: number }
  | { readonly kind: 'head-missing' | 'head-damaged'; readonly lines: number };

/** Finds the first line that is not as it was written, or not where it was. */
export async function checkChain(lines: AsyncIterable<RawLine>, head: Head): Promise<Verdict> {
  let before = beginning;
  let count = 0;
  let gap: Gap | undefined;
  for await (const { bytes, whole } of lines) {
    count++;
    const line = parseLine(bytes);
    if (gap) {
      // What is missing there may stand further down: then it was moved, not removed.
      if (line?.link.seq === gap.from) return { kind: 'moved', line: gap.line, seq: gap.found };
      continue;
    }
    if (!whole) return { kind: 'unfinished', line: count };
    const flaw = flawOf(line, before, count) ?? (line && disownedBy(head, line.link, count));
    if (flaw?.kind === 'gap') gap = flaw;
    else if (flaw) return flaw;
    if (line) before = line.link;
  }
  if (gap) return { kind: 'removed', line: gap.line, from: gap.from, to: gap.found - 1 };
  return verdictOnEnd(before, count, head);
}

/** At `line` stands `found` where `from` should. */
type Gap = { readonly kind: 'gap'; readonly line: number; readonly from: number; readonly found: number };

function flawOf(line: Line | undefined, before: Link, count: number): Verdict | Gap | undefined {
  if (line === undefined) return { kind: 'changed', line: count };
  const { link, prev } = line;
  const wanted = before.seq + 1;
  if (link.seq === wanted && prev === before.hash) return undefined;
  // It follows a line that was there and is there no more: the one before it was changed, with its hash made anew.
  if (link.seq === wanted) return { kind: 'changed', line: Math.max(1, count - 1) };
  if (prev === before.hash) return { kind: 'changed', line: count };
  if (link.seq > wanted) return { kind: 'gap', line: count, from: wanted, found: link.seq };
  return { kind: 'moved', line: count, seq: link.seq };
}

/** The head has seen another line with this number: the last line, say, was changed with its hash made anew. */
function disownedBy(head: Head, { seq, hash }: Link, count: number): Verdict | undefined {
  const isOther = head.kind === 'there' && head.link.seq === seq && head.link.hash !== hash;
  return isOther ? { kind: 'changed', line: count } : undefined;
}

function verdictOnEnd({ seq }: Link, lines: number, head: Head): Verdict {
  if (head.kind === 'missing') return lines === 0 ? { kind: 'none' } : { kind: 'head-missing', lines };
  if (head.kind === 'damaged') return { kind: 'head-damaged', lines };
  if (head.link.seq > seq) return { kind: 'cut-off', from: seq + 1, to: head.link.seq };
  return { kind: 'whole', lines, unconfirmed: seq - head.link.seq };
}
