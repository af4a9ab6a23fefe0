import { type Digest, digestCard, digestTop } from '../digest.ts';
import type { Incident, IncidentStep } from '../incident.ts';
import { type DigestTurn, type DigestTurnsNotice, type TurnKind, turnKinds } from '../notice.ts';
import { isWorse, type Severity, severities } from '../severity.ts';
import { isFollowed, type Reply } from './card-thread.ts';
import type { Room } from './room.ts';
import { lastStep, newSteps, type Scene, tellingIn } from './scene.ts';

/** One reply in the thread of a digest with what became of its incidents in this look; none when nothing did. */
export function replyToDigest(
  scene: Scene,
  room: Room,
  digest: Digest,
  moved: readonly Incident[],
): readonly Reply[] {
  const { channelId } = room;
  const card = digestCard(digest.id);
  const followed = moved.filter(
    (incident) => tellingIn(incident, channelId)?.card === card && isFollowed(scene, room, incident),
  );
  if (followed.length === 0) return [];
  const turns = followed.flatMap((incident) => turnOf(scene, incident));
  const owed = {
    key: `${card}.turns.${scene.id}@${channelId}`,
    to: { channelId },
    notice: turnsNotice(digest.id, scene.now, turns),
    owedAt: scene.now,
    replyTo: card,
  };
  return [{ owed, changes: followed.flatMap((incident) => toldUpToNow(incident, channelId)) }];
}

function toldUpToNow(incident: Incident, channelId: string) {
  const telling = tellingIn(incident, channelId);
  if (!telling) return [];
  return [{ incidentId: incident.id, channelId, telling: { ...telling, toldStep: lastStep(incident) } }];
}

function turnOf(scene: Scene, incident: Incident): readonly DigestTurn[] {
  const { id, subject, circuit, severity } = incident;
  const step = newSteps(scene, incident).at(-1);
  if (!step) return [];
  const turn = turnKindOf(step, scene.beforeById.get(id)?.severity ?? severity);
  return [{ incidentId: id, subject, ...(circuit ? { circuit } : {}), severity, turn, step }];
}

function turnKindOf({ what }: IncidentStep, before: Severity): TurnKind {
  switch (what.kind) {
    case 'opened':
    case 'reopened':
    case 'bad-again':
      return 'again';
    case 'changed':
      return isWorse(what.severity, before) ? 'worse' : 'other';
    case 'well':
      return 'back';
    case 'resolved':
      return 'over';
    default:
      return 'other';
  }
}

export function turnsNotice(digestId: string, at: number, turns: readonly DigestTurn[]): DigestTurnsNotice {
  const count = (kind: TurnKind) => turns.filter(({ turn }) => turn === kind).length;
  return {
    kind: 'digest-turns',
    digestId,
    at,
    counts: {
      worse: count('worse'),
      again: count('again'),
      back: count('back'),
      over: count('over'),
      other: count('other'),
    },
    top: topTurns(turns),
  };
}

/** What got worse stands before what got better, and the worst of it on top; of what is alike the circuits by name. */
export function topTurns(turns: readonly DigestTurn[]): readonly DigestTurn[] {
  return turns
    .toSorted((a, b) => rankOf(a) - rankOf(b) || compareNames(a.circuit?.name ?? '', b.circuit?.name ?? ''))
    .slice(0, digestTop);
}

function rankOf({ turn, severity }: DigestTurn): number {
  return turnKinds.indexOf(turn) * severities.length - severities.indexOf(severity);
}

function compareNames(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
