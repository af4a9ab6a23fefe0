/** Brings what the server knows into the store. News name what changed; it is fetched again as a whole. */
import { getJson, query } from './api.ts';
import { coalesce } from './coalesce.ts';
import { directMessageOf, myChannels } from './select.ts';
import { store } from './store.ts';
import { say } from './toasts.ts';
import type { Message, Topic, View, World } from './wire.ts';

/** Less than a request takes is no move of the clock. */
const sameTimeMs = 1_000;

export const loadWorld = coalesce(async () => {
  const world = await getJson<World>('world');
  const offset = world.now - Date.now();
  const moved = Math.abs(offset - store.get().clockOffset) > sameTimeMs;
  store.change(() => ({ world, ...(moved && { clockOffset: offset }) }));
});

export const loadViews = coalesce(async () => {
  const { me } = store.get();
  const { views } = await getJson<{ views: View[] }>(`slack/views?${query({ user: me })}`);
  if (store.get().me === me) store.change(() => ({ views }));
});

export const loadMessages = coalesce(async (channel) => {
  const { me } = store.get();
  const { messages } = await getJson<{ messages: Message[] }>(
    `slack/messages?${query({ channel, user: me })}`,
  );
  if (store.get().me !== me) return;
  store.change((state) => ({
    messages: { ...state.messages, [channel]: keepSame(state.messages[channel], messages) },
  }));
});

/** Messages that did not change stay the same objects, so that they are not drawn again. */
function keepSame(before: readonly Message[] = [], now: readonly Message[]): readonly Message[] {
  const known = new Map(before.map((message) => [message.ts, message]));
  return now.map((message) => {
    const old = known.get(message.ts);
    return old && JSON.stringify(old) === JSON.stringify(message) ? old : message;
  });
}

/** Everything that `me` may see. What was there before the page was opened counts as read. */
export async function loadAll(): Promise<void> {
  const state = store.get();
  const direct = directMessageOf(state);
  const channels = [...myChannels(state).map(({ id }) => id), ...(direct ? [direct] : [])];
  await Promise.all([loadViews(), ...channels.map((channel) => loadMessages(channel))]);
  for (const channel of channels) if (store.get().seen[channel] === undefined) markSeen(channel);
}

export function markSeen(channel: string): void {
  const newest = store.get().messages[channel]?.at(-1)?.ts ?? '0';
  if ((store.get().seen[channel] ?? '') >= newest) return;
  store.change(({ seen }) => ({ seen: { ...seen, [channel]: newest } }));
}

/** Fetches what a piece of news is about, if `me` has anything to do with it. */
export function follow(news: Topic): void {
  const state = store.get();
  if (news.topic === 'world') quietly(loadWorld());
  if (news.topic === 'views' && news.user === state.me) quietly(loadViews());
  if (news.topic !== 'messages') return;
  const mine =
    myChannels(state).some(({ id }) => id === news.channel) || directMessageOf(state) === news.channel;
  if (mine) quietly(loadMessages(news.channel));
}

function quietly(loading: Promise<void>): void {
  loading.catch((error: unknown) => say(error instanceof Error ? error.message : String(error)));
}
