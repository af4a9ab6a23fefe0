import type { Request } from '../../approval/request.ts';
import type { Change } from '../../circuit/changes.ts';
import { type Cause, causeOf } from '../cause.ts';
import { changeSeverity } from '../change-severity.ts';
import type { Incident } from '../incident.ts';
import type { Held } from '../quiet.ts';
import type { Severity } from '../severity.ts';
import { subjectKey } from '../subject.ts';
import { subjectOf } from '../subject-of-change.ts';
import { wants } from '../subscription.ts';
import { isWanted } from './fresh.ts';
import { hushOf, thingOfChange } from './hush.ts';
import { isListening, type Room } from './room.ts';
import type { Scene } from './scene.ts';

/** A change as a channel is told of it by itself, or in a digest. */
export type PlainChange = {
  readonly change: Change;
  readonly severity: Severity;
  readonly cause: Cause | undefined;
};

export type PlainChanges = { readonly tell: readonly PlainChange[]; readonly hold: readonly Held[] };

/**
 * The changes that a channel wants and that no other message there tells: those of an incident that it knows are steps
 * of the incident, those that a request made whose message stands there are in that message.
 * `knows`: whether the channel is told of the incident.
 */
export function plainChanges(scene: Scene, room: Room, knows: (incident: Incident) => boolean): PlainChanges {
  if (!isListening(room)) return { tell: [], hold: [] };
  const wanted = scene.changes
    .filter((change) => !isStep(scene, room, change, knows))
    .map((change) => ({ change, severity: severityOf(scene, change) }))
    .filter(({ change, severity }) => room.wishes.some((wish) => wants(wish, change, severity)))
    .map((plain) => ({ ...plain, cause: causeOf(plain.change, scene.requests) }))
    .filter(({ cause }) => !isShownHere(room, cause, scene.requests))
    .map((plain) => ({ plain, why: hushOf(scene, room, thingOfChange(plain.change, plain.severity)) }));
  return {
    tell: wanted.flatMap(({ plain, why }) => (why ? [] : [plain])),
    hold: wanted.flatMap(({ plain, why }) => (why ? [heldChange(room, plain.change, why)] : [])),
  };
}

function incidentOf({ live }: Scene, change: Change): Incident | undefined {
  const subject = subjectOf(change);
  return subject && live.get(subjectKey(subject));
}

/** What is suspected only is told when it lasts: then as an incident. */
function isStep(scene: Scene, room: Room, change: Change, knows: (incident: Incident) => boolean): boolean {
  const incident = incidentOf(scene, change);
  if (!incident) return false;
  return knows(incident) || (incident.state === 'pending' && isWanted(room, incident));
}

function severityOf(scene: Scene, change: Change): Severity {
  return incidentOf(scene, change)?.severity ?? changeSeverity(change);
}

function isShownHere({ channelId }: Room, cause: Cause | undefined, requests: readonly Request[]): boolean {
  const shownIn = requests.find(({ id }) => id === cause?.requestId)?.shownIn;
  return shownIn !== undefined && 'channelId' in shownIn && shownIn.channelId === channelId;
}

function heldChange({ channelId }: Room, change: Change, why: Held['why']): Held {
  return { id: `${change.id}@${channelId}`, channelId, at: change.at, why, what: { kind: 'change', change } };
}
