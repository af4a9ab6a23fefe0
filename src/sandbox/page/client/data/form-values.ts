/** What a person filled in, in the shape of Slack's `state.values`. */
import type { Block, Element, Option } from './blocks.ts';

/** `{type, selected_option}`, `{type, value}` and so on: what an element holds. */
export type ElementState = { readonly type: string; readonly [content: string]: unknown };
/** By block id, then action id. */
export type FormValues = Readonly<Record<string, Readonly<Record<string, ElementState>>>>;

type StateKind = { readonly key: string; readonly initial: `initial_${string}`; readonly many?: boolean };

const written: StateKind = { key: 'value', initial: 'initial_value' };
const one = (word: string): StateKind => ({ key: `selected_${word}`, initial: `initial_${word}` });
const several = (word: string): StateKind => ({
  key: `selected_${word}s`,
  initial: `initial_${word}s`,
  many: true,
});

const kinds: Readonly<Record<string, StateKind>> = {
  plain_text_input: written,
  email_text_input: written,
  url_text_input: written,
  number_input: written,
  static_select: one('option'),
  external_select: one('option'),
  radio_buttons: one('option'),
  overflow: one('option'),
  multi_static_select: several('option'),
  multi_external_select: several('option'),
  checkboxes: several('option'),
  users_select: one('user'),
  conversations_select: one('conversation'),
  channels_select: one('channel'),
  multi_users_select: several('user'),
  multi_conversations_select: several('conversation'),
  multi_channels_select: several('channel'),
  datepicker: one('date'),
  timepicker: one('time'),
  datetimepicker: one('date_time'),
  file_input: { key: 'files', initial: 'initial_files', many: true },
};

/** What the element holds before anybody touched it; undefined when it holds nothing, as a button. */
export function initialState(element: Element): ElementState | undefined {
  const kind = kinds[element.type];
  return kind && stateWith(element, element[kind.initial]);
}

/** The element's state with this content; without content, empty. */
export function stateWith(element: Element, content: unknown): ElementState {
  const kind = kinds[element.type];
  const empty = kind?.many ? [] : null;
  return {
    type: element.type,
    ...(kind && { [kind.key]: content === undefined || content === '' ? empty : content }),
  };
}

export const contentOf = (element: Element, state: ElementState | undefined): unknown =>
  state?.[kinds[element.type]?.key ?? ''];

/** The content as a list of plain values, whatever the kind. */
export function valuesOf(element: Element, state: ElementState | undefined): readonly string[] {
  const content = contentOf(element, state);
  const list = Array.isArray(content) ? content : content === null || content === undefined ? [] : [content];
  return list.map((each) => (isOption(each) ? each.value : isFile(each) ? each.id : String(each)));
}

const isOption = (value: unknown): value is Option =>
  typeof value === 'object' && value !== null && 'value' in value;

/** A file that was put into a form. */
export type GivenFile = { readonly id: string; readonly name: string; readonly size: number };

const isFile = (value: unknown): value is GivenFile =>
  typeof value === 'object' && value !== null && 'id' in value && 'name' in value && 'size' in value;

export const filesIn = (content: unknown): readonly GivenFile[] =>
  Array.isArray(content) ? content.filter(isFile) : [];

/** What `POST /control/slack/action` calls `value`: one value, or a list where many may be chosen. */
export function actionValue(element: Element, state: ElementState): string | readonly string[] {
  const values = valuesOf(element, state);
  return kinds[element.type]?.many ? values : (values[0] ?? '');
}

/** What to submit: for each element that holds something, what was edited, else what the server has, else its initial state. */
export function collectValues(blocks: readonly Block[], known: FormValues, edited: FormValues): FormValues {
  const values: Record<string, Record<string, ElementState>> = {};
  for (const { blockId, element } of elementsOf(blocks)) {
    const state = stateOf(blockId, element, edited, known);
    if (state && element.type !== 'overflow')
      values[blockId] = { ...values[blockId], [element.action_id]: state };
  }
  return values;
}

export function stateOf(
  blockId: string,
  element: Element,
  ...sources: readonly FormValues[]
): ElementState | undefined {
  const held = sources.map((source) => source[blockId]?.[element.action_id]);
  return held.find((state) => state?.type === element.type) ?? initialState(element);
}

export const withState = (
  values: FormValues,
  blockId: string,
  actionId: string,
  state: ElementState,
): FormValues => ({
  ...values,
  [blockId]: { ...values[blockId], [actionId]: state },
});

type Placed = { readonly blockId: string; readonly element: Element };

function elementsOf(blocks: readonly Block[]): readonly Placed[] {
  return blocks.flatMap((block) => {
    const blockId = block.block_id ?? '';
    return elementsIn(block).map((element) => ({ blockId, element }));
  });
}

function elementsIn(block: Block): readonly Element[] {
  switch (block.type) {
    case 'input':
      return [block.element];
    case 'section':
      return block.accessory && 'action_id' in block.accessory ? [block.accessory] : [];
    case 'actions':
      return block.elements;
    default:
      return [];
  }
}
