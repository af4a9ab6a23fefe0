import { z } from 'zod';
import { app } from '../world/app-identity.ts';
import { findChannelToPost } from './find-channel.ts';
import { readContent } from './message-content.ts';
import { messageJson } from './message-json.ts';
import { defineMethod, flag, json, text } from './method.ts';
import { ok, refuse } from './reply.ts';
import { threadRefusal } from './thread-refusal.ts';

const Post = z.object({
  channel: text,
  text: text.optional(),
  blocks: json,
  attachments: json,
  metadata: json,
  thread_ts: text.optional(),
  reply_broadcast: flag,
});

export const chatPostMessage = defineMethod('chat:write', Post, (world, args) => {
  const found = findChannelToPost(world, args.channel);
  if ('refusal' in found) return found.refusal;
  const read = readContent(args);
  if ('refusal' in read) return read.refusal;
  const channel = found.channel.id;
  const refusal = args.thread_ts ? threadRefusal(world.timeline.find(channel, args.thread_ts)) : undefined;
  if (refusal) return refusal;
  const message = world.timeline.post({
    channel,
    user: app.botUserId,
    ...read.content,
    ...(args.thread_ts && { threadTs: args.thread_ts, broadcast: args.reply_broadcast === true }),
  });
  return ok({ channel, ts: message.ts, message: messageJson(world, message) });
});

const Ephemeral = Post.extend({ user: text });

export const chatPostEphemeral = defineMethod('chat:write', Ephemeral, (world, args) => {
  const found = findChannelToPost(world, args.channel);
  if ('refusal' in found) return found.refusal;
  if (!found.channel.members.includes(args.user)) return refuse('user_not_in_channel');
  const read = readContent(args);
  if ('refusal' in read) return read.refusal;
  const message = world.timeline.post({
    channel: found.channel.id,
    user: app.botUserId,
    ...read.content,
    ...(args.thread_ts && { threadTs: args.thread_ts }),
    ephemeralTo: args.user,
  });
  return ok({ message_ts: message.ts });
});
