import type {
  Checkboxes,
  Datepicker,
  DateTimepicker,
  InputBlock,
  PlainTextInput,
  RadioButtons,
  StaticSelect,
  Timepicker,
  UsersSelect,
} from '@slack/types';
import type { Instant } from '../../../domain/instant.ts';
import type { Input } from '../../writes/values.ts';
import { type Choice, option, plainText } from '../kit.ts';
import { clip } from '../mrkdwn.ts';

type Asked = {
  readonly input: Input;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
};

export type TextAsked = Asked & {
  readonly maxLength: number;
  readonly initial?: string | undefined;
  readonly placeholder?: string;
  readonly multiline?: boolean;
};

export function textInput(asked: TextAsked): InputBlock {
  const { input, maxLength, initial = '', placeholder, multiline } = asked;
  const element: PlainTextInput = {
    type: 'plain_text_input',
    action_id: input.action,
    max_length: maxLength,
    ...(multiline ? { multiline } : {}),
    ...(placeholder ? { placeholder: plainText(placeholder, 150) } : {}),
    ...(initial ? { initial_value: clip(initial.toWellFormed(), maxLength) } : {}),
  };
  return block(asked, element);
}

export type ChoiceAsked = Asked & {
  readonly choices: readonly Choice[];
  /** The value that is chosen at first; one that is not among the choices is none. */
  readonly initial?: string | undefined;
  readonly placeholder?: string;
  /** A choice is told to the bot at once, and not only with the whole form. */
  readonly tellsAtOnce?: boolean;
};

/**
 * A menu; more choices than one list takes stand in groups. Where there is nothing to choose from, or more than a view
 * holds, it is typed.
 */
export function selectInput(asked: ChoiceAsked): InputBlock {
  const { input, initial, placeholder = 'Choose', tellsAtOnce } = asked;
  const atOnce = tellsAtOnce ? { dispatch_action: true } : {};
  const choices = menuChoices(asked.choices);
  const list =
    choices.length <= listLimit ? { options: choices.map(option) } : { option_groups: groups(choices) };
  if (choices.length === 0 || Buffer.byteLength(JSON.stringify(list)) > menuSize) {
    return { ...textInput({ ...asked, maxLength: valueLimit }), ...atOnce };
  }
  const chosen = choices.find(({ value }) => value === initial);
  const element: StaticSelect = {
    type: 'static_select',
    action_id: input.action,
    placeholder: plainText(placeholder, 150),
    ...list,
    ...(chosen ? { initial_option: option(chosen) } : {}),
  };
  return { ...block(asked, element), ...atOnce };
}

/** Two to ten choices that are all seen at once. */
export function radioInput(asked: ChoiceAsked): InputBlock {
  const { input, initial, choices } = asked;
  const chosen = choices.find(({ value }) => value === initial);
  const element: RadioButtons = {
    type: 'radio_buttons',
    action_id: input.action,
    options: choices.map(option),
    ...(chosen ? { initial_option: option(chosen) } : {}),
  };
  return block(asked, element);
}

/** `initial`: `2026-12-31`; anything else is no day. */
export function dateInput(asked: Asked & { readonly initial?: string | undefined }): InputBlock {
  const { input, initial = '' } = asked;
  const element: Datepicker = {
    type: 'datepicker',
    action_id: input.action,
    placeholder: plainText('Choose a day', 150),
    ...(/^\d{4}-\d{2}-\d{2}$/u.test(initial) ? { initial_date: initial } : {}),
  };
  return block(asked, element);
}

/** A time of the day, `22:00`. */
export function timeInput(asked: Asked & { readonly initial?: string | undefined }): InputBlock {
  const { input, initial = '' } = asked;
  const element: Timepicker = {
    type: 'timepicker',
    action_id: input.action,
    placeholder: plainText('Choose a time', 150),
    ...(/^([01]\d|2[0-3]):[0-5]\d$/u.test(initial) ? { initial_time: initial } : {}),
  };
  return block(asked, element);
}

/** A moment, in the zone of whoever fills it in. */
export function momentInput(asked: Asked & { readonly initial: Instant }): InputBlock {
  const { input, initial } = asked;
  const element: DateTimepicker = {
    type: 'datetimepicker',
    action_id: input.action,
    initial_date_time: Math.floor(initial / 1_000),
  };
  return block(asked, element);
}

/** Any person of the workspace. */
export function userInput(asked: Asked & { readonly initial?: string | undefined }): InputBlock {
  const { input, initial } = asked;
  const element: UsersSelect = {
    type: 'users_select',
    action_id: input.action,
    placeholder: plainText('Choose a person', 150),
    ...(initial ? { initial_user: initial } : {}),
  };
  return block(asked, element);
}

/** Any of up to ten choices that are all seen at once. */
export function checkInputs(
  asked: Asked & { readonly choices: readonly Choice[]; readonly initial: readonly string[] },
): InputBlock {
  const { input, choices, initial } = asked;
  const options = choices.map(option);
  const ticked = options.filter(({ value }) => value !== undefined && initial.includes(value));
  const element: Checkboxes = {
    type: 'checkboxes',
    action_id: input.action,
    options,
    ...(ticked.length > 0 ? { initial_options: ticked } : {}),
  };
  return block(asked, element);
}

function block({ input, label, hint, optional }: Asked, element: InputBlock['element']): InputBlock {
  return {
    type: 'input',
    block_id: input.block,
    label: plainText(label, 2_000),
    ...(hint ? { hint: plainText(hint, 2_000) } : {}),
    ...(optional ? { optional } : {}),
    element,
  };
}

/** Limits of a menu and of a group's label, and of an option's value: test/fixtures/slack/limits.json. */
const listLimit = 100;
const labelLimit = 75;
const nameLimit = 35;
const valueLimit = 150;
/** Bytes: a view is 250 kB at most, and there are up to four menus in one. */
const menuSize = 55_000;

/** What a menu can carry: each value once, none too long for it. */
function menuChoices(choices: readonly Choice[]): readonly Choice[] {
  const seen = new Set<string>();
  return choices
    .filter(({ value }) => {
      const isNew = !seen.has(value) && value !== '' && [...value].length <= valueLimit;
      seen.add(value);
      return isNew && value.isWellFormed();
    })
    .slice(0, listLimit * listLimit);
}

/** Groups of a hundred, each named after its first and last. */
function groups(choices: readonly Choice[]) {
  const starts = Array.from(
    { length: Math.ceil(choices.length / listLimit) },
    (_, index) => index * listLimit,
  );
  return starts.map((start) => {
    const part = choices.slice(start, start + listLimit);
    const names = [part[0], part.at(-1)].map((choice) => clip(choice?.text ?? '', nameLimit));
    return { label: plainText(names.join(' – '), labelLimit), options: part.map(option) };
  });
}
