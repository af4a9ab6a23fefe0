import type { Instant } from '../../instant.ts';
import { type Digest, digestCard } from '../digest.ts';
import { type Incident, incidentCard } from '../incident.ts';
import { incidentView } from '../incidents/incident-view.ts';
import type { IncidentView, Owed } from '../notice.ts';
import { digestView } from './digest-view.ts';
import type { Scene } from './scene.ts';
import { windowOf } from './window.ts';

/** Unique in all channels, because the key by which a message is found again must be. */
export function cardName(incidentId: string, bumps: number, channelId: string): string {
  return `${incidentCard(incidentId, bumps)}@${channelId}`;
}

/** The incident as it stands now, as a version of its card. */
export function oweCard(scene: Scene, channelId: string, incident: Incident, card: string): Owed {
  const version = `${card}.${incident.revision}@${channelId}`;
  return owedCard(scene, channelId, card, version, incidentView(incident, duringOf(scene, incident)));
}

/** The last version of a card: the incident goes on in a newer message. */
export function oweMovedCard(scene: Scene, channelId: string, incident: Incident, card: string): Owed {
  const view = incidentView(incident, { ...duringOf(scene, incident), isMoved: true });
  return owedCard(scene, channelId, card, `${card}.moved@${channelId}`, view);
}

function owedCard({ now }: Scene, channelId: string, card: string, key: string, view: IncidentView): Owed {
  return { key, to: { channelId }, notice: { kind: 'incident', view }, owedAt: now, card };
}

function duringOf(scene: Scene, { circuit }: Incident): Pick<IncidentView, 'during'> {
  const window = windowOf(scene, circuit);
  return window ? { during: { windowId: window.id, note: window.note, until: window.until } } : {};
}

/** A version of a digest's card. */
export function oweDigest(digest: Digest, byId: ReadonlyMap<string, Incident>, owedAt: Instant): Owed {
  const { id, revision, channelId } = digest;
  const card = digestCard(id);
  return {
    key: `${card}.${revision}@${channelId}`,
    to: { channelId },
    notice: { kind: 'digest', view: digestView(digest, byId) },
    owedAt,
    card,
  };
}
