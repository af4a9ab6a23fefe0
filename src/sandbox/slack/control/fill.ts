import { BadCall } from '../../control/bad-call.ts';
import { elementsOf, type PlacedElement } from '../world/block-elements.ts';
import { stateKey } from '../world/element-state.ts';
import { isObject } from '../world/json.ts';
import type { SlackWorld } from '../world/slack-world.ts';
import type { View } from '../world/views.ts';
import { chosen } from './choose.ts';

/**
 * Fills a modal in. `values` is `{block_id: {action_id: value}}`; a block with one element takes
 * `{block_id: value}`, and an action_id that occurs once `{action_id: value}`. A value is plain, or in the
 * form of Slack's own state.
 */
export function fillIn(world: SlackWorld, view: View, values: Readonly<Record<string, unknown>>): View {
  const elements = elementsOf(view.definition.blocks);
  return Object.entries(values).reduce(
    (filled, [key, given]) =>
      meant(elements, key, given).reduce(
        (next, { placed, value }) =>
          world.views.setValue(
            next,
            placed.blockId,
            placed.actionId,
            chosen(world, view.user, placed, value),
          ),
        filled,
      ),
    view,
  );
}

type Filling = { readonly placed: PlacedElement; readonly value: unknown };

function meant(elements: readonly PlacedElement[], key: string, given: unknown): readonly Filling[] {
  const inBlock = elements.filter((one) => one.blockId === key);
  if (inBlock.length > 0 && isObject(given) && !isState(inBlock, given)) {
    return Object.entries(given).map(([actionId, value]) => ({
      placed: one(inBlock, (each) => each.actionId === actionId, `values.${key}.${actionId}`),
      value,
    }));
  }
  const placed = one(
    inBlock.length > 0 ? inBlock : elements,
    (each) => each.blockId === key || each.actionId === key,
    `values.${key}`,
  );
  return [{ placed, value: given }];
}

const isState = (elements: readonly PlacedElement[], given: object): boolean =>
  elements.some(
    (each) => (stateKey(each.type) ?? '') in given && !elements.some((other) => other.actionId in given),
  );

function one(
  elements: readonly PlacedElement[],
  fits: (placed: PlacedElement) => boolean,
  field: string,
): PlacedElement {
  const found = elements.find(fits);
  if (!found) throw new BadCall(`${field}: the modal has nothing of that name to fill in`);
  return found;
}
