import type { Change, ChangeKind, CircuitRef } from '../../circuit/changes.ts';
import type { Incident } from '../incident.ts';
import { muteKey, muteOf } from '../mute.ts';
import type { HeldReason } from '../quiet.ts';
import type { Severity } from '../severity.ts';
import { kindsOf } from '../subject.ts';
import type { Room } from './room.ts';
import type { Scene } from './scene.ts';
import { windowOf } from './window.ts';

/** What decides whether something may be told now. */
export type Thing = {
  readonly circuit?: CircuitRef;
  readonly kinds: readonly ChangeKind[];
  readonly severity: Severity;
};

export function thingOfIncident({ circuit, subject, severity, state }: Incident): Thing {
  return {
    ...(circuit ? { circuit } : {}),
    kinds: kindsOf(subject),
    // That something critical is over wakes nobody who did not hear of it.
    severity: state === 'resolved' ? 'info' : severity,
  };
}

export function thingOfChange({ circuit, difference }: Change, severity: Severity): Thing {
  return { circuit, kinds: [difference.kind], severity };
}

/** Why something is not told now. What is critical is told in quiet hours, and never against a mute or a window. */
export function hushOf(scene: Scene, room: Room, thing: Thing): HeldReason | undefined {
  const mute = muteOn(scene, room, thing);
  if (mute) return { kind: 'mute', mute: muteKey(mute) };
  const window = windowOf(scene, thing.circuit, 'hold');
  if (window) return { kind: 'maintenance', windowId: window.id };
  return room.isQuiet && thing.severity !== 'critical' ? { kind: 'quiet-hours' } : undefined;
}

export function isMuted(scene: Scene, room: Room, thing: Thing): boolean {
  return muteOn(scene, room, thing) !== undefined;
}

function muteOn({ now }: Scene, { mutes, channelId }: Room, { circuit, kinds }: Thing) {
  return circuit && muteOf(mutes, channelId, circuit.id, kinds, now);
}
