import { elementsOf } from './block-elements.ts';
import { asText, type JsonObject } from './json.ts';

/** What a person filled in: by block id, then action id, as `view.state.values` has it. */
export type ViewValues = Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;

/** How each kind of element names its content, in a state and in its own definition. */
type StateKind = { readonly key: string; readonly initial: string; readonly empty: unknown };

const option: StateKind = { key: 'selected_option', initial: 'initial_option', empty: null };
const options: StateKind = { key: 'selected_options', initial: 'initial_options', empty: [] };
const written: StateKind = { key: 'value', initial: 'initial_value', empty: null };

const stateKinds: Readonly<Record<string, StateKind>> = {
  plain_text_input: written,
  email_text_input: written,
  url_text_input: written,
  number_input: written,
  rich_text_input: { key: 'rich_text_value', initial: 'initial_value', empty: null },
  static_select: option,
  external_select: option,
  radio_buttons: option,
  overflow: option,
  multi_static_select: options,
  multi_external_select: options,
  checkboxes: options,
  users_select: one('user'),
  conversations_select: one('conversation'),
  channels_select: one('channel'),
  multi_users_select: many('user'),
  multi_conversations_select: many('conversation'),
  multi_channels_select: many('channel'),
  datepicker: one('date'),
  timepicker: one('time'),
  datetimepicker: one('date_time'),
  file_input: { key: 'files', initial: '', empty: [] },
};

function one(word: string): StateKind {
  return { key: `selected_${word}`, initial: `initial_${word}`, empty: null };
}

function many(word: string): StateKind {
  return { key: `selected_${word}s`, initial: `initial_${word}s`, empty: [] };
}

/** The key under which a state of this kind of element keeps its content, for instance `selected_option`. */
export const stateKey = (type: string): string | undefined => stateKinds[type]?.key;

export const takesMany = (type: string): boolean => Array.isArray(stateKinds[type]?.empty);

/** An element's state with this content; without content, empty. */
export function stateWith(type: string, content?: unknown): JsonObject {
  const kind = stateKinds[type];
  return kind ? { type, [kind.key]: content ?? kind.empty } : { type };
}

export function isEmpty(state: JsonObject): boolean {
  const content = state[stateKey(asText(state.type)) ?? ''];
  if (Array.isArray(content)) return content.length === 0;
  return content === undefined || content === null || content === '';
}

/** The state of all elements: what was filled in before stays where block and action ids stay. */
export function stateOf(blocks: readonly JsonObject[], before: ViewValues): ViewValues {
  const values: Record<string, Record<string, JsonObject>> = {};
  for (const { blockId, actionId, type, element } of elementsOf(blocks)) {
    const kind = stateKinds[type];
    if (!kind || type === 'overflow') continue;
    const kept = before[blockId]?.[actionId];
    const state = kept?.type === type ? kept : stateWith(type, element[kind.initial]);
    values[blockId] = { ...values[blockId], [actionId]: state };
  }
  return values;
}
