import { answer, type Result, refuse } from '../result.ts';

/** One word of a command line: `value`, or `key:value`. */
export type Word = { readonly key?: string; readonly value: string };

export type WordsRefusal =
  | { readonly code: 'text-too-long'; readonly length: number; readonly limit: number }
  | { readonly code: 'quote-open' };

/** Longest command line that is read, in characters; nothing that a person means is longer. */
export const textLimit = 1_000;

const quoted = '"(?:[^"\\\\]|\\\\.)*"';
const token = new RegExp(`([A-Za-z-]+):([^\\s"]*(?:${quoted})?)|(${quoted}|[^\\s"]+)`, 'gu');

/**
 * Reads `list provider:"Equinix UK" tag:env="prod eu" lon`. Quotes keep spaces together; `\"` is a quote. Typographic
 * quotes, which phones put in by themselves, are quotes; control characters are blanks.
 */
export function parseWords(text: string): Result<readonly Word[], WordsRefusal> {
  if (text.length > textLimit)
    return refuse({ code: 'text-too-long', length: text.length, limit: textLimit });
  const line = text
    .replace(/[\u201c\u201d\u201e\u00ab\u00bb]/gu, '"')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ');
  if ((line.replace(/\\./gu, '').match(/"/gu)?.length ?? 0) % 2 === 1) return refuse({ code: 'quote-open' });
  return answer([...line.matchAll(token)].map(toWord));
}

function toWord([, key, valueOfKey, bare]: RegExpMatchArray): Word {
  return key === undefined ? { value: unquote(bare ?? '') } : { key, value: unquote(valueOfKey ?? '') };
}

function unquote(text: string): string {
  const open = text.indexOf('"');
  return open < 0 ? text : text.slice(0, open) + text.slice(open + 1, -1).replace(/\\(.)/gu, '$1');
}

/** A value as it must be typed to be read back as one word. */
export function quoteWord(value: string): string {
  return /^[^\s"\\:]+$/u.test(value) ? value : `"${value.replace(/(["\\])/gu, '\\$1')}"`;
}
