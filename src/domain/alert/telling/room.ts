import type { Mute } from '../mute.ts';
import type { Held } from '../quiet.ts';
import type { Wish } from '../subscription.ts';
import { isQuiet } from './quiet-now.ts';
import type { Scene } from './scene.ts';

/** A channel as it stands at a look. */
export type Room = {
  readonly channelId: string;
  /** None: nobody there listens any more; what stands there is still edited. */
  readonly wishes: readonly Wish[];
  readonly isReachable: boolean;
  readonly isQuiet: boolean;
  readonly mutes: readonly Mute[];
  readonly held: readonly Held[];
};

/** Channels that listen, in the order in which they began to, and those where something stands or waits. */
export function roomsOf(scene: Scene): readonly Room[] {
  const { subscriptions, mutes } = scene.audience;
  const told = scene.moved.flatMap(({ tellings }) => tellings);
  const lists = [subscriptions, told, scene.digests, scene.held, mutes];
  const ids = new Set(lists.flatMap((list) => list.map(({ channelId }) => channelId)));
  return [...ids].map((channelId) => roomOf(scene, channelId));
}

function roomOf({ audience, held, now }: Scene, channelId: string): Room {
  const here = (entry: { readonly channelId: string }) => entry.channelId === channelId;
  return {
    channelId,
    wishes: audience.subscriptions.filter(here).map(({ wish }) => wish),
    isReachable: !audience.suspensions.some(here),
    isQuiet: audience.quietHours.some((hours) => here(hours) && isQuiet(hours, now)),
    mutes: audience.mutes.filter(here),
    held: held.filter(here),
  };
}

/** Whether new messages may be sent there at all. */
export function isListening({ wishes, isReachable }: Room): boolean {
  return isReachable && wishes.length > 0;
}
