/** Slack's mrkdwn as a whole: fenced code, quotes, lines that stand as a list, and paragraphs. */
import { codeText, parseInline } from './parse-inline.ts';
import type { ListItem, TextBlock } from './text-tree.ts';

export function parseMrkdwn(text: string): readonly TextBlock[] {
  return text.split(/(```[\s\S]+?```)/).flatMap((piece, index) => {
    if (index % 2 === 1) return [{ kind: 'code-block' as const, text: fenced(piece) }];
    return parseLines(trimBreaks(piece).split('\n'));
  });
}

const trimBreaks = (text: string): string => text.replace(/^\n/, '').replace(/\n$/, '');
const fenced = (piece: string): string => codeText(trimBreaks(piece.slice(3, -3)));

type LineKind = 'quote' | 'item' | 'plain';
const quoteMark = /^(?:&gt;|>) ?/;
/** mrkdwn knows no lists: people write the bullet. Such lines hang, so that they read as one. */
const itemMark = /^(\s*)(?:([•◦▪‣-])|(\d{1,3})[.)])\s+/;

function kindOf(line: string): LineKind {
  if (quoteMark.test(line)) return 'quote';
  return itemMark.test(line) ? 'item' : 'plain';
}

function parseLines(lines: readonly string[]): readonly TextBlock[] {
  if (lines.join('') === '') return [];
  const groups: { kind: LineKind; lines: string[] }[] = [];
  for (const line of lines) {
    const kind = kindOf(line);
    const last = groups.at(-1);
    if (last?.kind === kind && !(kind === 'item' && isOrdered(line) !== isOrdered(last.lines[0] ?? '')))
      last.lines.push(line);
    else groups.push({ kind, lines: [line] });
  }
  return groups.flatMap((group) => toBlock(group.kind, group.lines));
}

function toBlock(kind: LineKind, lines: readonly string[]): readonly TextBlock[] {
  switch (kind) {
    case 'quote':
      return [{ kind: 'quote', blocks: parseLines(lines.map((line) => line.replace(quoteMark, ''))) }];
    case 'item':
      return [
        {
          kind: 'list',
          ordered: isOrdered(lines[0] ?? ''),
          start: startOf(lines[0] ?? ''),
          items: lines.map(toItem),
        },
      ];
    case 'plain':
      return paragraphs(lines);
  }
}

const isOrdered = (line: string): boolean => itemMark.exec(line)?.[3] !== undefined;
const startOf = (line: string): number => Number(itemMark.exec(line)?.[3] ?? 1);

function toItem(line: string): ListItem {
  const spaces = itemMark.exec(line)?.[1]?.length ?? 0;
  return { indent: Math.min(4, Math.floor(spaces / 2)), children: parseInline(line.replace(itemMark, '')) };
}

/** An empty line parts paragraphs; the line itself is the space between them. */
function paragraphs(lines: readonly string[]): readonly TextBlock[] {
  return lines
    .join('\n')
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => ({ kind: 'paragraph', children: parseInline(trimBreaks(paragraph)) }));
}
