import { quoted, SourceFault } from '../source-fault.ts';
import { type IrrAnswer, refusal } from './irr-answer.ts';
import type { AnswerReader } from './irrd-reader.ts';
import { limits } from './limits.ts';

/**
 * RIPE's style: objects with a blank line between them, `%` before what is none, two blank lines behind all. What holds
 * neither objects nor a word about them is a greeting, and no answer: nobody said "not found".
 */
export function createRipeReader(): AnswerReader {
  let lines: string[] = [];
  let size = 0;

  function keep(line: string): void {
    size += line.length + 1;
    if (size > limits.answer) {
      throw new SourceFault('unreadable', 'It sent an answer that is longer than is read.');
    }
    lines.push(line);
  }

  /** Whether this line ends an answer. Blank lines before one belong to none. */
  function isEnd(line: string): boolean {
    return line === '' && lines.at(-1) === '';
  }

  return (queue) => {
    for (let line = queue.takeLine(); line !== undefined; line = queue.takeLine()) {
      if (!isEnd(line)) {
        if (line !== '' || lines.length > 0) keep(line);
        continue;
      }
      const answer = interpret(lines);
      lines = [];
      size = 0;
      if (answer) return answer;
    }
    return undefined;
  };
}

function interpret(lines: readonly string[]): IrrAnswer | undefined {
  const remarks = lines.filter((line) => line.startsWith('%'));
  const trouble = remarks.map(readError).find((error) => error !== undefined);
  if (trouble) return trouble;
  const text = lines.filter((line) => !line.startsWith('%')).join('\n');
  if (text.trim() !== '') return { kind: 'data', text };
  return remarks.some((line) => /no entries found/iu.test(line)) ? { kind: 'none' } : undefined;
}

/**
 * `%ERROR:108: …` is RIPE's, `%% ERROR: …` IRRd's; why stands in the lines behind. 101 is RIPE's way to say: nothing.
 * Throws SourceFault for what is not about the question; RIPE numbers that from 200 on: 201 access denied.
 */
function readError(line: string, index: number, remarks: readonly string[]): IrrAnswer | undefined {
  const [, code, words] = /^%+\s*ERROR:\s*(?:(\d+):)?\s*(.*)$/iu.exec(line) ?? [];
  if (words === undefined || code === '101') return undefined;
  const more = remarks.slice(index + 1).map((remark) => remark.replace(/^%+\s*/u, ''));
  const answer = refusal([words, ...more].join(' '));
  if (Number(code ?? 0) < 200) return answer;
  throw new SourceFault('refused', `It does not answer us: ${quoted(words)}`);
}
