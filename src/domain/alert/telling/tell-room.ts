import type { Digest } from '../digest.ts';
import type { Incident } from '../incident.ts';
import type { Mute } from '../mute.ts';
import type { Owed } from '../notice.ts';
import type { Held } from '../quiet.ts';
import { oweDigest } from './card.ts';
import { freshIncidents } from './fresh.ts';
import { tellNews } from './news.ts';
import { tellOngoing } from './ongoing.ts';
import { plainChanges } from './plain-changes.ts';
import { releaseHeld } from './release.ts';
import type { Room } from './room.ts';
import { type Scene, tellingIn } from './scene.ts';
import type { TellingChange } from './telling-change.ts';

export type RoomTold = {
  readonly tellings: readonly TellingChange[];
  readonly digests: readonly Digest[];
  readonly hold: readonly Held[];
  readonly unhold: readonly string[];
  readonly removeMutes: readonly Mute[];
  /** In the order in which it is to be read: what stands, what was held, what is new, and replies below it. */
  readonly owe: readonly Owed[];
};

export function tellRoom(scene: Scene, room: Room): RoomTold {
  const release = releaseHeld(scene, room);
  const begun = freshIncidents(scene, room);
  const fresh = [...release.fresh, ...begun.fresh];
  const freshIds = new Set(fresh.map(({ incident }) => incident.id));
  const heldIds = new Set(begun.tellings.map(({ incidentId }) => incidentId));
  const isNews = ({ id }: Incident) => freshIds.has(id);
  const plain = plainChanges(
    scene,
    room,
    (incident) =>
      isNews(incident) || heldIds.has(incident.id) || tellingIn(incident, room.channelId) !== undefined,
  );
  const news = tellNews(scene, room, fresh, plain.tell);
  const ongoing = tellOngoing(scene, room, isNews);
  return {
    tellings: [
      ...release.tellings,
      ...begun.tellings,
      ...news.tellings,
      ...ongoing.replies.flatMap(({ changes }) => changes),
    ],
    digests: [...ongoing.digests, ...release.digests, ...news.digests],
    hold: [...release.hold, ...begun.hold, ...plain.hold],
    unhold: release.unhold,
    removeMutes: release.removeMutes,
    owe: [
      ...ongoing.edits,
      ...release.digests.map((digest) => oweDigest(digest, scene.byId, scene.now)),
      ...news.owe,
      ...ongoing.replies.map(({ owed }) => owed),
    ],
  };
}
