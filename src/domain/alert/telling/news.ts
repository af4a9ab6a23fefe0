import { type Digest, digestCard } from '../digest.ts';
import type { Owed } from '../notice.ts';
import { catchUpNotice, changeKey } from '../owe.ts';
import { oweCard, oweDigest, oweMovedCard } from './card.ts';
import { splitCrowd } from './crowd.ts';
import { lineOfChange, lineOfIncident } from './digest-lines.ts';
import { type Fresh, toldAsCard, toldInDigest } from './fresh.ts';
import type { PlainChange } from './plain-changes.ts';
import type { Room } from './room.ts';
import type { Scene } from './scene.ts';
import type { TellingChange } from './telling-change.ts';

/** What a channel is told now with messages of their own. */
export type News = {
  readonly digests: readonly Digest[];
  readonly tellings: readonly TellingChange[];
  readonly owe: readonly Owed[];
};

type Item =
  | { readonly kind: 'incident'; readonly fresh: Fresh }
  | { readonly kind: 'change'; readonly plain: PlainChange };

/** Each by itself, or in one digest where they are many; after a time away all plain changes in one message. */
export function tellNews(
  scene: Scene,
  room: Room,
  incidents: readonly Fresh[],
  changes: readonly PlainChange[],
): News {
  const plain = scene.gathered ? [] : changes;
  const items: readonly Item[] = [
    ...incidents.map((fresh) => ({ kind: 'incident', fresh }) as const),
    ...plain.map((plain) => ({ kind: 'change', plain }) as const),
  ];
  const { alone, together } = splitCrowd(items, scene.rules.digestOver, isCritical);
  const parts = [
    ...(together.length > 0 ? [tellStorm(scene, room, together)] : []),
    ...alone.map((item) => tellAlone(scene, room, item)),
  ];
  return {
    digests: parts.flatMap(({ digests }) => digests),
    tellings: parts.flatMap(({ tellings }) => tellings),
    owe: [...parts.flatMap(({ owe }) => owe), ...catchUp(scene, room, changes)],
  };
}

function isCritical(item: Item): boolean {
  return item.kind === 'incident' && item.fresh.incident.severity === 'critical';
}

function tellAlone(scene: Scene, room: Room, item: Item): News {
  if (item.kind === 'change') return { digests: [], tellings: [], owe: [oweChange(scene, room, item.plain)] };
  const { fresh } = item;
  const { channelId } = room;
  const telling = toldAsCard(fresh, channelId);
  return {
    digests: [],
    tellings: [{ incidentId: fresh.incident.id, channelId, telling }],
    owe: [oweCard(scene, channelId, fresh.incident, telling.card), ...movedOn(scene, room, fresh)],
  };
}

function oweChange({ now }: Scene, { channelId }: Room, { change, cause }: PlainChange): Owed {
  return {
    key: changeKey(change.id, channelId),
    to: { channelId },
    notice: { kind: 'change', change, ...(cause ? { cause } : {}) },
    owedAt: now,
  };
}

function movedOn(scene: Scene, { channelId }: Room, { incident, telling }: Fresh): readonly Owed[] {
  if (telling?.form !== 'card' || !telling.card) return [];
  return [oweMovedCard(scene, channelId, incident, telling.card)];
}

function tellStorm(scene: Scene, room: Room, items: readonly Item[]): News {
  const { channelId } = room;
  const digest: Digest = {
    id: `${scene.id}.storm@${channelId}`,
    revision: 1,
    channelId,
    why: 'storm',
    since: scene.now,
    until: scene.now,
    lines: items.map(lineOf),
  };
  const incidents = items.flatMap((item) => (item.kind === 'incident' ? [item.fresh] : []));
  return {
    digests: [digest],
    tellings: incidents.map((fresh) => ({
      incidentId: fresh.incident.id,
      channelId,
      telling: toldInDigest(fresh, channelId, digestCard(digest.id)),
    })),
    owe: [
      oweDigest(digest, scene.byId, scene.now),
      ...incidents.flatMap((fresh) => movedOn(scene, room, fresh)),
    ],
  };
}

function lineOf(item: Item) {
  if (item.kind === 'incident') return lineOfIncident(item.fresh.incident);
  return lineOfChange(item.plain.change, item.plain.severity);
}

function catchUp(
  { id, gathered }: Scene,
  { channelId }: Room,
  plain: readonly PlainChange[],
): readonly Owed[] {
  if (!gathered || plain.length === 0) return [];
  const changes = plain.map(({ change }) => change);
  return [
    {
      key: `${id}.catch-up@${channelId}`,
      to: { channelId },
      notice: catchUpNotice('away', changes, gathered),
      owedAt: gathered.until,
    },
  ];
}
