import { bumpLimit, type Incident, type Telling } from '../incident.ts';
import type { Held } from '../quiet.ts';
import { isWorse, type Severity, worst } from '../severity.ts';
import { wantsIncident } from '../subscription.ts';
import { cardName } from './card.ts';
import { hushOf, thingOfIncident } from './hush.ts';
import { isListening, type Room } from './room.ts';
import { lastStep, newSteps, type Scene, tellingIn } from './scene.ts';
import type { TellingChange } from './telling-change.ts';
import { isTurnForTheWorse } from './turn-for-the-worse.ts';

/** An incident that a channel is to be told of with a message of its own. `telling`: how it knows of it already. */
export type Fresh = { readonly incident: Incident; readonly telling: Telling | undefined };

export type FreshIncidents = {
  readonly fresh: readonly Fresh[];
  readonly hold: readonly Held[];
  /** Of those held that the channel knows nothing of. */
  readonly tellings: readonly TellingChange[];
};

/**
 * Incidents that the look makes news in a channel: those that it has not heard of, that were over and are back, or that
 * are worse than all that was told. What waits there already goes on waiting.
 */
export function freshIncidents(scene: Scene, room: Room): FreshIncidents {
  if (!isListening(room)) return { fresh: [], hold: [], tellings: [] };
  const waiting = new Set(room.held.map(({ what }) => what.kind === 'incident' && what.incidentId));
  const due = scene.incidents
    .map((incident) => ({ incident, telling: tellingIn(incident, room.channelId) }))
    .filter((fresh) => isNews(scene, room, fresh) && !waiting.has(fresh.incident.id))
    .filter(({ incident }) => isWanted(room, incident))
    .map((fresh) => ({ fresh, why: hushOf(scene, room, thingOfIncident(fresh.incident)) }));
  const held = due.flatMap(({ fresh, why }) => (why ? [{ fresh, why }] : []));
  return {
    fresh: due.flatMap(({ fresh, why }) => (why ? [] : [fresh])),
    hold: held.map(({ fresh, why }) => heldIncident(scene, room, fresh.incident, why)),
    tellings: held.flatMap(({ fresh }) => toldLater(room, fresh)),
  };
}

export function isWanted({ wishes }: Room, incident: Incident): boolean {
  return wishes.some((wish) => wantsIncident(wish, incident));
}

function heldIncident(scene: Scene, room: Room, { id }: Incident, why: Held['why']): Held {
  const { channelId } = room;
  const what = { kind: 'incident', incidentId: id } as const;
  return { id: `${scene.id}.${id}@${channelId}`, channelId, at: scene.now, why, what };
}

function isNews(scene: Scene, { channelId }: Room, { incident, telling }: Fresh): boolean {
  if (incident.state !== 'open') return false;
  if (!telling) return scene.backIn === channelId || rises(scene, incident);
  const isNew = isBack(scene, incident) || isWorse(incident.severity, telling.toldSeverity);
  return isNew && mayBump(telling, incident.severity);
}

/**
 * Something got bad in this look. Who begins to listen later is told of the next turn for the worse, but at once where
 * Trunkline is blind: silence would be taken for health.
 */
function rises(scene: Scene, incident: Incident): boolean {
  if (incident.subject.kind === 'blind') return true;
  const before = scene.beforeById.get(incident.id);
  return newSteps(scene, incident).some(({ what }) => isTurnForTheWorse(what, before));
}

function isBack({ beforeById }: Scene, { id, reopened }: Incident): boolean {
  const before = beforeById.get(id);
  return before !== undefined && reopened > before.reopened;
}

/** The last one is kept for the day on which it gets critical. */
function mayBump({ bumps, toldSeverity }: Telling, severity: Severity): boolean {
  const isKept = severity !== 'critical' && toldSeverity !== 'critical';
  return bumps < bumpLimit - (isKept ? 1 : 0);
}

/** What the channel knows when the incident has a message of its own there. */
export function toldAsCard(
  { incident, telling }: Fresh,
  channelId: string,
): Telling & { readonly card: string } {
  const bumps = isTold(telling) ? telling.bumps + 1 : 0;
  return {
    channelId,
    form: 'card',
    card: cardName(incident.id, bumps, channelId),
    bumps,
    toldSeverity: isTold(telling) ? worst(telling.toldSeverity, incident.severity) : incident.severity,
    toldStep: telling?.toldStep ?? 0,
  };
}

/** What it knows when it is a line of a digest. */
export function toldInDigest({ incident, telling }: Fresh, channelId: string, card: string): Telling {
  return {
    ...toldAsCard({ incident, telling }, channelId),
    form: 'digest',
    card,
    toldStep: lastStep(incident),
  };
}

/** Nothing, while it is held; of what stands there already, what it knew. */
function toldLater({ channelId }: Room, { incident, telling }: Fresh): readonly TellingChange[] {
  if (telling) return [];
  const untold: Telling = { channelId, form: 'held', bumps: 0, toldSeverity: 'info', toldStep: 0 };
  return [{ incidentId: incident.id, channelId, telling: untold }];
}

function isTold(telling: Telling | undefined): telling is Telling {
  return telling !== undefined && telling.form !== 'held';
}
