import type { Block, Element, Option, PlainText } from '../../../../src/sandbox/page/client/data/blocks.ts';
import type { View } from '../../../../src/sandbox/page/client/data/wire.ts';

const plain = (text: string): PlainText => ({ type: 'plain_text', text });
const option = (value: string, text = value): Option => ({ text: plain(text), value });
const element = (type: string, action_id: string, more: Partial<Element> = {}): Element => ({
  type,
  action_id,
  ...more,
});
const input = (block_id: string, inside: Element): Block => ({
  type: 'input',
  block_id,
  label: plain(block_id),
  element: inside,
});

const acknowledge = element('button', 'acknowledge', {
  text: plain('Acknowledge'),
  value: 'lon-01',
  style: 'danger',
  confirm: {
    title: plain('Acknowledge?'),
    text: plain('Everybody sees it.'),
    confirm: plain('Yes'),
    deny: plain('No'),
    style: 'danger',
  },
});
const more = element('overflow', 'more', { options: [option('mute', 'Mute'), option('show', 'Show')] });
const filter = element('static_select', 'filter', {
  placeholder: plain('Filter'),
  option_groups: [
    { label: plain('Europe'), options: [option('lon', 'London'), option('ams', 'Amsterdam')] },
    { label: plain('America'), options: [option('nyc', 'New York')] },
  ],
});

/** What a message may hold, every kind of it. */
export const everyMessageBlock: readonly Block[] = [
  { type: 'header', text: plain(':red_circle: lon-01') },
  {
    type: 'section',
    text: { type: 'mrkdwn', text: '*down* since <!date^1700000000^{time}|then>' },
    accessory: more,
    block_id: 'top',
  },
  { type: 'section', fields: [plain('one'), { type: 'mrkdwn', text: '_two_' }] },
  {
    type: 'context',
    elements: [
      { type: 'image', image_url: 'https://pictures.example/x.png', alt_text: 'a map' },
      plain('context'),
    ],
  },
  { type: 'divider' },
  { type: 'image', image_url: 'https://pictures.example/x.png', alt_text: 'a picture from elsewhere' },
  { type: 'markdown', text: '## Title\n\n- **one**\n- two' },
  {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: 'rich', style: { bold: true } },
          { type: 'emoji', name: 'bell' },
        ],
      },
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'item' }] }],
      },
      { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'code' }] },
      { type: 'rich_text_quote', elements: [{ type: 'user', user_id: 'U0OMAR0001' }] },
    ],
  },
  { type: 'table', rows: [[{ type: 'raw_text', text: 'Name' }], [{ type: 'raw_number', text: '7' }]] },
  {
    type: 'actions',
    block_id: 'deeds',
    elements: [
      acknowledge,
      filter,
      element('datepicker', 'day'),
      element('button', 'configure', { text: plain('Configure') }),
    ],
  },
];

const boxes = [option('a', 'Alpha'), option('b', 'Beta')];

/** What a modal may hold, every kind of input. */
export const everyInput: View = {
  id: 'V0MODAL001',
  type: 'modal',
  title: plain('Configure'),
  submit: plain('Save'),
  close: null,
  blocks: [
    { type: 'alert', level: 'info', text: plain('Mind the gap.') },
    input('name', element('plain_text_input', 'text')),
    input('notes', element('plain_text_input', 'text', { multiline: true })),
    input('vlan', element('number_input', 'number', { initial_value: '101' })),
    input('tier', element('static_select', 'choice', { options: boxes })),
    input('several', element('multi_static_select', 'choices', { options: boxes })),
    input('circuit', element('external_select', 'external', { min_query_length: 1 })),
    input('ticks', element('checkboxes', 'ticks', { options: boxes })),
    input('one', element('radio_buttons', 'one', { options: boxes, initial_option: option('a', 'Alpha') })),
    input('day', element('datepicker', 'day')),
    input('time', element('timepicker', 'time')),
    input('who', element('users_select', 'who')),
    input('where', element('conversations_select', 'where')),
    input('channel', element('channels_select', 'channel')),
    input('proof', element('file_input', 'proof', { filetypes: ['pdf'], max_files: 2 })),
  ],
};

export const home: View = {
  id: 'V0HOME0001',
  type: 'home',
  blocks: [
    { type: 'header', text: plain('Your circuits') },
    {
      type: 'actions',
      block_id: 'home',
      elements: [element('button', 'refresh', { text: plain('Refresh') })],
    },
  ],
};
