import type { Change } from '../../circuit/changes.ts';
import { changeSeverity } from '../change-severity.ts';
import type { Incident } from '../incident.ts';
import { muteKey } from '../mute.ts';
import type { Held, HeldReason } from '../quiet.ts';
import { hushOf, type Thing, thingOfChange, thingOfIncident } from './hush.ts';
import type { Room } from './room.ts';
import type { Scene } from './scene.ts';

/** What becomes of something held at this look. */
export type Fate =
  | { readonly kind: 'waits' }
  /** What held it is over, and something else is on. */
  | { readonly kind: 'held-on'; readonly why: HeldReason }
  | { readonly kind: 'told'; readonly what: ToldLate }
  /** It is of long ago and forgotten. */
  | { readonly kind: 'dropped' };

export type ToldLate =
  | { readonly kind: 'change'; readonly change: Change }
  | { readonly kind: 'incident'; readonly incident: Incident };

export function fateOf(scene: Scene, room: Room, { what, why }: Held): Fate {
  const late = lateOf(scene, what);
  if (!late) return { kind: 'dropped' };
  const hush = hushOf(scene, room, thingOf(late));
  if (!hush) return { kind: 'told', what: late };
  return isOver(scene, room, why) ? { kind: 'held-on', why: hush } : { kind: 'waits' };
}

function lateOf({ byId }: Scene, what: Held['what']): ToldLate | undefined {
  if (what.kind === 'change') return what;
  const incident = byId.get(what.incidentId);
  return incident && { kind: 'incident', incident };
}

function thingOf(late: ToldLate): Thing {
  if (late.kind === 'incident') return thingOfIncident(late.incident);
  return thingOfChange(late.change, changeSeverity(late.change));
}

function isOver({ audience, now }: Scene, { isQuiet, mutes }: Room, why: HeldReason): boolean {
  switch (why.kind) {
    case 'quiet-hours':
      return !isQuiet;
    case 'mute':
      return !mutes.some((mute) => muteKey(mute) === why.mute && mute.until > now);
    case 'maintenance':
      return !audience.windows.some(({ id, until }) => id === why.windowId && until > now);
  }
}
