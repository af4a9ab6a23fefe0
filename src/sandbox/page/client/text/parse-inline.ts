/** Slack's mrkdwn within one line or paragraph. */
import { isEmoji } from './emoji.ts';
import { parseEntity } from './parse-entity.ts';
import { type Inline, joinText } from './text-tree.ts';
import { unescapeText } from './unescape.ts';

type Found = { readonly part: Inline; readonly end: number };

const marks = { '*': 'bold', _: 'italic', '~': 'strike' } as const;
const isMark = (character: string): character is keyof typeof marks => character in marks;
const isWord = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);

export function parseInline(text: string): readonly Inline[] {
  const parts: Inline[] = [];
  let plain = '';
  let at = 0;
  while (at < text.length) {
    const found = partAt(text, at);
    if (found) {
      parts.push({ kind: 'text', text: unescapeText(plain) }, found.part);
      plain = '';
      at = found.end;
    } else {
      plain += text[at];
      at += 1;
    }
  }
  return joinText([...parts, { kind: 'text', text: unescapeText(plain) }]);
}

function partAt(text: string, at: number): Found | undefined {
  const character = text[at] ?? '';
  if (character === '\n') return { part: { kind: 'break' }, end: at + 1 };
  if (character === '<') return entityAt(text, at);
  if (character === '`') return codeAt(text, at);
  if (character === ':') return emojiAt(text, at);
  return isMark(character) ? markedAt(text, at, character) : undefined;
}

function entityAt(text: string, at: number): Found | undefined {
  const end = text.indexOf('>', at);
  const part = end < 0 ? undefined : parseEntity(text.slice(at + 1, end));
  return part && { part, end: end + 1 };
}

function codeAt(text: string, at: number): Found | undefined {
  const match = /^`([^`\n]+)`/.exec(text.slice(at));
  if (!match?.[1]) return undefined;
  return { part: { kind: 'code', text: codeText(match[1]) }, end: at + match[0].length };
}

/** In code an entity keeps no meaning but its words. */
export const codeText = (text: string): string =>
  unescapeText(
    text.replace(/<([^<>|]+)(?:\|([^<>]*))?>/g, (_, target: string, label?: string) => label ?? target),
  );

function emojiAt(text: string, at: number): Found | undefined {
  const match = /^:([a-z0-9_+'-]+):(?::skin-tone-[2-6]:)?/.exec(text.slice(at));
  if (!match?.[1] || !isEmoji(match[1])) return undefined;
  return { part: { kind: 'emoji', name: match[1] }, end: at + match[0].length };
}

function markedAt(text: string, at: number, mark: keyof typeof marks): Found | undefined {
  if (isWord(text[at - 1]) || /[\s]/.test(text[at + 1] ?? ' ') || text[at + 1] === mark) return undefined;
  const end = closing(text, at + 1, mark);
  if (end === undefined) return undefined;
  return { part: { kind: marks[mark], children: parseInline(text.slice(at + 1, end)) }, end: end + 1 };
}

/** Where the mark closes: on the same line, not after a space, not within a word, and not inside code or an entity. */
function closing(text: string, from: number, mark: string): number | undefined {
  for (let at = from; at < text.length && text[at] !== '\n'; at += 1) {
    const skipped = text[at] === '`' ? codeAt(text, at) : text[at] === '<' ? entityAt(text, at) : undefined;
    if (skipped) at = skipped.end - 1;
    else if (text[at] === mark && at > from && !/\s/.test(text[at - 1] ?? ' ') && !isWord(text[at + 1]))
      return at;
  }
  return undefined;
}
