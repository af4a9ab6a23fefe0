/** Questions that are asked of the state. */
import type { State } from './state.ts';
import type { Channel, Group, Message, Person, View } from './wire.ts';

export const personOf = ({ world }: State, id: string): Person | undefined =>
  world?.people.find((person) => person.id === id);

export const groupOf = ({ world }: State, id: string): Group | undefined =>
  world?.groups?.find((group) => group.id === id);

export const channelOf = ({ world }: State, id: string): Channel | undefined =>
  world?.channels.find((channel) => channel.id === id);

export const isDirect = (channel: Channel): boolean => channel.kind === 'im' || channel.id.startsWith('D');

/** The channels of the workspace that `me` is in; direct messages are not among them. */
export function myChannels({ world, me }: State): readonly Channel[] {
  const mine = (world?.channels ?? []).filter(
    (channel) => !isDirect(channel) && (channel.members?.includes(me) ?? true),
  );
  return mine.toSorted((a, b) => a.name.localeCompare(b.name));
}

/** Where `me` talks with the bot alone. */
export function directMessageOf({ world, me }: State): string | undefined {
  const named = world?.people.find((person) => person.id === me)?.directMessage;
  return named ?? world?.channels.find((channel) => isDirect(channel) && channel.members?.includes(me))?.id;
}

export const isReply = (message: Message): boolean =>
  message.thread_ts !== undefined && message.thread_ts !== message.ts;

/** What stands in the channel itself: no replies, and nothing that was put away. */
export function shownIn(state: State, channel: string): readonly Message[] {
  const all = state.messages[channel] ?? [];
  return all.filter(
    (message) => (!isReply(message) || message.broadcast) && !state.dismissed.has(message.ts),
  );
}

export function threadOf(state: State, channel: string, ts: string): readonly Message[] {
  const all = state.messages[channel] ?? [];
  return all.filter(
    (message) => (message.ts === ts || message.thread_ts === ts) && !state.dismissed.has(message.ts),
  );
}

export function unreadIn(state: State, channel: string): number {
  const seen = state.seen[channel] ?? '';
  return shownIn(state, channel).filter(({ ts, user }) => ts > seen && user !== state.me).length;
}

export const modalsOf = ({ views }: State): readonly View[] => views.filter(({ type }) => type === 'modal');
export const homeOf = ({ views }: State): View | undefined => views.find(({ type }) => type === 'home');

export const worldNow = ({ clockOffset }: Pick<State, 'clockOffset'>): number => Date.now() + clockOffset;

/** Slack's message id is its time in seconds. */
export const timeOfTs = (ts: string): number => Number(ts) * 1_000;
