import { z } from 'zod';
import limits from '../fixtures/slack/limits.json' with { type: 'json' };
import type { Shown } from './slack-shown.ts';

/**
 * A second opinion on what Slack takes, from test/fixtures/slack/limits.json alone: it shares nothing with the
 * sandbox's validator. It knows the blocks that the bot uses; any other is a problem.
 */
type Problems = readonly string[];
type Thing = Readonly<Record<string, unknown>>;
type Rule = (thing: Thing, at: string) => Problems;

const Thing = z.record(z.string(), z.unknown());
const blocksPerSurface = { message: 50, modal: limits.view.blocks.max_items, home: 100 } as const;
const messageJsonLimit = 13_000;
const viewBytes = 250 * 1_024;

export function problemsOf({ surface, blocks, text, view }: Shown): Problems {
  const json = JSON.stringify(blocks);
  return [
    ...(blocks.length < 1 || blocks.length > blocksPerSurface[surface] ? [`${blocks.length} blocks`] : []),
    ...blocks.flatMap((block, index) => ofType(blockRules, block, `blocks/${index}`)),
    ...(surface === 'message' && json.length > messageJsonLimit ? [`${json.length} characters`] : []),
    ...(surface === 'message' && (text.trim() === '' || text.length > 4_000) ? ['no text, or too long'] : []),
    ...(view ? viewProblems(Thing.parse(view)) : []),
    ...illFormed({ blocks, text, view }, surface),
  ];
}

function viewProblems(view: Thing): Problems {
  const isModal = view.type === 'modal';
  const hasInput = Thing.array()
    .parse(view.blocks)
    .some(({ type }) => type === 'input');
  return [
    ...(Buffer.byteLength(JSON.stringify(view)) > viewBytes ? ['view over 250 kB'] : []),
    ...(isModal ? words(view, 'title', limits.view.title.max_length, 'view') : []),
    ...(view.close ? words(view, 'close', limits.view.close.max_length, 'view') : []),
    ...(view.submit ? words(view, 'submit', limits.view.submit.max_length, 'view') : []),
    ...(hasInput && !view.submit ? ['a modal with inputs has no submit'] : []),
    ...long(view, 'callback_id', limits.view.callback_id.max_length, 'view', 1),
    ...long(view, 'private_metadata', limits.view.private_metadata.max_length, 'view'),
  ];
}

const elementRules: Readonly<Record<string, Rule>> = {
  button: (button, at) => [
    ...words(button, 'text', limits.button.text.max_length, at),
    ...long(button, 'value', limits.button.value.max_length, at),
    ...long(button, 'accessibility_label', limits.button.accessibility_label.max_length, at),
    ...action(button, at),
    ...(button.style === undefined || button.style === 'primary' || button.style === 'danger'
      ? []
      : [`${at}: style ${String(button.style)}`]),
    ...(button.confirm ? confirmation(Thing.parse(button.confirm), `${at}/confirm`) : []),
  ],
  overflow: (menu, at) => [
    ...options(menu, limits.overflow.options.min_items, limits.overflow.options.max_items, at),
    ...action(menu, at),
  ],
  static_select: menu,
  multi_static_select: menu,
  checkboxes: (boxes, at) => shownChoices(boxes, limits.checkboxes.options, at),
  radio_buttons: (dots, at) => shownChoices(dots, limits.radio_buttons.options, at),
  datepicker: (picker, at) => [
    ...action(picker, at),
    ...words(picker, 'placeholder', limits.select.placeholder.max_length, at),
    ...(/^(?:\d{4}-\d{2}-\d{2})?$/u.test(String(picker.initial_date ?? '')) ? [] : [`${at}: initial_date`]),
  ],
  users_select: (picker, at) => [
    ...action(picker, at),
    ...words(picker, 'placeholder', limits.select.placeholder.max_length, at),
  ],
  timepicker: (picker, at) => [
    ...action(picker, at),
    ...words(picker, 'placeholder', limits.select.placeholder.max_length, at),
    ...(/^(?:\d{2}:\d{2})?$/u.test(String(picker.initial_time ?? '')) ? [] : [`${at}: initial_time`]),
  ],
  datetimepicker: (picker, at) => [
    ...action(picker, at),
    ...(/^(?:\d{10})?$/u.test(String(picker.initial_date_time ?? '')) ? [] : [`${at}: initial_date_time`]),
  ],
  file_input: (input, at) => {
    const files = limits.file_input.max_files;
    return [...action(input, at), ...count(Number(input.max_files ?? files.max), files.min, files.max, at)];
  },
  plain_text_input: (input, at) => {
    const { initial_value: initial = '', max_length: max = limits.plain_text_input.max_length.max } = input;
    return [
      ...action(input, at),
      ...(input.placeholder ? words(input, 'placeholder', limits.select.placeholder.max_length, at) : []),
      ...([...String(initial)].length > Number(max)
        ? [`${at}: the initial value is longer than may be typed`]
        : []),
      ...(Number(max) > limits.plain_text_input.max_length.max ? [`${at}: max_length`] : []),
    ];
  },
};

const blockRules: Readonly<Record<string, Rule>> = {
  divider: () => [],
  header: (block, at) => words(block, 'text', limits.header.text.max_length, at),
  section: (block, at) => {
    const fields = z.array(Thing).parse(block.fields ?? []);
    return [
      ...(block.text === undefined && fields.length === 0 ? [`${at}: neither text nor fields`] : []),
      ...(block.text === undefined ? [] : words(block, 'text', limits.section.text.max_length, at)),
      ...(fields.length > limits.section.fields.max_items ? [`${at}: ${fields.length} fields`] : []),
      ...fields.flatMap((text) =>
        words({ text }, 'text', limits.section.fields.item_max_length, `${at}/fields`),
      ),
      ...(block.accessory ? ofType(elementRules, block.accessory, `${at}/accessory`) : []),
    ];
  },
  context: (block, at) => {
    const elements = z.array(Thing).parse(block.elements);
    return [
      ...count(elements.length, 1, limits.context.elements.max_items, at),
      ...elements.flatMap((text) => words({ text }, 'text', limits.text.max_length, at)),
    ];
  },
  actions: (block, at) => {
    const elements = z.array(Thing).parse(block.elements);
    const ids = elements.map(({ action_id: id }) => id);
    return [
      ...count(elements.length, 1, limits.actions.elements.max_items, at),
      ...(new Set(ids).size < ids.length ? [`${at}: the same action twice`] : []),
      ...elements.flatMap((element, index) => ofType(elementRules, element, `${at}/${index}`)),
    ];
  },
  input: (block, at) => [
    ...words(block, 'label', limits.input.label.max_length, at),
    ...(block.hint ? words(block, 'hint', limits.input.hint.max_length, at) : []),
    ...ofType(elementRules, block.element, `${at}/element`),
  ],
};

function ofType(rules: Readonly<Record<string, Rule>>, raw: unknown, at: string): Problems {
  const thing = Thing.parse(raw);
  const rule = rules[String(thing.type)];
  return rule
    ? [...rule(thing, `${at} ${thing.type}`), ...long(thing, 'block_id', limits.block_id.max_length, at)]
    : [`${at}: ${String(thing.type)} is not looked at here`];
}

function menu(select: Thing, at: string): Problems {
  const { options: most, option_groups: groups } = limits.select;
  const label = limits.option_group.label.max_length;
  const inGroups = z.array(Thing).optional().parse(select.option_groups);
  return [
    ...(inGroups ? count(inGroups.length, 1, groups.max_items, at) : []),
    ...(inGroups ?? [select]).flatMap((list) => options(list, 1, most.max_items, at)),
    ...(inGroups ?? []).flatMap((group) => words(group, 'label', label, at)),
    ...words(select, 'placeholder', limits.select.placeholder.max_length, at),
    ...action(select, at),
  ];
}

/** Choices that are all seen at once. */
function shownChoices(choices: Thing, { min_items: min, max_items: max }: Count, at: string): Problems {
  return [...options(choices, min, max, at), ...action(choices, at)];
}

type Count = { readonly min_items: number; readonly max_items: number };

function options(menu: Thing, min: number, max: number, at: string): Problems {
  const all = z.array(Thing).parse(menu.options);
  const values = all.map(({ value }) => value);
  return [
    ...count(all.length, min, max, at),
    ...(new Set(values).size < values.length ? [`${at}: the same value twice`] : []),
    ...all.flatMap((option) => [
      ...words(option, 'text', limits.option.text.max_length, at),
      ...long(option, 'value', limits.option.value.max_length, at, 1),
      ...(option.description ? words(option, 'description', limits.option.description.max_length, at) : []),
    ]),
  ];
}

function confirmation(dialog: Thing, at: string): Problems {
  const { title, text, confirm, deny } = limits.confirmation;
  return [
    ...words(dialog, 'title', title.max_length, at),
    ...words(dialog, 'text', text.max_length, at),
    ...words(dialog, 'confirm', confirm.max_length, at),
    ...words(dialog, 'deny', deny.max_length, at),
  ];
}

function action(element: Thing, at: string): Problems {
  return long(element, 'action_id', limits.action_id.max_length, at, 1);
}

/** A text object: of a known type, neither empty nor too long. */
function words(owner: Thing, key: string, max: number, at: string): Problems {
  const { type, text } = Thing.parse(owner[key] ?? {});
  if (type !== 'plain_text' && type !== 'mrkdwn') return [`${at}/${key}: no text object`];
  return long({ text }, 'text', max, `${at}/${key}`, limits.text.min_length);
}

function long(owner: Thing, key: string, max: number, at: string, min = 0): Problems {
  const value = owner[key] ?? '';
  const length = typeof value === 'string' ? [...value].length : Number.NaN;
  return count(length, min, max, `${at}/${key}`);
}

function count(value: number, min: number, max: number, at: string): Problems {
  return value >= min && value <= max ? [] : [`${at}: ${value} is not between ${min} and ${max}`];
}

/** No half of a surrogate pair may go out: what Slack makes of one is nobody's business to find out. */
function illFormed(value: unknown, at: string): Problems {
  if (typeof value === 'string') return value.isWellFormed() ? [] : [`${at}: half a surrogate pair`];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => illFormed(part, `${at}/${key}`));
}
