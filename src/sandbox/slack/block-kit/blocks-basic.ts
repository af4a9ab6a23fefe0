import limits from '../data/limits.json' with { type: 'json' };
import { asList } from '../world/json.ts';
import {
  and,
  boolean,
  byType,
  type Check,
  type Fields,
  list,
  literal,
  object,
  pick,
  string,
  wrong,
} from './check.ts';
import { anyText, image, imageFields, mrkdwn, oneImageSource, plainText } from './composition.ts';
import { elements } from './elements.ts';
import { richText } from './rich-text.ts';

export const block = (type: string, required: Fields, optional: Fields = {}): Check =>
  object(
    { type: literal(type), ...required },
    { block_id: string({ max: limits.block_id.max_length }), ...optional },
  );

const menus = ['static_select', 'external_select', 'users_select', 'conversations_select', 'channels_select'];
const multiMenus = menus.map((type) => `multi_${type}`);
const pickers = ['datepicker', 'timepicker'];
const choices = ['checkboxes', 'radio_buttons'];
const buttons = ['button', 'workflow_button', 'overflow'];
const typed = ['plain_text_input', 'email_text_input', 'url_text_input', 'number_input', 'rich_text_input'];

const inActions = [
  ...buttons,
  ...menus,
  ...multiMenus,
  ...pickers,
  'datetimepicker',
  ...choices,
  'rich_text_input',
];
const inSections = [...buttons, ...menus, ...multiMenus, ...pickers, ...choices, 'image'];
const inInputs = [...typed, ...menus, ...multiMenus, ...pickers, 'datetimepicker', ...choices, 'file_input'];

const section = and(
  block(
    'section',
    {},
    {
      text: anyText(limits.section.text.max_length),
      fields: list(anyText(limits.section.fields.item_max_length), {
        min: 1,
        max: limits.section.fields.max_items,
      }),
      accessory: byType(pick(elements, inSections)),
      expand: boolean,
    },
  ),
  (value, at) =>
    value.text === undefined && asList(value.fields).length === 0
      ? wrong('must provide text or fields', at)
      : [],
);

const imageBlock = and(
  block(
    'image',
    { alt_text: string({ max: limits.image.alt_text.max_length }) },
    { ...imageFields, title: plainText(2_000) },
  ),
  oneImageSource,
);

const context = block('context', {
  elements: list(byType({ image, plain_text: plainText(), mrkdwn: mrkdwn() }), {
    min: 1,
    max: limits.context.elements.max_items,
  }),
});

const contextActions = block('context_actions', {
  elements: list(byType(pick(elements, ['feedback_buttons', 'icon_button'])), {
    min: 1,
    max: limits.context_actions.elements.max_items,
  }),
});

const input = block(
  'input',
  { label: plainText(limits.input.label.max_length), element: byType(pick(elements, inInputs)) },
  { hint: plainText(limits.input.hint.max_length), optional: boolean, dispatch_action: boolean },
);

/** The blocks that people meet every day. */
export const basicBlocks: Fields = {
  section,
  header: block('header', { text: plainText(limits.header.text.max_length) }),
  divider: block('divider', {}),
  image: imageBlock,
  context,
  context_actions: contextActions,
  actions: block('actions', {
    elements: list(byType(pick(elements, inActions)), { min: 1, max: limits.actions.elements.max_items }),
  }),
  input,
  rich_text: richText,
  markdown: block('markdown', {
    text: string({ min: limits.markdown.text.min_length, max: limits.markdown.text.max_length }),
  }),
};
