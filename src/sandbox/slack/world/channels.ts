import type { Bus } from '../../world/bus.ts';
import { app, team } from './app-identity.ts';
import { randomId } from './ids.ts';
import { directMessageId, findPerson, people } from './people.ts';

type ChannelKind = 'public' | 'private' | 'im';

export type Channel = {
  readonly id: string;
  readonly name: string;
  readonly kind: ChannelKind;
  readonly topic: string;
  readonly archived: boolean;
  readonly members: readonly string[];
  readonly previousNames: readonly string[];
  /** Shared with another workspace through Slack Connect. */
  readonly shared: boolean;
};

export interface Channels {
  list(): readonly Channel[];
  find(id: string): Channel | undefined;
  findByName(name: string): Channel | undefined;
  /** A public channel, with nobody in it but whoever makes it. */
  add(name: string, by: string): Channel;
  change(id: string, change: Partial<Pick<Channel, 'name' | 'archived' | 'members' | 'previousNames'>>): void;
}

/** Whether this user reads what is posted there: a public channel is open to everybody of the workspace. */
export const maySee = (channel: Channel, user: string): boolean =>
  channel.members.includes(user) || (channel.kind === 'public' && !isGuest(user));

const isGuest = (user: string): boolean => (findPerson(user)?.teamId ?? team.id) !== team.id;

export function createChannels(bus: Bus): Channels {
  const byId = new Map(seed().map((channel) => [channel.id, channel]));
  return {
    list: () => [...byId.values()],
    find: (id) => byId.get(id),
    findByName: (name) => [...byId.values()].find((one) => one.kind !== 'im' && one.name === name),
    add(name, by) {
      const added = channel(`C0${randomId(8)}`, name, '', [by]);
      byId.set(added.id, added);
      bus.publish({ topic: 'world' });
      return added;
    },
    change(id, change) {
      const channel = byId.get(id);
      if (!channel) return;
      byId.set(id, { ...channel, ...change });
      bus.publish({ topic: 'world' });
    },
  };
}

function seed(): readonly Channel[] {
  const [vera, omar, ana, adam, xenia] = people.map((one) => one.id);
  const colleagues = [vera, omar, ana, adam].filter((id) => id !== undefined);
  const guest = xenia === undefined ? [] : [xenia];
  const bot = app.botUserId;
  return [
    channel('C0NETOPS001', 'network-ops', 'ExpressRoute circuits', [...colleagues, ...guest, bot], {
      shared: true,
    }),
    channel('C0APPROVE01', 'circuit-approvals', 'What is risky is asked here', [...colleagues, bot]),
    channel('C0GENERAL01', 'general', 'Everybody', colleagues),
    channel('C0PRIVATE01', 'noc-private', 'NOC only', [...colleagues.filter((id) => id !== vera), bot], {
      kind: 'private',
    }),
    ...people.map((one) => channel(directMessageId(one), one.name, '', [one.id, bot], { kind: 'im' })),
  ];
}

function channel(
  id: string,
  name: string,
  topic: string,
  members: readonly string[],
  more: Partial<Channel> = {},
): Channel {
  return {
    id,
    name,
    topic,
    members,
    kind: 'public',
    archived: false,
    previousNames: [],
    shared: false,
    ...more,
  };
}
