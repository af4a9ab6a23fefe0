import { BadCall } from '../../control/bad-call.ts';
import type { PlacedElement } from '../world/block-elements.ts';
import { stateKey, stateWith, takesMany } from '../world/element-state.ts';
import { fileJson } from '../world/file-json.ts';
import { asList, asObject, asText, isObject, type JsonObject } from '../world/json.ts';
import { findPerson } from '../world/people.ts';
import type { SlackWorld } from '../world/slack-world.ts';
import { ownFileOf } from './files.ts';

/** The element's state after a person gave it this value; throws when the value is none of those it offers them. */
export function chosen(world: SlackWorld, user: string, placed: PlacedElement, value: unknown): JsonObject {
  const given = plainValue(placed.type, value);
  if (given === undefined || given === null || given === '') return stateWith(placed.type);
  if (!takesMany(placed.type)) return stateWith(placed.type, contentOf(world, user, placed, given));
  const several = Array.isArray(given) ? given : [given];
  return stateWith(
    placed.type,
    several.map((one) => contentOf(world, user, placed, one)),
  );
}

/** A value may come in Slack's own form, as a state has it: `{selected_option: {value}}`, `{files: [{id}]}`. */
function plainValue(type: string, value: unknown): unknown {
  if (!isObject(value)) return value;
  const inside = value[stateKey(type) ?? ''];
  if (Array.isArray(inside)) return inside.map((one) => (isObject(one) ? (one.value ?? one.id) : one));
  return isObject(inside) && type !== 'rich_text_input' ? inside.value : inside;
}

function contentOf(world: SlackWorld, user: string, placed: PlacedElement, value: unknown): unknown {
  const key = stateKey(placed.type) ?? '';
  if (key === 'files') return fileJson(world, ownFileOf(world, user, String(value)));
  if (key.startsWith('selected_option')) return optionOf(world, placed, String(value));
  if (key.startsWith('selected_user') && !findPerson(String(value))) {
    throw new BadCall(`value: ${String(value)} is nobody here`);
  }
  if (/^selected_(conversation|channel)/.test(key) && !world.channels.find(String(value))) {
    throw new BadCall(`value: there is no channel ${String(value)}`);
  }
  if (key === 'selected_date_time') return Number(value);
  return placed.type === 'rich_text_input' ? value : String(value);
}

function optionOf(world: SlackWorld, placed: PlacedElement, value: string): JsonObject {
  if (placed.type.endsWith('external_select')) {
    const text = { type: 'plain_text', text: value };
    return world.suggestions.find(placed.actionId, value) ?? { text, value };
  }
  const options = optionsOf(placed.element);
  const found = options.find((one) => one.value === value);
  if (found) return found;
  const known = options.map((one) => asText(one.value)).join(', ');
  throw new BadCall(`value: ${value} is not among the options of ${placed.actionId}: ${known}`);
}

function optionsOf(element: JsonObject): readonly JsonObject[] {
  const grouped = asList(element.option_groups).flatMap((group) => asList(asObject(group).options));
  return [...asList(element.options), ...grouped].map(asObject);
}
