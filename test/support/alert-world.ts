import type { Message } from './control.ts';
import { eventually, present } from './eventually.ts';
import { channels } from './person.ts';
import { wordsOf } from './reading.ts';
import { owedTo } from './stored.ts';
import { startWorld, type World, type WorldOptions } from './world.ts';

/** A world whose sessions are looked at, and whose network-ops channel is told of everything since before the first look. */
export async function startAlertWorld({ env, ...rest }: WorldOptions = {}): Promise<World> {
  const world = await startWorld({ ...rest, env: { EDGE_READS_PER_POLL: '60', ...env } });
  if (!rest.withoutBot) await world.person('omar').command(channels.netOps, 'subscribe');
  return world;
}

type Link = 'primary' | 'secondary';

/** Somebody pulls a cable, or plugs it in again: `lon-01`'s Microsoft peering, or another circuit's. */
export async function wire(
  world: World,
  link: Link,
  up: boolean,
  { name = 'lon-01', peering = 'MicrosoftPeering' } = {},
): Promise<void> {
  await world.control.post(`azure/circuits/${name}/links`, { peering, link, up });
}

/** The same, and Trunkline looks. */
export async function cut(world: World, link: Link, of: { name?: string; peering?: string } = {}) {
  await wire(world, link, false, of);
  await world.poll();
}

/** It is well, and stays so for long enough. */
export async function restore(world: World, link: Link, of: { name?: string; peering?: string } = {}) {
  await wire(world, link, true, of);
  await world.poll();
  await world.advance(70_000);
}

const isTop = ({ ts, thread_ts: thread }: Message): boolean => thread === undefined || thread === ts;

/** What stands in a channel once nothing is owed to it: messages, each with the words of its thread. */
export async function standing(world: World, channel: string = channels.netOps) {
  return eventually(async () => {
    if ((await owedTo(world.storePath, channel)) > 0) throw new Error(`${channel} is still owed messages`);
    const posts = await world.posts(channel);
    return posts.filter(isTop).map((message) => ({
      message,
      words: wordsOf(message),
      thread: posts.filter((one) => !isTop(one) && one.thread_ts === message.ts).map(wordsOf),
    }));
  });
}

/** The newest message of a channel that says this, once it does. */
export function newest(world: World, text: string, channel: string = channels.netOps) {
  return eventually(async () => {
    const all = await standing(world, channel);
    return present(
      all.findLast(({ words }) => words.includes(text)),
      `"${text}" among ${all.map(({ words }) => words).join('\n---\n')}`,
    );
  });
}
