import limits from '../data/limits.json' with { type: 'json' };
import { isObject } from '../world/json.ts';
import {
  and,
  boolean,
  byType,
  type Check,
  type Fields,
  list,
  literal,
  object,
  string,
  wrong,
} from './check.ts';

const minText = limits.text.min_length;
const maxText = limits.text.max_length;

/** Composition objects: the pieces that blocks and elements are made of. */
export const plainText = (max = maxText): Check =>
  object({ type: literal('plain_text'), text: string({ min: minText, max }) }, { emoji: boolean });

export const mrkdwn = (max = maxText): Check =>
  object({ type: literal('mrkdwn'), text: string({ min: minText, max }) }, { verbatim: boolean });

export const anyText = (max = maxText): Check => byType({ plain_text: plainText(max), mrkdwn: mrkdwn(max) });

export const confirm: Check = object(
  { text: anyText(limits.confirmation.text.max_length) },
  {
    title: plainText(limits.confirmation.title.max_length),
    confirm: plainText(limits.confirmation.confirm.max_length),
    deny: plainText(limits.confirmation.deny.max_length),
    style: literal('primary', 'danger'),
  },
);

/** In checkboxes and radio buttons an option's texts may be mrkdwn; elsewhere they are plain. */
const optionOf = (textOf: (max: number) => Check, more: Fields = {}): Check =>
  object(
    {
      text: textOf(limits.option.text.max_length),
      value: string({ min: 1, max: limits.option.value.max_length }),
    },
    { description: textOf(limits.option.description.max_length), ...more },
  );

export const option = optionOf(plainText);
export const richOption = optionOf(anyText);
export const overflowOption = optionOf(plainText, { url: string({ max: limits.option.url.max_length }) });

export const optionGroup = object({
  label: plainText(limits.option_group.label.max_length),
  options: list(option, {
    min: limits.option_group.options.min_items,
    max: limits.option_group.options.max_items,
  }),
});

const slackFile = and(object({}, { id: string({ min: 1 }), url: string({ min: 1 }) }), (value, at) =>
  Object.keys(value).length === 1 ? [] : wrong('must provide either id or url', at),
);

export const imageFields: Fields = {
  image_url: string({ min: 1, max: limits.image.image_url.max_length }),
  slack_file: slackFile,
};

/** An image comes from an address or from a Slack file, never both. */
export const oneImageSource: Parameters<typeof and>[1] = (value, at) =>
  (value.image_url === undefined) === (value.slack_file === undefined)
    ? wrong('must provide either image_url or slack_file', at)
    : [];

export const image: Check = and(
  object(
    { type: literal('image'), alt_text: string({ max: limits.image.alt_text.max_length }) },
    imageFields,
  ),
  oneImageSource,
);

const conversationKind = literal('im', 'mpim', 'private', 'public');

export const conversationFilter: Check = and(
  object(
    {},
    {
      include: list(conversationKind, { min: 1 }),
      exclude_external_shared_channels: boolean,
      exclude_bot_users: boolean,
    },
  ),
  (value, at) => (Object.keys(value).length > 0 ? [] : wrong('must not be empty', at)),
);

export const dispatchActionConfig: Check = object(
  {},
  { trigger_actions_on: list(literal('on_enter_pressed', 'on_character_entered'), { min: 1, max: 2 }) },
);

/** Whether two options are the same one: an initial option must be one of the options. */
export const sameOption = (one: unknown, other: unknown): boolean =>
  isObject(one) &&
  isObject(other) &&
  one.value === other.value &&
  JSON.stringify(one.text) === JSON.stringify(other.text);
