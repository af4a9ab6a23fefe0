import limits from '../data/limits.json' with { type: 'json' };
import { asList } from '../world/json.ts';
import {
  and,
  boolean,
  type Check,
  type Fields,
  integer,
  list,
  literal,
  object,
  string,
  wrong,
} from './check.ts';
import {
  confirm,
  conversationFilter,
  option,
  optionGroup,
  overflowOption,
  plainText,
  richOption,
  sameOption,
} from './composition.ts';

const id: Fields = { action_id: string({ min: 1, max: limits.action_id.max_length }), confirm };
const menu: Fields = {
  ...id,
  placeholder: plainText(limits.select.placeholder.max_length),
  focus_on_load: boolean,
};
const many: Fields = { max_selected_items: integer({ min: 1 }) };

const select = (type: string, optional: Fields): Check =>
  object({ type: literal(type) }, { ...menu, ...optional });

/** A menu takes options or groups of options, and starts with one of them. */
const fromOptions = (type: string, optional: Fields): Check =>
  and(
    select(type, {
      options: list(option, { min: 1, max: limits.select.options.max_items }),
      option_groups: list(optionGroup, { min: 1, max: limits.select.option_groups.max_items }),
      ...optional,
    }),
    (value, at) => {
      if ((value.options === undefined) === (value.option_groups === undefined)) {
        return wrong('must provide either options or option_groups', at);
      }
      const grouped = asList(value.option_groups).flatMap((group) => asList(Object(group).options));
      return startsWithin(value, [...asList(value.options), ...grouped], at);
    },
  );

/** Ticks and dots: always shown, at most ten. */
const shownOptions = (type: 'checkboxes' | 'radio_buttons', initial: Fields): Check =>
  and(
    object(
      {
        type: literal(type),
        options: list(richOption, {
          min: limits[type].options.min_items,
          max: limits[type].options.max_items,
        }),
      },
      { ...id, ...initial, focus_on_load: boolean },
    ),
    (value, at) => startsWithin(value, asList(value.options), at),
  );

function startsWithin(value: object, options: readonly unknown[], at: string): readonly string[] {
  const { initial_option: one, initial_options: several } = Object(value);
  const initial = one === undefined ? asList(several) : [one];
  const known = (candidate: unknown) => options.some((each) => sameOption(each, candidate));
  return initial.every(known) ? [] : wrong('initial options must be among the options', at);
}

const ids = list(string({ min: 1 }));
const conversations: Fields = {
  default_to_current_conversation: boolean,
  response_url_enabled: boolean,
  filter: conversationFilter,
};
const external: Fields = { min_query_length: integer({ min: 0 }) };

export const selectElements: Fields = {
  static_select: fromOptions('static_select', { initial_option: option }),
  multi_static_select: fromOptions('multi_static_select', { ...many, initial_options: list(option) }),
  external_select: select('external_select', { ...external, initial_option: option }),
  multi_external_select: select('multi_external_select', {
    ...external,
    ...many,
    initial_options: list(option),
  }),
  users_select: select('users_select', { initial_user: string({ min: 1 }) }),
  multi_users_select: select('multi_users_select', { ...many, initial_users: ids }),
  conversations_select: select('conversations_select', {
    ...conversations,
    initial_conversation: string({ min: 1 }),
  }),
  multi_conversations_select: select('multi_conversations_select', {
    ...conversations,
    ...many,
    initial_conversations: ids,
  }),
  channels_select: select('channels_select', {
    response_url_enabled: boolean,
    initial_channel: string({ min: 1 }),
  }),
  multi_channels_select: select('multi_channels_select', { ...many, initial_channels: ids }),
  overflow: object(
    {
      type: literal('overflow'),
      options: list(overflowOption, {
        min: limits.overflow.options.min_items,
        max: limits.overflow.options.max_items,
      }),
    },
    id,
  ),
  checkboxes: shownOptions('checkboxes', { initial_options: list(richOption) }),
  radio_buttons: shownOptions('radio_buttons', { initial_option: richOption }),
};
