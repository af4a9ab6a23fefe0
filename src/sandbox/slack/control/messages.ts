import { Hono } from 'hono';
import { z } from 'zod';
import { BadCall, readBody, readQuery } from '../../control/bad-call.ts';
import { app, slackbotId } from '../world/app-identity.ts';
import type { SlackFile } from '../world/files.ts';
import type { JsonObject } from '../world/json.ts';
import { findPerson } from '../world/people.ts';
import type { SlackWorld } from '../world/slack-world.ts';
import type { Message } from '../world/timeline.ts';
import { fileOf, ownFileOf } from './files.ts';
import { channelOf, channelSeenBy, channelToWriteIn, personOf } from './subjects.ts';

const Query = z.object({ channel: z.string(), user: z.string().optional() });
const Written = z.object({
  user: z.string(),
  channel: z.string(),
  text: z.string().max(40_000).default(''),
  thread_ts: z.string().optional(),
  files: z.array(z.string()).max(10).default([]),
});

export function createMessageRoutes(world: SlackWorld): Hono {
  const routes = new Hono();
  routes.get('/messages', (context) => {
    const { channel, user } = readQuery(context, Query);
    if (user === undefined) channelOf(world, channel);
    else channelSeenBy(world, personOf(user), channel);
    const seen = world.timeline.of(channel).filter((one) => !one.ephemeralTo || one.ephemeralTo === user);
    const replies = Map.groupBy(seen, (one) => one.threadTs ?? '');
    return context.json({ messages: seen.map((one) => shown(world, one, replies.get(one.ts)?.length ?? 0)) });
  });
  routes.post('/message', async (context) => {
    const { user, channel, text, thread_ts: threadTs, files } = await readBody(context, Written);
    if (text === '' && files.length === 0) throw new BadCall('text: a message has a text, files or both');
    const id = channelToWriteIn(world, personOf(user), channel).id;
    if (threadTs && !world.timeline.find(id, threadTs))
      throw new BadCall(`thread_ts: there is no message ${threadTs}`);
    const message = world.timeline.post({
      channel: id,
      user,
      text,
      blocks: [],
      ...(files.length > 0 && { files: files.map((file) => ownFileOf(world, user, file).id) }),
      ...(threadTs && { threadTs }),
    });
    return context.json({ ok: true, ts: message.ts });
  });
  return routes;
}

function shown(world: SlackWorld, message: Message, replyCount: number): JsonObject {
  return {
    ts: message.ts,
    ...(message.threadTs && { thread_ts: message.threadTs }),
    user: message.user,
    user_name: authorName(message.user),
    bot: message.user === app.botUserId || message.user === slackbotId,
    text: message.text,
    blocks: message.blocks,
    ...(message.attachments && { attachments: message.attachments }),
    ...(message.files && { files: message.files.map((id) => shownFile(fileOf(world, id))) }),
    ephemeral: message.ephemeralTo !== undefined,
    ...(message.edited && { edited: message.edited }),
    ...(message.broadcast && { broadcast: true }),
    reply_count: replyCount,
  };
}

const shownFile = ({ id, name, title, content, mimetype }: SlackFile): JsonObject => ({
  id,
  name,
  title,
  size: content.byteLength,
  mimetype,
});

function authorName(user: string): string {
  if (user === app.botUserId) return app.botName;
  return user === slackbotId ? 'Slackbot' : (findPerson(user)?.name ?? user);
}
