import type { Head } from './head.ts';
import { beginning, type Line, type Link } from './line.ts';

/** What the next line follows, and what is wrong with what is there. */
export type GoingOn = { readonly end: Link; readonly trouble?: string };

/**
 * Where a trail was changed by somebody else, the next line does not follow what they left: it follows what the head
 * says. Going on cannot hide it: `verify` finds the place for ever.
 */
export function goOnFrom(lines: readonly (Line | undefined)[], head: Head): GoingOn {
  const last = lines.at(-1)?.link;
  if (head.kind !== 'there') return withoutHead(lines, head.kind);
  if (last === undefined || last.seq < head.link.seq) {
    return { end: head.link, trouble: 'lines were cut off at its end, or the last one was changed' };
  }
  const atHead = lines.find((line) => line?.link.seq === head.link.seq)?.link;
  if (atHead !== undefined && atHead.hash !== head.link.hash) {
    return {
      end: { seq: last.seq, hash: head.link.hash },
      trouble: 'a line was changed and its hash made anew',
    };
  }
  return { end: last };
}

/** Missing before the first line is as it should be. */
function withoutHead(lines: readonly (Line | undefined)[], kind: 'missing' | 'damaged'): GoingOn {
  if (lines.length === 0 && kind === 'missing') return { end: beginning };
  const known = lines.findLast((line) => line !== undefined)?.link ?? beginning;
  return { end: known, trouble: `the file that knows its end is ${kind}: it is written anew` };
}
