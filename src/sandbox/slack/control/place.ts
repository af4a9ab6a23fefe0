import { BadCall } from '../../control/bad-call.ts';
import { blocksAt, type Place } from '../deliver/place.ts';
import { elementsOf, type PlacedElement } from '../world/block-elements.ts';
import type { Person } from '../world/people.ts';
import type { SlackWorld } from '../world/slack-world.ts';
import type { View } from '../world/views.ts';
import { channelSeenBy } from './subjects.ts';

/** How a control call names the place of an act. */
export type PlaceCall = {
  readonly channel?: string | undefined;
  readonly ts?: string | undefined;
  readonly view_id?: string | undefined;
};

export function placeOf(world: SlackWorld, person: Person, call: PlaceCall): Place {
  if (call.view_id !== undefined) return { kind: 'view', view: viewOf(world, person, call.view_id) };
  if (call.ts === undefined || call.channel === undefined) {
    throw new BadCall('ts is missing: name a message with channel and ts, or a view with view_id');
  }
  const channel = channelSeenBy(world, person, call.channel);
  const message = world.timeline.find(channel.id, call.ts);
  const hidden = message?.ephemeralTo !== undefined && message.ephemeralTo !== person.id;
  if (!message || hidden)
    throw new BadCall(`ts: ${person.name} sees no message ${call.ts} in ${channel.name}`);
  return { kind: 'message', message };
}

export function viewOf(world: SlackWorld, person: Person, id: string): View {
  const view = world.views.find(id);
  if (view?.user !== person.id) throw new BadCall(`view_id: ${person.name} has no view ${id} open`);
  return view;
}

export type ElementCall = {
  readonly action_id: string;
  readonly block_id?: string | undefined;
  readonly value?: unknown;
};

/** The element meant by a call. Where several bear its action_id, the button with the call's value is meant. */
export function elementOf(place: Place, call: ElementCall): PlacedElement {
  const all = elementsOf(blocksAt(place));
  const fits = all.filter(
    (one) =>
      one.actionId === call.action_id && (call.block_id === undefined || one.blockId === call.block_id),
  );
  const found = fits.find((one) => one.type === 'button' && one.element.value === call.value) ?? fits[0];
  if (found) return found;
  const known = all.map((one) => one.actionId).join(', ');
  throw new BadCall(
    `action_id: there is no ${call.action_id} there; there is ${known || 'nothing to press'}`,
  );
}
