import { z } from 'zod';
import { directMessageId, findPerson } from '../world/people.ts';
import { conversationJson, knownToBot } from './conversation-json.ts';
import { findChannel, scopeFor } from './find-channel.ts';
import { defineMethod, flag, limit, text } from './method.ts';
import { page } from './paging.ts';
import { missingScope, ok, refuse } from './reply.ts';

export const conversationsInfo = defineMethod(null, z.object({ channel: text }), (world, args) => {
  const found = findChannel(world, args.channel, 'read');
  return 'refusal' in found ? found.refusal : ok({ channel: conversationJson(found.channel) });
});

const kinds = { public_channel: 'public', private_channel: 'private', im: 'im', mpim: undefined } as const;
const KindName = z.enum(['public_channel', 'private_channel', 'im', 'mpim']);

const List = z.object({
  types: text.default('public_channel'),
  exclude_archived: flag,
  limit,
  cursor: text.optional(),
});

export const conversationsList = defineMethod(null, List, (world, args) => {
  const names = z.array(KindName).safeParse(args.types.split(',').map((name) => name.trim()));
  if (!names.success) return refuse('invalid_types');
  const wanted = names.data.map((name) => kinds[name]);
  const all = world.channels.list().filter((one) => wanted.includes(one.kind) && knownToBot(one));
  const needed = all.map((one) => scopeFor(one, 'read')).find((scope) => !world.grants.has(scope));
  if (needed) return missingScope(world, needed);
  const found = page(
    all.filter((one) => !args.exclude_archived || !one.archived),
    args.limit,
    args.cursor,
  );
  if (!found) return refuse('invalid_cursor');
  return ok({
    channels: found.items.map(conversationJson),
    response_metadata: found.response_metadata,
  });
});

const Members = z.object({ channel: text, limit, cursor: text.optional() });

export const conversationsMembers = defineMethod(null, Members, (world, args) => {
  const found = findChannel(world, args.channel, 'read');
  if ('refusal' in found) return found.refusal;
  const members = page(found.channel.members, args.limit, args.cursor);
  return members
    ? ok({ members: members.items, response_metadata: members.response_metadata })
    : refuse('invalid_cursor');
});

const Open = z.object({ users: text.optional(), channel: text.optional(), return_im: flag });

export const conversationsOpen = defineMethod('im:write', Open, (world, args) => {
  if (args.users === undefined && args.channel === undefined) return refuse('users_list_not_supplied');
  if (args.users?.includes(',')) return missingScope(world, 'mpim:write');
  const person = args.users === undefined ? undefined : findPerson(args.users);
  if (args.users !== undefined && !person) return refuse('user_not_found');
  const channel = world.channels.find(person ? directMessageId(person) : (args.channel ?? ''));
  if (channel?.kind !== 'im') return refuse('channel_not_found');
  const whole = { no_op: true, already_open: true, channel: conversationJson(channel) };
  return ok(args.return_im ? whole : { channel: { id: channel.id } });
});

/** The app was not granted `channels:join`: it must be invited, as people do with /invite. */
export const conversationsJoin = defineMethod('channels:join', z.object({ channel: text }), () =>
  refuse('channel_not_found'),
);
