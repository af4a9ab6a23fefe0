import { BadCall } from '../../control/bad-call.ts';
import { type Channel, maySee } from '../world/channels.ts';
import { findPerson, type Person, people } from '../world/people.ts';
import type { SlackWorld } from '../world/slack-world.ts';

/** Who and where a control call means, or a sentence that says what is wrong. */
export function personOf(id: string): Person {
  const person = findPerson(id);
  if (!person)
    throw new BadCall(`user: ${id} is nobody here; there are ${people.map((one) => one.id).join(', ')}`);
  return person;
}

export function channelOf(world: SlackWorld, id: string): Channel {
  const channel = world.channels.find(id);
  if (!channel) throw new BadCall(`channel: there is no channel ${id}`);
  return channel;
}

export function channelSeenBy(world: SlackWorld, person: Person, id: string): Channel {
  const channel = channelOf(world, id);
  if (!maySee(channel, person.id)) throw new BadCall(`channel: ${person.name} cannot see ${id}`);
  return channel;
}

export function channelToWriteIn(world: SlackWorld, person: Person, id: string): Channel {
  const channel = channelSeenBy(world, person, id);
  if (channel.archived) throw new BadCall(`channel: ${channel.name} is archived`);
  return channel;
}

export function requireBot(world: SlackWorld): void {
  if (!world.connection.current()) {
    throw new BadCall('no bot is connected: start one, or name it with PUT /control/slack/app {requestUrl}');
  }
}
