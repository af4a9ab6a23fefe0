import { describe, expect, test } from 'vitest';
import {
  type Surface,
  validateBlocks,
  validateMessage,
  validateView,
} from '../../../../src/sandbox/slack/block-kit/validate.ts';
import { letters, plain } from './limit-examples.ts';

const section = { type: 'section', text: { type: 'mrkdwn', text: 'a circuit' } };
const divider = { type: 'divider' };
const row = [{ type: 'raw_text', text: 'lon-01' }];
const table = { type: 'table', rows: [row] };
const markdown = { type: 'markdown', text: '# Circuits' };
const alert = { type: 'alert', text: plain(3), level: 'warning' };
const card = { type: 'card', title: { type: 'mrkdwn', text: 'lon-01' } };
const input = { type: 'input', label: plain(3), element: { type: 'plain_text_input', action_id: 'name' } };
const button = (id: string) => ({ type: 'button', text: plain(3), action_id: id });

describe('a block stands only where Slack shows it', () => {
  test.each<[string, object, Surface[]]>([
    ['section', section, ['message', 'modal', 'home']],
    ['input', input, ['message', 'modal', 'home']],
    ['table', table, ['message']],
    ['markdown', markdown, ['message']],
    ['card', card, ['message', 'home']],
    ['alert', alert, ['modal']],
  ])('%s', (_type, block, allowed) => {
    for (const surface of ['message', 'modal', 'home'] as const) {
      const problems = validateBlocks(surface, [block]);
      if (allowed.includes(surface)) expect(problems).toEqual([]);
      else expect(problems).toEqual([expect.stringContaining('unsupported type')]);
    }
  });

  const unsupported = [expect.stringContaining('unsupported type: file_input')];

  test('file_input only in a modal', () => {
    const block = { ...input, element: { type: 'file_input' } };
    expect(validateBlocks('modal', [block])).toEqual([]);
    expect(validateBlocks('home', [block])).toEqual(unsupported);
    expect(validateBlocks('message', [block])).toEqual(unsupported);
    const container = { type: 'container', title: plain(3), child_blocks: [block] };
    expect(validateBlocks('message', [container])).toEqual(unsupported);
    expect(validateBlocks('message', [{ ...container, child_blocks: [input] }])).toEqual([]);
  });

  test('file_input only in an input', () => {
    const element = { type: 'file_input', action_id: 'files' };
    const section = { type: 'section', text: plain(3), accessory: element };
    expect(validateBlocks('modal', [{ type: 'actions', elements: [element] }])).toEqual(unsupported);
    expect(validateBlocks('modal', [section])).toEqual(unsupported);
  });

  test.each([
    { filetypes: 'pdf' },
    { filetypes: [''] },
    { filetypes: [1] },
    { max_files: '3' },
    { multiple: true },
  ])('file_input without %o', (more) => {
    const good = { type: 'file_input', filetypes: ['pdf'], max_files: 3 };
    expect(validateBlocks('modal', [{ ...input, element: good }])).toEqual([]);
    expect(validateBlocks('modal', [{ ...input, element: { ...good, ...more } }])).not.toEqual([]);
  });
});

describe('blocks are refused with their place', () => {
  test.each<[string, unknown[], string]>([
    [
      'an unknown block',
      [{ type: 'banner' }],
      '[ERROR] unsupported type: banner [json-pointer:/blocks/0/type]',
    ],
    [
      'an unknown element',
      [{ type: 'actions', elements: [{ type: 'slider' }] }],
      '[ERROR] unsupported type: slider [json-pointer:/blocks/0/elements/0/type]',
    ],
    [
      'an element in the wrong block',
      [{ ...section, accessory: { type: 'plain_text_input' } }],
      '[ERROR] unsupported type: plain_text_input [json-pointer:/blocks/0/accessory/type]',
    ],
    [
      'an unknown key of a text',
      [{ type: 'header', text: { ...plain(3), bold: true } }],
      '[ERROR] invalid additional property: bold [json-pointer:/blocks/0/text]',
    ],
    [
      'a missing field',
      [{ type: 'header' }],
      '[ERROR] missing required field: text [json-pointer:/blocks/0]',
    ],
    [
      'mrkdwn where only plain text goes',
      [{ type: 'header', text: { type: 'mrkdwn', text: 'a' } }],
      '[ERROR] must be one of plain_text [json-pointer:/blocks/0/text/type]',
    ],
    [
      'a section of nothing',
      [{ type: 'section' }],
      '[ERROR] must provide text or fields [json-pointer:/blocks/0]',
    ],
    ['no object', ['divider'], '[ERROR] must be an object [json-pointer:/blocks/0]'],
    [
      'two blocks of one id',
      [
        { ...divider, block_id: 'a' },
        { ...divider, block_id: 'a' },
      ],
      '[ERROR] block_id `a` already exists [json-pointer:/blocks]',
    ],
    [
      'two elements of one id in a block',
      [{ type: 'actions', elements: [button('go'), button('go')] }],
      '[ERROR] action_id `go` already exists for this block [json-pointer:/blocks/0]',
    ],
    ['a second table', [table, table], '[ERROR] only one table allowed [json-pointer:/blocks]'],
  ])('%s', (_name, blocks, problem) => {
    expect(validateBlocks('message', blocks)).toEqual([problem]);
  });

  test('more markdown in all than one block may hold', () => {
    const half = { type: 'markdown', text: letters(6_001) };
    expect(validateBlocks('message', [half, half])).toHaveLength(1);
  });

  test('the 51st block of a message, the 101st of a view', () => {
    const blocks = (n: number) => Array.from({ length: n }, () => divider);
    expect(validateBlocks('message', blocks(50))).toEqual([]);
    expect(validateBlocks('message', blocks(51))).toEqual([
      '[ERROR] no more than 50 items allowed [json-pointer:/blocks]',
    ]);
    expect(validateBlocks('home', blocks(100))).toEqual([]);
    expect(validateBlocks('home', blocks(101))).not.toEqual([]);
  });

  test('the same action_id in two blocks is fine', () => {
    const blocks = [
      { type: 'actions', elements: [button('go')] },
      { type: 'actions', elements: [button('go')] },
    ];
    expect(validateBlocks('message', blocks)).toEqual([]);
  });

  test('an initial option that is none of the options', () => {
    const option = (value: string) => ({ text: plain(2), value });
    const select = { type: 'static_select', options: [option('a')], initial_option: option('b') };
    expect(validateBlocks('message', [{ type: 'actions', elements: [select] }])).toHaveLength(1);
  });

  test('table bounds: 100 rows of 20 cells', () => {
    const rows = (n: number, cells: number) =>
      Array.from({ length: n }, () => Array.from({ length: cells }, () => row[0]));
    expect(validateBlocks('message', [{ type: 'table', rows: rows(100, 20) }])).toEqual([]);
    expect(validateBlocks('message', [{ type: 'table', rows: rows(101, 1) }])).not.toEqual([]);
    expect(validateBlocks('message', [{ type: 'table', rows: rows(1, 21) }])).not.toEqual([]);
  });
});

describe('a message', () => {
  test('needs text, for notifications', () => {
    expect(validateMessage({ blocks: [section] })).toHaveLength(1);
    expect(validateMessage({ text: 'a circuit', blocks: [section] })).toEqual([]);
  });

  test('has blocks of at most 13,200 characters of JSON', () => {
    const long = { type: 'section', text: { type: 'mrkdwn', text: letters(2_900) } };
    expect(validateMessage({ text: 'a', blocks: [long, long, long, long] })).toEqual([]);
    expect(validateMessage({ text: 'a', blocks: [long, long, long, long, long] })).toHaveLength(1);
  });
});

describe('a view', () => {
  const modal = { type: 'modal', title: plain(3), blocks: [section] };

  test('with an input needs a submit button', () => {
    expect(validateView({ ...modal, blocks: [input] })).toEqual([
      '[ERROR] missing required field: submit [json-pointer:/view]',
    ]);
    expect(validateView({ ...modal, blocks: [input], submit: plain(3) })).toEqual([]);
  });

  test('needs a title as a modal, and takes none as a home', () => {
    expect(validateView({ type: 'modal', blocks: [section] })).not.toEqual([]);
    expect(validateView({ type: 'home', blocks: [section] })).toEqual([]);
    expect(validateView({ ...modal, type: 'home' })).not.toEqual([]);
  });

  test('takes no table', () => {
    expect(validateView({ ...modal, blocks: [table] })).toEqual([
      '[ERROR] unsupported type: table [json-pointer:/view/blocks/0/type]',
    ]);
  });

  test('is at most 250 KB', () => {
    const blocks = Array.from({ length: 100 }, () => ({
      type: 'section',
      text: { type: 'mrkdwn', text: letters(2_900) },
    }));
    expect(validateView({ type: 'home', blocks })).toHaveLength(1);
  });
});
