import limits from '../data/limits.json' with { type: 'json' };
import { boolean, type Check, type Fields, integer, literal, matching, object, string } from './check.ts';
import { confirm, dispatchActionConfig, plainText } from './composition.ts';
import { richText } from './rich-text.ts';

const id: Fields = {
  action_id: string({ min: 1, max: limits.action_id.max_length }),
  focus_on_load: boolean,
};
const placeholder = plainText(limits.select.placeholder.max_length);
const typed: Fields = { ...id, placeholder, dispatch_action_config: dispatchActionConfig };

const maxTyped = limits.plain_text_input.max_length.max;
const date = matching(/^\d{4}-\d{2}-\d{2}$/, 'YYYY-MM-DD');
const time = matching(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:mm');
/** `number_input` takes its numbers as texts. */
const numberText = matching(/^-?\d+(\.\d+)?$/, 'a number in a string');

const element = (type: string, optional: Fields, required: Fields = {}): Check =>
  object({ type: literal(type), ...required }, optional);

export const inputElements: Fields = {
  plain_text_input: element('plain_text_input', {
    ...typed,
    initial_value: string({ max: maxTyped }),
    multiline: boolean,
    min_length: integer({ min: 0, max: maxTyped }),
    max_length: integer({ min: 1, max: maxTyped }),
  }),
  email_text_input: element('email_text_input', { ...typed, initial_value: string() }),
  url_text_input: element('url_text_input', { ...typed, initial_value: string() }),
  number_input: element(
    'number_input',
    { ...typed, initial_value: numberText, min_value: numberText, max_value: numberText },
    { is_decimal_allowed: boolean },
  ),
  rich_text_input: element('rich_text_input', {
    ...typed,
    initial_value: richText,
    min_lines: integer({ min: 1 }),
    max_lines: integer({ min: 1 }),
  }),
  datepicker: element('datepicker', { ...id, confirm, placeholder, initial_date: date }),
  timepicker: element('timepicker', {
    ...id,
    confirm,
    placeholder,
    initial_time: time,
    timezone: string({ min: 1 }),
  }),
  /** Seconds since the epoch, ten digits. */
  datetimepicker: element('datetimepicker', {
    ...id,
    confirm,
    initial_date_time: integer({ min: 1e9, max: 9_999_999_999 }),
  }),
};
