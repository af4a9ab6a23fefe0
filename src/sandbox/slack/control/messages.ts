import { Hono } from 'hono';
import { z } from 'zod';
import { BadCall, readBody, readQuery } from '../../control/bad-call.ts';
import { app, slackbotId } from '../world/app-identity.ts';
import type { JsonObject } from '../world/json.ts';
import { findPerson } from '../world/people.ts';
import type { SlackWorld } from '../world/slack-world.ts';
import type { Message } from '../world/timeline.ts';
import { channelOf, channelSeenBy, channelToWriteIn, personOf } from './subjects.ts';

const Query = z.object({ channel: z.string(), user: z.string().optional() });
const Written = z.object({
  user: z.string(),
  channel: z.string(),
  text: z.string().min(1).max(40_000),
  thread_ts: z.string().optional(),
});

export function createMessageRoutes(world: SlackWorld): Hono {
  const routes = new Hono();
  routes.get('/messages', (context) => {
    const { channel, user } = readQuery(context, Query);
    if (user === undefined) channelOf(world, channel);
    else channelSeenBy(world, personOf(user), channel);
    const seen = world.timeline.of(channel).filter((one) => !one.ephemeralTo || one.ephemeralTo === user);
    const replies = Map.groupBy(seen, (one) => one.threadTs ?? '');
    return context.json({ messages: seen.map((one) => shown(one, replies.get(one.ts)?.length ?? 0)) });
  });
  routes.post('/message', async (context) => {
    const { user, channel, text, thread_ts: threadTs } = await readBody(context, Written);
    const id = channelToWriteIn(world, personOf(user), channel).id;
    if (threadTs && !world.timeline.find(id, threadTs))
      throw new BadCall(`thread_ts: there is no message ${threadTs}`);
    const message = world.timeline.post({
      channel: id,
      user,
      text,
      blocks: [],
      ...(threadTs && { threadTs }),
    });
    return context.json({ ok: true, ts: message.ts });
  });
  return routes;
}

function shown(message: Message, replyCount: number): JsonObject {
  return {
    ts: message.ts,
    ...(message.threadTs && { thread_ts: message.threadTs }),
    user: message.user,
    user_name: authorName(message.user),
    bot: message.user === app.botUserId || message.user === slackbotId,
    text: message.text,
    blocks: message.blocks,
    ...(message.attachments && { attachments: message.attachments }),
    ephemeral: message.ephemeralTo !== undefined,
    ...(message.edited && { edited: message.edited }),
    ...(message.broadcast && { broadcast: true }),
    reply_count: replyCount,
  };
}

function authorName(user: string): string {
  if (user === app.botUserId) return app.botName;
  return user === slackbotId ? 'Slackbot' : (findPerson(user)?.name ?? user);
}
