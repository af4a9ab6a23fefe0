import type { PlacedElement } from '../world/block-elements.ts';
import { stateKey, stateOf } from '../world/element-state.ts';
import { toTs } from '../world/ids.ts';
import type { JsonObject } from '../world/json.ts';
import type { Person } from '../world/people.ts';
import type { SlackWorld } from '../world/slack-world.ts';
import type { Delivery } from './courier.ts';
import { deliverInteraction } from './interaction.ts';
import { blocksAt, type Place, placeJson } from './place.ts';

type Act = {
  readonly person: Person;
  readonly place: Place;
  readonly placed: PlacedElement;
  /** What the element holds after the act; a button holds nothing. */
  readonly state: JsonObject;
};

/** A person presses a button or chooses an option. */
export function deliverAction(world: SlackWorld, act: Act): Promise<Delivery> {
  const { person, place, placed, state } = act;
  const values =
    place.kind === 'view' ? place.view.values : stateOf(blocksAt(place), stateAlone(placed, state));
  return deliverInteraction(world, person, {
    type: 'block_actions',
    ...placeJson(world, place),
    trigger_id: world.triggers.issue(person.id, place.kind === 'view' ? place.view.id : undefined),
    ...(place.kind === 'message' && {
      state: { values },
      response_url: world.responseUrls.issue({
        channel: place.message.channel,
        user: person.id,
        originalTs: place.message.ts,
        ...(place.message.threadTs && { threadTs: place.message.threadTs }),
      }),
    }),
    actions: [actionJson(world, placed, state)],
  });
}

const stateAlone = (placed: PlacedElement, state: JsonObject) => ({
  [placed.blockId]: { [placed.actionId]: state },
});

function actionJson(world: SlackWorld, placed: PlacedElement, state: JsonObject): JsonObject {
  const { element } = placed;
  const key = stateKey(placed.type);
  return {
    action_id: placed.actionId,
    block_id: placed.blockId,
    type: placed.type,
    ...(key === undefined ? { text: element.text, value: element.value } : { [key]: state[key] }),
    ...(element.style !== undefined && { style: element.style }),
    ...(element.placeholder !== undefined && { placeholder: element.placeholder }),
    action_ts: toTs(Math.floor(world.clock.now() * 1_000)),
  };
}
