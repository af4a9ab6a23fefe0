import { SourceFault } from '../source-fault.ts';
import type { ByteQueue } from './byte-queue.ts';
import { type IrrAnswer, refusal } from './irr-answer.ts';
import { limits } from './limits.ts';

/** Reads the next answer; undefined: it has not come whole. Throws SourceFault when the framing is none. */
export type AnswerReader = (queue: ByteQueue) => IrrAnswer | undefined;

/**
 * IRRd's framing (its manual, "IRRd style queries"): `A<length>`, the data, `C`; or `C` alone, `D`, `F <message>`. The
 * length counts the newline behind the data, and is believed only when that and the `C` stand where it says.
 */
export function createIrrdReader(): AnswerReader {
  /** Of the data that is awaited, once its length is known. */
  let length: number | undefined;

  function readData(queue: ByteQueue, count: number): IrrAnswer | undefined {
    const framed = queue.takeBytes(count + 2);
    if (framed === undefined) return undefined;
    length = undefined;
    if (!/(?:^|\n)C\n$/u.test(framed)) throw outOfFrame();
    return { kind: 'data', text: framed.slice(0, -2) };
  }

  return (queue) => {
    if (length !== undefined) return readData(queue, length);
    const line = queue.takeLine();
    if (line === undefined) return undefined;
    if (line === 'C' || line === 'D') return { kind: 'none' };
    if (/^F\b/u.test(line)) return refusal(line.slice(1));
    length = lengthIn(line);
    return readData(queue, length);
  };
}

function lengthIn(line: string): number {
  const [, digits] = /^A(\d{1,12})$/u.exec(line) ?? [];
  if (digits === undefined) throw outOfFrame();
  if (Number(digits) <= limits.answer) return Number(digits);
  throw new SourceFault('unreadable', 'It announced an answer that is longer than is read.');
}

function outOfFrame(): SourceFault {
  return new SourceFault('unreadable', 'Its answers do not follow the protocol of IRRd.');
}
