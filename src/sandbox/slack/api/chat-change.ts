import { z } from 'zod';
import { lengthOf } from '../block-kit/check.ts';
import { app } from '../world/app-identity.ts';
import { toTs } from '../world/ids.ts';
import { isObject } from '../world/json.ts';
import type { SlackWorld } from '../world/slack-world.ts';
import type { Message } from '../world/timeline.ts';
import { findChannel } from './find-channel.ts';
import { readContent } from './message-content.ts';
import { messageJson } from './message-json.ts';
import { defineMethod, flag, json, text } from './method.ts';
import { ok, type Reply, refuse } from './reply.ts';

const maxUpdateText = 4_000;

const Update = z.object({
  channel: text,
  ts: text,
  text: text.optional(),
  blocks: json,
  attachments: json,
  metadata: json,
  reply_broadcast: flag,
});

export const chatUpdate = defineMethod('chat:write', Update, (world, args) => {
  const found = findMessage(world, args.channel, args.ts);
  if ('refusal' in found) return found.refusal;
  const { message, archived } = found;
  if (message.user !== app.botUserId) return refuse('cant_update_message');
  if (archived) return refuse('is_inactive');
  if (lengthOf(args.text ?? '') > maxUpdateText) return refuse('msg_too_long');
  const read = readContent(kept(message, args));
  if ('refusal' in read) return read.refusal;
  const { channel, ts, user, threadTs, broadcast, files } = message;
  const changed = {
    channel,
    ts,
    user,
    ...read.content,
    ...(files && { files }),
    ...(threadTs && { threadTs, broadcast: broadcast === true || args.reply_broadcast === true }),
    edited: { user: app.botUserId, ts: toTs(Math.floor(world.clock.now() * 1_000)) },
  };
  world.timeline.replace(changed);
  return ok({ channel, ts, text: changed.text, message: messageJson(world, changed) });
});

/** Blocks, attachments and metadata that are not named stay; an empty list or object takes them away. */
function kept(message: Message, args: z.infer<typeof Update>) {
  return {
    text: args.text ?? (args.blocks === undefined ? message.text : ''),
    blocks: args.blocks ?? message.blocks,
    attachments: args.attachments ?? message.attachments,
    metadata: isObject(args.metadata) ? args.metadata : (args.metadata ?? message.metadata),
  };
}

const Delete = z.object({ channel: text, ts: text });

export const chatDelete = defineMethod('chat:write', Delete, (world, args) => {
  const found = findMessage(world, args.channel, args.ts);
  if ('refusal' in found) return found.refusal;
  if (found.message.user !== app.botUserId) return refuse('cant_delete_message');
  world.timeline.remove(found.message.channel, found.message.ts);
  return ok({ channel: found.message.channel, ts: found.message.ts });
});

type FoundMessage = { readonly message: Message; readonly archived: boolean } | { readonly refusal: Reply };

/** An ephemeral message cannot be found again. */
function findMessage(world: SlackWorld, channelId: string, ts: string): FoundMessage {
  const found = findChannel(world, channelId);
  if ('refusal' in found) return found;
  const message = world.timeline.find(channelId, ts);
  if (!message || message.ephemeralTo) return { refusal: refuse('message_not_found') };
  return { message, archived: found.channel.archived };
}
