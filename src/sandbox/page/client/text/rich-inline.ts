/** The pieces of a `rich_text` block as the same tree that mrkdwn becomes. */
import type { RichInline } from '../data/blocks.ts';
import { safeUrl } from './safe-url.ts';
import type { Inline } from './text-tree.ts';

export const richInlines = (elements: readonly RichInline[]): readonly Inline[] =>
  elements.flatMap(richInline);

function richInline(element: RichInline): readonly Inline[] {
  const { style = {} } = element;
  if (style.code && element.type === 'text') return [{ kind: 'code', text: element.text ?? '' }];
  let parts = unstyled(element);
  if (style.bold) parts = [{ kind: 'bold', children: parts }];
  if (style.italic) parts = [{ kind: 'italic', children: parts }];
  if (style.strike) parts = [{ kind: 'strike', children: parts }];
  if (style.underline) parts = [{ kind: 'underline', children: parts }];
  return parts;
}

function unstyled(element: RichInline): readonly Inline[] {
  const { text = '', url = '' } = element;
  switch (element.type) {
    case 'link':
      return linkTo(url, text || url);
    case 'emoji':
      return [{ kind: 'emoji', name: element.name ?? '' }];
    case 'user':
      return [{ kind: 'user', id: element.user_id ?? '' }];
    case 'channel':
      return [{ kind: 'channel', id: element.channel_id ?? '' }];
    case 'usergroup':
      return [{ kind: 'group', id: element.usergroup_id ?? '' }];
    case 'broadcast':
      return [{ kind: 'broadcast', range: element.range ?? '' }];
    case 'date':
      return [
        {
          kind: 'date',
          at: (element.timestamp ?? 0) * 1_000,
          format: element.format ?? '',
          fallback: element.fallback ?? '',
        },
      ];
    case 'color':
      return [{ kind: 'code', text: element.value ?? '' }];
    default:
      return lines(text);
  }
}

function linkTo(url: string, label: string): readonly Inline[] {
  const safe = safeUrl(url);
  return safe ? [{ kind: 'link', url: safe, children: lines(label) }] : lines(label);
}

const lines = (text: string): readonly Inline[] =>
  text
    .split('\n')
    .flatMap((line, index) => [
      ...(index > 0 ? [{ kind: 'break' as const }] : []),
      { kind: 'text' as const, text: line },
    ]);
