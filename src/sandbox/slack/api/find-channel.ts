import { app } from '../world/app-identity.ts';
import { type Channel, maySee } from '../world/channels.ts';
import { directMessageId, findPerson } from '../world/people.ts';
import type { SlackWorld } from '../world/slack-world.ts';
import { missingScope, type Reply, refuse } from './reply.ts';

type Found = { readonly channel: Channel } | { readonly refusal: Reply };

const scopePrefix = { public: 'channels', private: 'groups', im: 'im' } as const;

/** The scope that reading this kind of channel takes. */
export const scopeFor = (channel: Channel, what: 'read' | 'history'): string =>
  `${scopePrefix[channel.kind]}:${what}`;

/** A channel to the bot is one that it may know of: a private one exists for its members only. */
export function findChannel(world: SlackWorld, id: string, needs?: 'read' | 'history'): Found {
  const channel = world.channels.find(id);
  if (!channel || !maySee(channel, app.botUserId)) return { refusal: refuse('channel_not_found') };
  const scope = needs && scopeFor(channel, needs);
  if (scope && !world.grants.has(scope)) return { refusal: missingScope(world, scope) };
  return { channel };
}

/** Where to post: a channel id, a name, or a person (then their direct messages), of which the bot is a member. */
export function findChannelToPost(world: SlackWorld, target: string): Found {
  const found = findChannel(world, postTarget(world, target));
  if ('refusal' in found) return found;
  if (found.channel.archived) return { refusal: refuse('is_archived') };
  if (!found.channel.members.includes(app.botUserId)) return { refusal: refuse('not_in_channel') };
  return found;
}

function postTarget(world: SlackWorld, target: string): string {
  const person = findPerson(target);
  if (person) return directMessageId(person);
  return world.channels.findByName(target.replace(/^#/, ''))?.id ?? target;
}
