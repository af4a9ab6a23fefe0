import type { DigestReason } from '../digest.ts';
import { type Mute, muteKey } from '../mute.ts';
import type { Held, HeldReason } from '../quiet.ts';
import type { ToldLate } from './held-fate.ts';
import type { Room } from './room.ts';
import type { Scene } from './scene.ts';

/** Something that kept a channel quiet and is over: what it held is told together. */
export type Ending = {
  /** The same for all that it held. */
  readonly key: string;
  readonly why: DigestReason;
  readonly since: number;
  readonly until: number;
  readonly about?: string;
  /** Said even when it held nothing. */
  readonly isAnnounced: boolean;
};

export type Released = { readonly held: Held; readonly what: ToldLate };

/** What is over: mutes, which say so, and whatever held one of these. Each once. */
export function endingsOf(scene: Scene, room: Room, released: readonly Released[]): readonly Ending[] {
  const mutes = mutesThatEnd(scene, room).map((mute) => ({ kind: 'mute', mute: muteKey(mute) }) as const);
  const reasons = [...mutes, ...released.map(({ held }) => held.why)];
  const byKey = new Map(reasons.map((why) => [endingKey(why), why]));
  return [...byKey.values()].map((why) => endingOf(scene, room, why, released));
}

/** While a channel is quiet, that a mute is over can wait. */
export function mutesThatEnd({ now }: Scene, { isQuiet, mutes }: Room): readonly Mute[] {
  return isQuiet ? [] : mutes.filter(({ until }) => until <= now);
}

/** The same for the same mute, window or quiet hours. */
export function endingKey(why: HeldReason): string {
  switch (why.kind) {
    case 'quiet-hours':
      return 'quiet-hours';
    case 'maintenance':
      return `maintenance ${why.windowId}`;
    case 'mute':
      return `mute ${why.mute}`;
  }
}

function endingOf(scene: Scene, room: Room, why: HeldReason, released: readonly Released[]): Ending {
  const key = endingKey(why);
  const mine = released.filter(({ held }) => endingKey(held.why) === key);
  const first = Math.min(scene.now, ...mine.map(({ held }) => held.at));
  switch (why.kind) {
    case 'quiet-hours':
      return { key, why: 'quiet-hours', since: first, until: scene.now, isAnnounced: false };
    case 'maintenance':
      return { key, why: 'maintenance', ...windowSpan(scene, why.windowId, first), isAnnounced: false };
    case 'mute':
      return { key, why: 'mute-ended', ...muteSpan(scene, room, why.mute, first, mine) };
  }
}

type Span = Pick<Ending, 'since' | 'until' | 'about'>;

function windowSpan({ audience, now }: Scene, windowId: string, first: number): Span {
  const window = audience.windows.find(({ id }) => id === windowId);
  if (!window) return { since: first, until: now };
  const { from, until, note } = window;
  return { since: from, until: Math.min(until, now), ...(note === '' ? {} : { about: note }) };
}

/** A mute that somebody took away is not there any more: what it held still knows its circuit. */
function muteSpan(
  scene: Scene,
  room: Room,
  key: string,
  first: number,
  released: readonly Released[],
): Omit<Ending, 'key' | 'why'> {
  const mute = room.mutes.find((entry) => muteKey(entry) === key);
  const isAnnounced = mutesThatEnd(scene, room).some((entry) => entry === mute);
  if (mute && isAnnounced) {
    return { since: mute.since ?? first, until: mute.until, about: mute.circuitName, isAnnounced };
  }
  const about = released.map(({ what }) => nameOf(what)).find((name) => name !== undefined);
  return { since: first, until: scene.now, ...(about ? { about } : {}), isAnnounced };
}

function nameOf(what: ToldLate): string | undefined {
  return what.kind === 'change' ? what.change.circuit.name : what.incident.circuit?.name;
}
