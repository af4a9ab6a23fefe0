import { Hono } from 'hono';
import { z } from 'zod';
import { BadCall, readBody } from '../../control/bad-call.ts';
import { deliverEvent } from '../deliver/event.ts';
import { app, team } from '../world/app-identity.ts';
import { type Channel, maySee } from '../world/channels.ts';
import type { JsonObject } from '../world/json.ts';
import type { SlackWorld } from '../world/slack-world.ts';
import { channelOf, personOf } from './subjects.ts';

/** Whoever is not named does it as adam, who may do anything. */
const actor = z.string().default('U0ADAM0001');
const InChannel = z.object({ channel: z.string(), user: actor });
const Member = InChannel.extend({ member: z.string().default(app.botUserId) });
const Archive = InChannel.extend({ archived: z.boolean() });
const name = z.string().regex(/^[a-z0-9_-]{1,80}$/, 'lower case letters, digits, - and _, at most 80');
const Rename = InChannel.extend({ name });
const NewChannel = z.object({ name, user: actor });

export function createChannelRoutes(world: SlackWorld): Hono {
  const routes = new Hono();
  routes.post('/channel', async (context) => {
    const { name, user } = await readBody(context, NewChannel);
    if (world.channels.findByName(name)) throw new BadCall(`name: ${name} is taken`);
    return context.json({ ok: true, channel: world.channels.add(name, personOf(user).id).id });
  });
  routes.post('/invite', async (context) => {
    const { channel, member, user } = await readBody(context, Member);
    const found = roomOf(world, channel);
    if (member !== app.botUserId) personOf(member);
    if (found.members.includes(member)) throw new BadCall(`channel: ${member} is in ${found.name} already`);
    world.channels.change(channel, { members: [...found.members, member] });
    return context.json(
      await tell(world, found.id, {
        type: 'member_joined_channel',
        ...membership(found, member),
        inviter: user,
      }),
    );
  });
  routes.post('/kick', async (context) => {
    const { channel, member, user } = await readBody(context, Member);
    const found = roomOf(world, channel);
    if (!found.members.includes(member)) throw new BadCall(`channel: ${member} is not in ${found.name}`);
    world.channels.change(channel, { members: found.members.filter((id) => id !== member) });
    if (member !== app.botUserId) {
      return context.json(
        await tell(world, found.id, { type: 'member_left_channel', ...membership(found, member) }),
      );
    }
    return context.json(await send(world, { type: `${family(found)}_left`, channel, actor_id: user }));
  });
  routes.post('/archive', async (context) => {
    const { channel, archived, user } = await readBody(context, Archive);
    const found = roomOf(world, channel);
    world.channels.change(channel, { archived });
    const type = `${family(found)}_${archived ? 'archive' : 'unarchive'}`;
    return context.json(await tell(world, channel, { type, channel, user }));
  });
  routes.post('/rename', async (context) => {
    const { channel, name } = await readBody(context, Rename);
    const found = roomOf(world, channel);
    if (world.channels.findByName(name)) throw new BadCall(`name: ${name} is taken`);
    world.channels.change(channel, { name, previousNames: [found.name, ...found.previousNames] });
    const renamed = { id: channel, name, created: 1_700_000_000 };
    return context.json(await tell(world, channel, { type: `${family(found)}_rename`, channel: renamed }));
  });
  return routes;
}

function roomOf(world: SlackWorld, id: string): Channel {
  const channel = channelOf(world, id);
  if (channel.kind === 'im') throw new BadCall('channel: a direct message stays as it is');
  return channel;
}

const family = (channel: Channel): string => (channel.kind === 'private' ? 'group' : 'channel');

const membership = (channel: Channel, user: string): JsonObject => ({
  user,
  channel: channel.id,
  channel_type: channel.kind === 'private' ? 'G' : 'C',
  team: team.id,
});

/** The bot hears of channels that it can see. */
function tell(world: SlackWorld, id: string, event: JsonObject): Promise<JsonObject> {
  const seen = maySee(channelOf(world, id), app.botUserId);
  return seen ? send(world, event) : Promise.resolve({ ok: true, delivered: false });
}

/** What happened in the channel happened, whether or not the bot took the news. */
async function send(world: SlackWorld, event: JsonObject): Promise<JsonObject> {
  const delivery = await deliverEvent(world, event);
  return { ok: true, delivered: delivery.ok };
}
