import { z } from 'zod';
import { app } from '../world/app-identity.ts';
import { fromTs } from '../world/ids.ts';
import type { SlackWorld } from '../world/slack-world.ts';
import type { Message } from '../world/timeline.ts';
import { findChannel } from './find-channel.ts';
import { messageJson } from './message-json.ts';
import { defineMethod, flag, limit, text } from './method.ts';
import { page } from './paging.ts';
import { ok, type Reply, refuse } from './reply.ts';

const History = z.object({
  channel: text,
  oldest: text.default('0'),
  latest: text.optional(),
  inclusive: flag,
  include_all_metadata: flag,
  limit,
  cursor: text.optional(),
});
type History = z.infer<typeof History>;

/** Newest first. Replies are in their threads, ephemeral messages nowhere. */
export const conversationsHistory = defineMethod(null, History, (world, args) => {
  const found = readable(world, args.channel);
  if (found) return found;
  const top = world.timeline.of(args.channel).filter((one) => !one.threadTs || one.broadcast);
  return answer(world, top.toReversed(), args);
});

/** A page holds as many as 1,000 here, where nothing is said. */
const Replies = History.extend({ ts: text, limit: limit.default(1_000) });

/** The message itself, then its replies, oldest first. */
export const conversationsReplies = defineMethod(null, Replies, (world, args) => {
  const found = readable(world, args.channel);
  if (found) return found;
  const parent = world.timeline.find(args.channel, args.ts);
  if (!parent || parent.ephemeralTo) return refuse('thread_not_found');
  const root = parent.threadTs ?? parent.ts;
  const thread = world.timeline.of(args.channel).filter((one) => one.ts === root || one.threadTs === root);
  return answer(world, thread, args);
});

function readable(world: SlackWorld, channel: string): Reply | undefined {
  const found = findChannel(world, channel, 'history');
  if ('refusal' in found) return found.refusal;
  return found.channel.members.includes(app.botUserId) ? undefined : refuse('not_in_channel');
}

function answer(world: SlackWorld, messages: readonly Message[], args: History): Reply {
  const oldest = fromTs(args.oldest);
  const latest = args.latest === undefined ? Number.POSITIVE_INFINITY : fromTs(args.latest);
  if (oldest === undefined) return refuse('invalid_ts_oldest');
  if (latest === undefined) return refuse('invalid_ts_latest');
  const within = (ts: string) => {
    const time = fromTs(ts) ?? 0;
    return args.inclusive ? time >= oldest && time <= latest : time > oldest && time < latest;
  };
  const asked = page(
    messages.filter((one) => !one.ephemeralTo && within(one.ts)),
    args.limit,
    args.cursor,
  );
  if (!asked) return refuse('invalid_cursor');
  return ok({
    messages: asked.items.map((one) => messageJson(world, one, args.include_all_metadata === true)),
    has_more: asked.hasMore,
    response_metadata: asked.response_metadata,
  });
}
