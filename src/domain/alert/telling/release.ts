import { changeSeverity } from '../change-severity.ts';
import { type Digest, type DigestLine, digestCard } from '../digest.ts';
import { isOpen } from '../incident.ts';
import type { Mute } from '../mute.ts';
import type { Held } from '../quiet.ts';
import { splitCrowd } from './crowd.ts';
import { lineOfChange, lineOfIncident } from './digest-lines.ts';
import { type Ending, endingKey, endingsOf, mutesThatEnd, type Released } from './ending.ts';
import { type Fresh, toldInDigest } from './fresh.ts';
import { type Fate, fateOf, type ToldLate } from './held-fate.ts';
import type { Room } from './room.ts';
import { type Scene, tellingIn } from './scene.ts';
import type { TellingChange } from './telling-change.ts';

export type Release = {
  /** Still open: they get messages of their own. */
  readonly fresh: readonly Fresh[];
  readonly digests: readonly Digest[];
  readonly tellings: readonly TellingChange[];
  readonly hold: readonly Held[];
  readonly unhold: readonly string[];
  readonly removeMutes: readonly Mute[];
};

/**
 * What was held and may be told now, in one digest for each thing that held it; few that are still open get cards. In a
 * quiet channel only what has become critical. A channel that cannot be reached waits.
 */
export function releaseHeld(scene: Scene, room: Room): Release {
  if (room.wishes.length === 0) return forget(scene, room);
  const nothing = { fresh: [], digests: [], tellings: [], hold: [], unhold: [], removeMutes: [] };
  if (!room.isReachable) return nothing;
  const fates = room.held.map((held) => ({ held, fate: fateOf(scene, room, held) }));
  const gone = fates.filter(({ fate }) => fate.kind !== 'waits');
  return {
    ...tell(scene, room, fates.flatMap(releasedOf)),
    hold: gone.flatMap(({ held, fate }) => (fate.kind === 'held-on' ? [heldOn(scene, held, fate.why)] : [])),
    unhold: gone.map(({ held }) => held.id),
    removeMutes: mutesThatEnd(scene, room),
  };
}

/** Nobody listens there any more: nobody misses it. */
function forget({ incidents, now }: Scene, { channelId, held, mutes }: Room): Release {
  const unheard = incidents.filter((incident) => tellingIn(incident, channelId)?.form === 'held');
  return {
    fresh: [],
    digests: [],
    tellings: unheard.map(({ id }) => ({ incidentId: id, channelId, telling: undefined })),
    hold: [],
    unhold: held.map(({ id }) => id),
    removeMutes: mutes.filter(({ until }) => until <= now),
  };
}

function releasedOf({ held, fate }: { readonly held: Held; readonly fate: Fate }): readonly Released[] {
  return fate.kind === 'told' ? [{ held, what: fate.what }] : [];
}

/** Named anew: an id that is both put and taken away would stand for two things. */
function heldOn(scene: Scene, held: Held, why: Held['why']): Held {
  const name = held.what.kind === 'incident' ? held.what.incidentId : held.what.change.id;
  return { ...held, id: `${scene.id}.${name}@${held.channelId}`, why };
}

function tell(scene: Scene, room: Room, released: readonly Released[]) {
  const open = released.filter(({ what }) => what.kind === 'incident' && isOpen(what.incident));
  const alone = new Set(splitCrowd(open, scene.rules.digestOver, isCritical).alone);
  const late = released.filter((it) => !alone.has(it));
  const digests = endingsOf(scene, room, released)
    .map((ending, index) => digestOf(scene, room, ending, index, late))
    .filter(({ digest, ending }) => digest.lines.length > 0 || ending.isAnnounced);
  return {
    fresh: [...alone].flatMap(({ what }) => freshOf(room, what)),
    digests: digests.map(({ digest }) => digest),
    tellings: digests.flatMap(({ digest, mine }) => mine.flatMap((it) => toldLate(room, it, digest))),
  };
}

function isCritical({ what }: Released): boolean {
  return what.kind === 'incident' && what.incident.severity === 'critical';
}

function digestOf(scene: Scene, room: Room, ending: Ending, index: number, late: readonly Released[]) {
  const { key, isAnnounced: _, ...told } = ending;
  const mine = late.filter(({ held }) => endingKey(held.why) === key);
  const digest: Digest = {
    id: `${scene.id}.${ending.why}.${index}@${room.channelId}`,
    revision: 1,
    channelId: room.channelId,
    ...told,
    lines: mine.map(({ what }) => lineOf(what)),
  };
  return { ending, digest, mine };
}

function lineOf(what: ToldLate): DigestLine {
  if (what.kind === 'incident') return lineOfIncident(what.incident);
  return lineOfChange(what.change, changeSeverity(what.change));
}

function freshOf({ channelId }: Room, what: ToldLate): readonly Fresh[] {
  if (what.kind === 'change') return [];
  return [{ incident: what.incident, telling: tellingIn(what.incident, channelId) }];
}

/** One that has a message of its own keeps it: what was held was another message about it. */
function toldLate(room: Room, { what }: Released, { id }: Digest): readonly TellingChange[] {
  const { channelId } = room;
  return freshOf(room, what)
    .filter(({ telling }) => telling === undefined || telling.form === 'held')
    .map((fresh) => ({
      incidentId: fresh.incident.id,
      channelId,
      telling: toldInDigest(fresh, channelId, digestCard(id)),
    }));
}
