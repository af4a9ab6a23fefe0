import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { type Incident, isOpen } from '../../domain/alert/incident.ts';
import { incidentView } from '../../domain/alert/incidents/incident-view.ts';
import { actionIds } from '../action-ids.ts';
import { acknowledgeModal } from '../blocks/incident/acknowledge.ts';
import { assignModal } from '../blocks/incident/assign.ts';
import { type IncidentDeed, parseIncidentChoice } from '../blocks/incident/menu.ts';
import { incidentMuteModal } from '../blocks/incident/mute-form.ts';
import type { MuteLength } from '../blocks/mute.ts';
import { incidentReply } from '../blocks/notice/incident.ts';
import { decode, IncidentPayload } from '../blocks/payload.ts';
import { type ChatRefusal, refusalReply } from '../blocks/refusal.ts';
import type { ChatDeps, SharedDeps } from '../chat-deps.ts';
import { formMetadata } from '../writes/form.ts';
import { muteForIncident } from './mute-incident.ts';
import { namedIncident } from './named-incident.ts';
import { onPress, type Press } from './press.ts';

/** The buttons of an incident. They carry its id and nothing else: who pressed comes from Slack's signed request. */
export function registerIncidentActions(app: App, shared: SharedDeps): void {
  onPress(app, actionIds.showIncident, shared, (press, deps) =>
    withIncident(press, carried(press), deps, (incident) =>
      press.answer(async () => incidentReply(incidentView(incident))),
    ),
  );
  onPress(app, actionIds.acknowledge, shared, (press, deps) =>
    withIncident(press, carried(press), deps, (incident) => acknowledge(press, incident)),
  );
  onPress(app, actionIds.takeIncident, shared, (press, deps) =>
    withIncident(press, carried(press), deps, ({ id }) => take(press, id, deps)),
  );
  onPress(app, actionIds.incidentMenu, shared, (press, deps) => {
    const choice = parseIncidentChoice(press.value);
    return withIncident(press, choice?.incidentId, deps, (incident) =>
      choice ? deeds[choice.deed](press, incident, deps) : Promise.resolve(),
    );
  });
}

function carried({ value }: Press): string | undefined {
  return decode(IncidentPayload, value)?.incident;
}

async function withIncident(
  press: Press,
  id: string | undefined,
  deps: ChatDeps,
  work: (incident: Incident) => Promise<void>,
): Promise<void> {
  const named = await namedIncident(press, id, deps);
  if (named.ok) await work(named.value);
  else await refused(press, named.refusal);
}

function refused({ answer }: Press, refusal: ChatRefusal): Promise<void> {
  return answer(async () => refusalReply(refusal));
}

/** Whoever is not the first is told who is. */
async function acknowledge(press: Press, incident: Incident): Promise<void> {
  const { id, acknowledged } = incident;
  if (!isOpen(incident)) return refused(press, { code: 'incident-over', id });
  if (acknowledged && acknowledged.by !== press.userId) {
    return refused(press, { code: 'incident-acknowledged', id, by: acknowledged.by, at: acknowledged.at });
  }
  await press.ask(acknowledgeModal(incident, formOf(press, id)));
}

async function take(press: Press, id: string, { alerts }: ChatDeps): Promise<void> {
  const { userId, channelId } = press;
  const taken = await alerts.acknowledge({ userId, channelId }, id);
  await press.answer(
    async () => (taken.ok ? incidentReply(incidentView(taken.value)) : refusalReply(taken.refusal)),
    { instead: true },
  );
}

const deeds: Readonly<
  Record<IncidentDeed, (press: Press, incident: Incident, deps: ChatDeps) => Promise<void>>
> = {
  assign: (press, incident) => ask(press, incident, assignModal),
  mutes: (press, incident) =>
    press.channelId && incident.circuit
      ? ask(press, incident, incidentMuteModal)
      : refused(press, { code: 'button-unreadable' }),
  'mute-2h': (press, incident, deps) => muteFor(press, incident, '2h', deps),
  'mute-8h': (press, incident, deps) => muteFor(press, incident, '8h', deps),
  'mute-1d': (press, incident, deps) => muteFor(press, incident, '1d', deps),
};

function ask(
  press: Press,
  incident: Incident,
  modal: (incident: Incident, metadata: string) => ModalView,
): Promise<void> {
  if (!isOpen(incident)) return refused(press, { code: 'incident-over', id: incident.id });
  return press.ask(modal(incident, formOf(press, incident.id)));
}

function muteFor(press: Press, incident: Incident, length: MuteLength, deps: ChatDeps): Promise<void> {
  return muteForIncident(press, incident, length, deps);
}

function formOf({ channelId }: Press, id: string): string {
  return formMetadata(channelId, id);
}
