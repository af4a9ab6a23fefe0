import { describe, expect, test } from 'vitest';
import { problemsOf } from '../../support/slack-limits.ts';
import { foreignMarkup } from '../../support/slack-mentions.ts';
import type { Shown } from '../../support/slack-shown.ts';

const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const plain = (text: string) => ({ type: 'plain_text', text });
const shown = (...blocks: readonly unknown[]): Shown => ({
  name: '',
  text: 'text',
  surface: 'message',
  blocks,
});
const section = (text: string) => shown({ type: 'section', text: mrkdwn(text) });
const button = { type: 'button', text: plain('Show'), action_id: 'show', value: 'lon-01' };
const options = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ text: plain('x'), value: `${index}` }));

describe('the second opinion on limits', () => {
  test.each<[string, Shown]>([
    ['an empty text', section('')],
    ['a text of 3,001 characters', section('x'.repeat(3_001))],
    ['51 blocks', shown(...Array.from({ length: 51 }, () => ({ type: 'divider' })))],
    ['no blocks', shown()],
    ['a block that the bot does not use', shown({ type: 'table', rows: [] })],
    ['11 fields', shown({ type: 'section', fields: Array.from({ length: 11 }, () => mrkdwn('x')) })],
    ['a header of 151 characters', shown({ type: 'header', text: plain('x'.repeat(151)) })],
    [
      'a button of 76 characters',
      shown({ type: 'actions', elements: [{ ...button, text: plain('x'.repeat(76)) }] }),
    ],
    [
      'a value of 2,001 characters',
      shown({ type: 'actions', elements: [{ ...button, value: 'x'.repeat(2_001) }] }),
    ],
    ['the same action twice', shown({ type: 'actions', elements: [button, button] })],
    ['no elements', shown({ type: 'actions', elements: [] })],
    ['101 options', menu(options(101))],
    ['no options', menu([])],
    ['an option of 151 characters', menu([{ text: plain('x'), value: 'x'.repeat(151) }])],
    ['the same option twice', menu([...options(2), ...options(1)])],
    [
      '11 context elements',
      shown({ type: 'context', elements: Array.from({ length: 11 }, () => mrkdwn('x')) }),
    ],
    ['half a surrogate pair', section('\ud83d')],
    [
      '13,001 characters of JSON',
      shown(...Array.from({ length: 5 }, () => section('x'.repeat(2_600)).blocks[0])),
    ],
    ['a message without text', { ...section('x'), text: ' ' }],
    ['a modal title of 25 characters', modal({ title: plain('x'.repeat(25)) })],
    ['private metadata of 3,001 characters', modal({ private_metadata: 'x'.repeat(3_001) })],
  ])('finds %s', (_name, wrong) => {
    expect(problemsOf(wrong)).not.toEqual([]);
  });

  test('finds nothing wrong with what is right', () => {
    expect(
      problemsOf(shown({ type: 'section', text: mrkdwn('x'.repeat(3_000)), accessory: button })),
    ).toEqual([]);
    expect(problemsOf(modal({}))).toEqual([]);
  });
});

describe('the search for foreign markup', () => {
  test.each([
    '<!channel>',
    '<!here>',
    '<@U0VERA0001>',
    '<#C0GENERAL01>',
    '<https://example.com|x>',
    'a < b',
    'a > b',
    'Q&A',
    '&nbsp;',
    '<!date^1^{date_short_pretty} {time}|',
    '<!date^1^{date_short_pretty} {time}|<!channel>>',
  ])('finds `%s`', (text) => {
    expect(foreignMarkup(section(text))).not.toEqual([]);
    expect(foreignMarkup({ ...section('x'), text })).not.toEqual([]);
  });

  test('leaves our own tokens, entities and plain text alone', () => {
    const own =
      '<@U0OMAR0001> <#C0NETOPS001> <!date^1767225600^{date_short_pretty} {time}|2026-01-01 00:00 UTC> &lt;';
    expect(foreignMarkup(section(own))).toEqual([]);
    expect(foreignMarkup(shown({ type: 'header', text: plain('<!channel>') }))).toEqual([]);
  });
});

function menu(choices: readonly unknown[]): Shown {
  const select = { type: 'static_select', action_id: 'choose', placeholder: plain('x'), options: choices };
  return shown({ type: 'actions', elements: [select] });
}

function modal(more: Readonly<Record<string, unknown>>): Shown {
  const blocks = [{ type: 'divider' as const }];
  const view = {
    type: 'modal' as const,
    callback_id: 'x',
    title: { type: 'plain_text' as const, text: 'x' },
    blocks,
  };
  return { name: '', text: '', surface: 'modal', blocks, view: { ...view, ...more } };
}
