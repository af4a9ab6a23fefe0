/** The Markdown of Slack's `markdown` block, as far as a bot writes it: a table stays as preformatted text. */
import { isEmoji } from './emoji.ts';
import { safeUrl } from './safe-url.ts';
import { type Inline, joinText, type ListItem, type TextBlock } from './text-tree.ts';

type LineKind = 'heading' | 'quote' | 'bullet' | 'ordered' | 'rule' | 'table' | 'empty' | 'plain';

const lineKinds: readonly (readonly [LineKind, RegExp])[] = [
  ['empty', /^\s*$/],
  ['heading', /^(#{1,6})\s+/],
  ['rule', /^\s*(?:-{3,}|\*{3,}|_{3,})\s*$/],
  ['quote', /^> ?/],
  ['bullet', /^(\s*)[-*+]\s+/],
  ['ordered', /^(\s*)\d{1,3}[.)]\s+/],
  ['table', /^\|.*\|\s*$/],
];

const kindOf = (line: string): LineKind =>
  lineKinds.find(([, pattern]) => pattern.test(line))?.[0] ?? 'plain';
const markOf = (kind: LineKind): RegExp => lineKinds.find(([name]) => name === kind)?.[1] ?? /^/;

export function parseMarkdown(text: string): readonly TextBlock[] {
  return text.split(/(^```[^\n]*\n[\s\S]*?\n```\s*$)/m).flatMap((piece, index) => {
    if (index % 2 === 0) return groupLines(piece.split('\n'));
    const code = piece
      .trimEnd()
      .replace(/^```[^\n]*\n/, '')
      .replace(/\n```$/, '');
    return [{ kind: 'code-block' as const, text: code }];
  });
}

function groupLines(lines: readonly string[]): readonly TextBlock[] {
  const groups: { kind: LineKind; lines: string[] }[] = [];
  for (const line of lines) {
    const kind = kindOf(line);
    const last = groups.at(-1);
    if (last?.kind === kind && kind !== 'heading') last.lines.push(line);
    else groups.push({ kind, lines: [line] });
  }
  return groups.flatMap(({ kind, lines: own }) => toBlocks(kind, own));
}

function toBlocks(kind: LineKind, lines: readonly string[]): readonly TextBlock[] {
  const [first = ''] = lines;
  const bare = lines.map((line) => line.replace(markOf(kind), ''));
  switch (kind) {
    case 'empty':
      return [];
    case 'rule':
      return [{ kind: 'rule' }];
    case 'heading':
      return [
        { kind: 'heading', level: /^#+/.exec(first)?.[0].length ?? 1, children: inline(bare[0] ?? '') },
      ];
    case 'quote':
      return [{ kind: 'quote', blocks: groupLines(bare) }];
    case 'table':
      return [{ kind: 'code-block', text: lines.join('\n') }];
    case 'bullet':
    case 'ordered':
      return [
        {
          kind: 'list',
          ordered: kind === 'ordered',
          start: Number.parseInt(first, 10) || 1,
          items: lines.map((line) => toItem(line, kind)),
        },
      ];
    case 'plain':
      return [{ kind: 'paragraph', children: inline(lines.join('\n')) }];
  }
}

function toItem(line: string, kind: LineKind): ListItem {
  const spaces = /^\s*/.exec(line)?.[0].length ?? 0;
  return { indent: Math.min(4, Math.floor(spaces / 2)), children: inline(line.replace(markOf(kind), '')) };
}

type Rule = { readonly pattern: RegExp; readonly part: (match: RegExpExecArray) => Inline | undefined };

const rules: readonly Rule[] = [
  { pattern: /^\n/, part: () => ({ kind: 'break' }) },
  { pattern: /^`([^`\n]+)`/, part: ([, text = '']) => ({ kind: 'code', text }) },
  { pattern: /^\[([^\]\n]+)\]\(([^()\s]+)\)/, part: ([, label = '', url = '']) => linkTo(url, label) },
  { pattern: /^\*\*(?=\S)(.+?)\*\*/, part: ([, text = '']) => ({ kind: 'bold', children: inline(text) }) },
  { pattern: /^~~(?=\S)(.+?)~~/, part: ([, text = '']) => ({ kind: 'strike', children: inline(text) }) },
  {
    pattern: /^([*_])(?=\S)([^*_\n]+)\1/,
    part: ([, , text = '']) => ({ kind: 'italic', children: inline(text) }),
  },
  {
    pattern: /^:([a-z0-9_+-]+):/,
    part: ([, name = '']) => (isEmoji(name) ? { kind: 'emoji', name } : undefined),
  },
];

function linkTo(url: string, label: string): Inline | undefined {
  const safe = safeUrl(url);
  return safe ? { kind: 'link', url: safe, children: inline(label) } : undefined;
}

function inline(text: string): readonly Inline[] {
  const parts: Inline[] = [];
  for (let rest = text, before = ''; rest !== ''; ) {
    const found = matchRule(rest, before);
    parts.push(found?.part ?? { kind: 'text', text: rest[0] ?? '' });
    const length = found?.length ?? 1;
    before = rest[length - 1] ?? '';
    rest = rest.slice(length);
  }
  return joinText(parts);
}

/** A mark within a word, as in `snake_case`, is a letter. */
function matchRule(rest: string, before: string): { part: Inline; length: number } | undefined {
  if (rest.startsWith('_') && /[\p{L}\p{N}]/u.test(before)) return undefined;
  for (const { pattern, part } of rules) {
    const match = pattern.exec(rest);
    const made = match && part(match);
    if (match && made) return { part: made, length: match[0].length };
  }
  return undefined;
}
