import { messageJson } from '../api/message-json.ts';
import { asObject, type JsonObject } from '../world/json.ts';
import type { SlackWorld } from '../world/slack-world.ts';
import type { Message } from '../world/timeline.ts';
import { viewJson } from '../world/view-json.ts';
import type { View } from '../world/views.ts';

/** Where a person acts: on a message or in a view. */
export type Place =
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'view'; readonly view: View };

export const blocksAt = (place: Place): readonly JsonObject[] =>
  place.kind === 'message' ? place.message.blocks : place.view.definition.blocks;

/** How an interaction payload tells the place. An ephemeral message is named, not shown. */
export function placeJson(world: SlackWorld, place: Place): JsonObject {
  if (place.kind === 'view') {
    return { container: { type: 'view', view_id: place.view.id }, view: viewJson(place.view) };
  }
  const { message } = place;
  const channel = world.channels.find(message.channel);
  const isEphemeral = message.ephemeralTo !== undefined;
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: isEphemeral,
      ...(message.threadTs && { thread_ts: message.threadTs }),
    },
    channel: { id: message.channel, name: channelName(channel?.kind, channel?.name) },
    ...(!isEphemeral && { message: asObject(messageJson(world, message)) }),
  };
}

function channelName(kind: string | undefined, name = ''): string {
  if (kind === 'im') return 'directmessage';
  return kind === 'private' ? 'privategroup' : name;
}
