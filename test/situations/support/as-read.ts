import type { Instant } from '../../../src/domain/instant.ts';
import { formatDate } from '../../../src/sandbox/page/client/text/format-date.ts';
import type { Reply } from '../../../src/slack/blocks/reply.ts';

/** A message's lines as a person in UTC reads them at that moment; what can be pressed stands in brackets. */
export function asRead({ blocks }: Reply, now: Instant): readonly string[] {
  return blocks
    .flatMap((block): readonly string[] => {
      switch (block.type) {
        case 'section':
          return [...(block.text ? [block.text.text] : []), ...(block.fields ?? []).map(({ text }) => text)];
        case 'context':
          return block.elements.map((element) => ('text' in element ? element.text : ''));
        case 'actions':
          return [block.elements.map(buttonName).join(' ')];
        default:
          throw new Error(`nobody knows how a block of type ${block.type} is read`);
      }
    })
    .flatMap((text) => plainText(text, now).split('\n'));
}

export function plainText(mrkdwn: string, now: Instant): string {
  return mrkdwn
    .replace(/<!date\^(\d+)\^([^|>]+)\|[^>]*>/gu, (_, seconds: string, format: string) =>
      formatDate(Number(seconds) * 1_000, format, { now, timeZone: 'UTC' }),
    )
    .replace(/<([@#])([A-Z0-9]+)>/gu, '$1$2')
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&amp;/gu, '&');
}

function buttonName(element: { readonly type: string }): string {
  if ('text' in element && isPlain(element.text)) return `[ ${element.text.text} ]`;
  if ('placeholder' in element && isPlain(element.placeholder)) return `[ ${element.placeholder.text} ]`;
  return '[ … ]';
}

function isPlain(text: unknown): text is { readonly text: string } {
  return typeof text === 'object' && text !== null && 'text' in text && typeof text.text === 'string';
}
