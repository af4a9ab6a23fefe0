import type { App } from '@slack/bolt';
import { parseFilter } from '../../domain/circuit/filter.ts';
import { parseWords } from '../../domain/text/words.ts';
import { listIncidents } from '../../usecases/alerts/list-incidents.ts';
import { readDigest } from '../../usecases/alerts/read-digest.ts';
import { actionIds } from '../action-ids.ts';
import { digestAllReply } from '../blocks/incident/digest-all.ts';
import { incidentsReply } from '../blocks/incident/incidents.ts';
import { DigestPayload, decode, IncidentsPayload } from '../blocks/payload.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { Reply } from '../blocks/reply.ts';
import type { ChatDeps, SharedDeps } from '../chat-deps.ts';
import { onPress } from './press.ts';

/** Pages of the list of incidents and of the list behind a digest. */
export function registerIncidentPages(app: App, shared: SharedDeps): void {
  for (const id of [actionIds.incidentsPage, actionIds.incidentsPrevious, actionIds.incidentsAll]) {
    onPress(app, id, shared, (press, deps) =>
      press.answer(() => incidentsPage(press.value, deps), { instead: true }),
    );
  }
  for (const id of [actionIds.digestAll, actionIds.digestPrevious]) {
    onPress(app, id, shared, (press, deps) =>
      press.answer(() => digestPage(press.value, deps), { instead: true }),
    );
  }
}

async function incidentsPage(value: string, deps: ChatDeps): Promise<Reply> {
  const payload = decode(IncidentsPayload, value);
  if (!payload) return refusalReply({ code: 'button-unreadable' });
  const words = parseWords(payload.filter);
  if (!words.ok) return refusalReply(words.refusal);
  const filter = parseFilter(words.value);
  if (!filter.ok) return refusalReply(filter.refusal);
  return incidentsReply(await listIncidents(deps, { filter: filter.value, all: payload.all }, payload.page));
}

async function digestPage(value: string, deps: ChatDeps): Promise<Reply> {
  const payload = decode(DigestPayload, value);
  if (!payload) return refusalReply({ code: 'button-unreadable' });
  const page = await readDigest(deps, payload.digest, payload.page);
  return page ? digestAllReply(page) : refusalReply({ code: 'digest-gone' });
}
