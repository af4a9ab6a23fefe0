import { lengthOf } from '../block-kit/check.ts';
import { elementsOf, type PlacedElement } from '../world/block-elements.ts';
import { isEmpty } from '../world/element-state.ts';
import { asList, type JsonObject } from '../world/json.ts';
import type { View } from '../world/views.ts';
import { filesError } from './files-check.ts';

/** What Slack's own client finds wrong before it troubles the bot: by block id. */
export function clientErrors(view: View): Readonly<Record<string, string>> {
  const found = elementsOf(view.definition.blocks).flatMap((placed): [string, string][] => {
    const state = view.values[placed.blockId]?.[placed.actionId];
    const error = placed.input && state && errorOf(placed, state);
    return error ? [[placed.blockId, error]] : [];
  });
  return Object.fromEntries(found);
}

function errorOf(placed: PlacedElement, state: JsonObject): string | undefined {
  if (isEmpty(state)) {
    return placed.input?.optional === true ? undefined : 'Please complete this required field.';
  }
  if (placed.type === 'file_input') return filesError(placed.element, asList(state.files));
  const value = String(state.value);
  switch (placed.type) {
    case 'plain_text_input':
      return lengthError(placed.element, lengthOf(value));
    case 'number_input':
      return numberError(placed.element, value);
    case 'email_text_input':
      return /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(value) ? undefined : 'Please enter a valid email address.';
    case 'url_text_input':
      return URL.canParse(value) ? undefined : 'Please enter a valid URL.';
    default:
      return undefined;
  }
}

function lengthError(element: JsonObject, length: number): string | undefined {
  const least = Number(element.min_length ?? 0);
  const most = Number(element.max_length ?? 3_000);
  if (length < least) return `Please enter at least ${least} characters.`;
  return length > most ? `Please enter at most ${most} characters.` : undefined;
}

function numberError(element: JsonObject, value: string): string | undefined {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return 'Please enter a number.';
  if (element.is_decimal_allowed !== true && !Number.isInteger(number)) return 'Please enter a whole number.';
  if (number < Number(element.min_value ?? -Infinity)) return `Please enter at least ${element.min_value}.`;
  if (number > Number(element.max_value ?? Infinity)) return `Please enter at most ${element.max_value}.`;
  return undefined;
}
