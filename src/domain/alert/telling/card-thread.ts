import type { Incident, Telling } from '../incident.ts';
import { type IncidentStepsNotice, type Owed, replyStepLimit } from '../notice.ts';
import { isMuted, thingOfIncident } from './hush.ts';
import { isListening, type Room } from './room.ts';
import { lastStep, newSteps, type Scene } from './scene.ts';
import type { TellingChange } from './telling-change.ts';

export type Reply = { readonly owed: Owed; readonly changes: readonly TellingChange[] };

/** Whether the thread of something in this room is told of what the incident did in this look. */
export function isFollowed(scene: Scene, room: Room, incident: Incident): boolean {
  return (
    isListening(room) &&
    newSteps(scene, incident).length > 0 &&
    !isMuted(scene, room, thingOfIncident(incident))
  );
}

/** A reply in the thread of an incident's card, with all steps that the thread does not hold yet: the first ones too. */
export function replyToCard(
  scene: Scene,
  room: Room,
  incident: Incident,
  telling: Telling & { readonly card: string },
): Reply {
  const { channelId } = room;
  const last = lastStep(incident);
  const owed: Owed = {
    key: `${telling.card}.steps.${last}@${channelId}`,
    to: { channelId },
    notice: stepsNotice(incident, telling.toldStep),
    owedAt: scene.now,
    replyTo: telling.card,
  };
  const told = { ...telling, toldStep: last };
  return { owed, changes: [{ incidentId: incident.id, channelId, telling: told }] };
}

function stepsNotice(incident: Incident, toldStep: number): IncidentStepsNotice {
  const { id, subject, circuit } = incident;
  const steps = incident.steps.filter(({ n }) => n > toldStep).slice(-replyStepLimit);
  return {
    kind: 'incident-steps',
    incidentId: id,
    subject,
    ...(circuit ? { circuit } : {}),
    steps,
    omitted: lastStep(incident) - toldStep - steps.length,
  };
}
