import type { Digest } from '../digest.ts';
import type { Incident } from '../incident.ts';
import type { Mute } from '../mute.ts';
import type { Owed } from '../notice.ts';
import type { Held } from '../quiet.ts';
import { roomsOf } from './room.ts';
import { type TellInput, toScene } from './scene.ts';
import { tellRoom } from './tell-room.ts';
import { retold } from './telling-change.ts';

/** What is told because of a look, and what is to be remembered of it: for one transaction with what was seen. */
export type Told = {
  /** With other tellings than before; they take the place of what `TellInput.incidents` held of them. */
  readonly incidents: readonly Incident[];
  readonly digests: readonly Digest[];
  readonly hold: readonly Held[];
  readonly unhold: readonly string[];
  readonly removeMutes: readonly Mute[];
  /** Windows that are over and hold nothing any more. */
  readonly removeWindows: readonly string[];
  readonly owe: readonly Owed[];
};

/**
 * Who is told what of a look, when and in how many messages, channel by channel. The same input owes the same under
 * the same keys; a look in which nothing changed owes nothing.
 */
export function tellAlerts(input: TellInput): Told {
  const scene = toScene(input);
  const rooms = roomsOf(scene).map((room) => tellRoom(scene, room));
  const hold = rooms.flatMap((room) => room.hold);
  const unhold = rooms.flatMap((room) => room.unhold);
  return {
    incidents: retold(
      input.incidents,
      rooms.flatMap(({ tellings }) => tellings),
    ),
    digests: rooms.flatMap(({ digests }) => digests),
    hold,
    unhold,
    removeMutes: rooms.flatMap(({ removeMutes }) => removeMutes),
    removeWindows: endedWindows(input, heldAfter(input.held, hold, unhold)),
    owe: rooms.flatMap(({ owe }) => owe),
  };
}

function heldAfter(
  before: readonly Held[],
  hold: readonly Held[],
  unhold: readonly string[],
): readonly Held[] {
  const gone = new Set(unhold);
  return [...before.filter(({ id }) => !gone.has(id)), ...hold];
}

function endedWindows({ audience, now }: TellInput, held: readonly Held[]): readonly string[] {
  const needed = new Set(held.map(({ why }) => (why.kind === 'maintenance' ? why.windowId : '')));
  return audience.windows.filter(({ id, until }) => until <= now && !needed.has(id)).map(({ id }) => id);
}
