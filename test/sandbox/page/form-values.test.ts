import { describe, expect, it } from 'vitest';
import type { Block, Element, Option } from '../../../src/sandbox/page/client/data/blocks.ts';
import {
  actionValue,
  collectValues,
  initialState,
  stateWith,
  valuesOf,
} from '../../../src/sandbox/page/client/data/form-values.ts';

const option = (value: string): Option => ({ text: { type: 'plain_text', text: value }, value });
const element = (type: string, more: Partial<Element> = {}): Element => ({ type, action_id: 'it', ...more });
const input = (blockId: string, inside: Element): Block => ({
  type: 'input',
  block_id: blockId,
  label: { type: 'plain_text', text: blockId },
  element: inside,
});

describe('what an element holds', () => {
  it.each([
    [element('plain_text_input', { initial_value: 'lon' }), { type: 'plain_text_input', value: 'lon' }],
    [element('plain_text_input'), { type: 'plain_text_input', value: null }],
    [element('number_input', { initial_value: '7' }), { type: 'number_input', value: '7' }],
    [
      element('static_select', { initial_option: option('a') }),
      { type: 'static_select', selected_option: option('a') },
    ],
    [element('multi_static_select'), { type: 'multi_static_select', selected_options: [] }],
    [
      element('checkboxes', { initial_options: [option('a')] }),
      { type: 'checkboxes', selected_options: [option('a')] },
    ],
    [element('radio_buttons'), { type: 'radio_buttons', selected_option: null }],
    [
      element('datepicker', { initial_date: '2026-02-03' }),
      { type: 'datepicker', selected_date: '2026-02-03' },
    ],
    [element('timepicker'), { type: 'timepicker', selected_time: null }],
    [element('users_select', { initial_user: 'U1' }), { type: 'users_select', selected_user: 'U1' }],
    [element('conversations_select'), { type: 'conversations_select', selected_conversation: null }],
    [
      element('multi_channels_select', { initial_channels: ['C1'] }),
      { type: 'multi_channels_select', selected_channels: ['C1'] },
    ],
    [element('file_input'), { type: 'file_input', files: [] }],
  ])('at first is what it was given: $type', (given, expected) => {
    expect(initialState(given)).toEqual(expected);
  });

  it('is nothing for a button', () => {
    expect(initialState(element('button'))).toBeUndefined();
  });

  it('is sent as one plain value, or as a list where many may be chosen', () => {
    const select = element('static_select');
    const boxes = element('checkboxes');
    expect(actionValue(select, stateWith(select, option('a')))).toBe('a');
    expect(actionValue(select, stateWith(select, undefined))).toBe('');
    expect(actionValue(boxes, stateWith(boxes, [option('a'), option('b')]))).toEqual(['a', 'b']);
    expect(actionValue(element('overflow'), stateWith(element('overflow'), option('a')))).toBe('a');
    expect(valuesOf(boxes, undefined)).toEqual([]);
    const files = element('file_input');
    const letter = { id: 'F1', name: 'letter.pdf', size: 7 };
    expect(actionValue(files, stateWith(files, [letter]))).toEqual(['F1']);
  });
});

describe('what is submitted', () => {
  const blocks: readonly Block[] = [
    input('name', element('plain_text_input', { initial_value: 'first' })),
    input('tier', element('static_select')),
    {
      type: 'section',
      block_id: 'more',
      text: { type: 'mrkdwn', text: 'More' },
      accessory: element('checkboxes'),
    },
    { type: 'actions', block_id: 'deeds', elements: [element('button'), element('overflow')] },
    { type: 'divider', block_id: 'line' },
  ];

  it('has every element that holds something, by block and action', () => {
    expect(collectValues(blocks, {}, {})).toEqual({
      name: { it: { type: 'plain_text_input', value: 'first' } },
      tier: { it: { type: 'static_select', selected_option: null } },
      more: { it: { type: 'checkboxes', selected_options: [] } },
    });
  });

  it('prefers what was edited to what the server knows, and that to what was given at first', () => {
    const typed = (value: string) => ({ name: { it: { type: 'plain_text_input', value } } });
    expect(collectValues(blocks, typed('known'), typed('typed')).name?.it?.value).toBe('typed');
    expect(collectValues(blocks, typed('known'), {}).name?.it?.value).toBe('known');
  });

  it('forgets a state that belonged to another kind of element', () => {
    const stale = { tier: { it: { type: 'plain_text_input', value: 'x' } } };
    expect(collectValues(blocks, stale, {}).tier).toEqual({
      it: { type: 'static_select', selected_option: null },
    });
  });
});
