import { isEqual } from '../../equality.ts';
import type { Digest } from '../digest.ts';
import type { Incident, Telling } from '../incident.ts';
import type { Owed } from '../notice.ts';
import { oweCard, oweDigest } from './card.ts';
import { isFollowed, type Reply, replyToCard } from './card-thread.ts';
import { replyToDigest } from './digest-thread.ts';
import { digestView } from './digest-view.ts';
import type { Room } from './room.ts';
import { type Scene, tellingIn } from './scene.ts';

/** What becomes of the messages that stand in a channel: edited without a sound, with a reply in the thread. */
export type Ongoing = {
  readonly digests: readonly Digest[];
  readonly edits: readonly Owed[];
  readonly replies: readonly Reply[];
};

/** `isNews`: told in this look with a fresh message, which says it all. */
export function tellOngoing(scene: Scene, room: Room, isNews: (incident: Incident) => boolean): Ongoing {
  const moved = scene.moved.filter((incident) => !isNews(incident));
  const carded = moved.flatMap((incident) => cardedIn(incident, room.channelId));
  const here = scene.digests.filter(({ channelId }) => channelId === room.channelId);
  const digests = here.filter((digest) => looksOther(scene, digest)).map(nextRevision);
  return {
    digests,
    edits: [
      ...carded.map(({ incident, telling }) => oweCard(scene, room.channelId, incident, telling.card)),
      ...digests.map((digest) => oweDigest(digest, scene.byId, scene.now)),
    ],
    replies: [
      ...carded
        .filter(({ incident }) => isFollowed(scene, room, incident))
        .map(({ incident, telling }) => replyToCard(scene, room, incident, telling)),
      ...here.flatMap((digest) => replyToDigest(scene, room, digest, moved)),
    ],
  };
}

type Carded = { readonly incident: Incident; readonly telling: Telling & { readonly card: string } };

function cardedIn(incident: Incident, channelId: string): readonly Carded[] {
  const telling = tellingIn(incident, channelId);
  const card = telling?.form === 'card' ? telling.card : undefined;
  return telling && card ? [{ incident, telling: { ...telling, card } }] : [];
}

function looksOther({ byId, beforeById, moved }: Scene, digest: Digest): boolean {
  const ids = new Set(moved.map(({ id }) => id));
  if (!digest.lines.some((line) => line.kind === 'incident' && ids.has(line.incidentId))) return false;
  return !isEqual(digestView(digest, byId), digestView(digest, beforeById));
}

function nextRevision(digest: Digest): Digest {
  return { ...digest, revision: digest.revision + 1 };
}
