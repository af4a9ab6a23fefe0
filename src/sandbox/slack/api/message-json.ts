import { app, team } from '../world/app-identity.ts';
import { fileJson } from '../world/file-json.ts';
import type { JsonObject } from '../world/json.ts';
import type { SlackWorld } from '../world/slack-world.ts';
import type { Message } from '../world/timeline.ts';

/** A message as the Web API and interaction payloads show it. Metadata only to the app that asks for it. */
export function messageJson(world: SlackWorld, message: Message, withMetadata = false): JsonObject {
  const replies = repliesTo(world, message);
  return {
    type: 'message',
    user: message.user,
    text: message.text,
    ts: message.ts,
    team: team.id,
    ...(message.user === app.botUserId && { bot_id: app.botId, app_id: app.appId }),
    ...(message.blocks.length > 0 && { blocks: message.blocks }),
    ...(message.attachments && { attachments: message.attachments }),
    ...(message.files && { files: filesOf(world, message.files), upload: false }),
    ...(message.edited && { edited: message.edited }),
    ...(message.threadTs && { thread_ts: message.threadTs, parent_user_id: parentUser(world, message) }),
    ...(message.broadcast && { subtype: 'thread_broadcast' }),
    ...(replies.length > 0 && {
      thread_ts: message.ts,
      reply_count: replies.length,
      reply_users: [...new Set(replies.map(({ user }) => user))],
      reply_users_count: new Set(replies.map(({ user }) => user)).size,
      latest_reply: replies.at(-1)?.ts,
    }),
    ...(withMetadata && message.metadata && { metadata: message.metadata }),
  };
}

const filesOf = (world: SlackWorld, ids: readonly string[]): readonly JsonObject[] =>
  ids
    .map((id) => world.files.find(id))
    .filter((file) => file !== undefined)
    .map((file) => fileJson(world, file));

const repliesTo = (world: SlackWorld, message: Message): readonly Message[] =>
  world.timeline.of(message.channel).filter((one) => one.threadTs === message.ts && !one.ephemeralTo);

const parentUser = (world: SlackWorld, message: Message): string | undefined =>
  message.threadTs && world.timeline.find(message.channel, message.threadTs)?.user;
