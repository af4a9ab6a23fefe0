import type { Incident } from '../../domain/alert/incident.ts';
import { answer, type Result, refuse } from '../../domain/result.ts';
import { checkPermission } from '../../usecases/access/check-permission.ts';
import type { Caller } from '../../usecases/caller.ts';
import type { ChatRefusal } from '../blocks/refusal.ts';
import type { ChatDeps } from '../chat-deps.ts';

/** The incident that a button or a form names, if this person may look at its circuit. */
export async function namedIncident(
  { userId, channelId }: Caller,
  id: string | undefined,
  deps: ChatDeps,
): Promise<Result<Incident, ChatRefusal>> {
  if (!id) return refuse({ code: 'button-unreadable' });
  const incident = await deps.whole.incident(id);
  if (!incident || incident.state === 'pending') return refuse({ code: 'incident-unknown', id });
  const may = await checkPermission(deps, { userId, channelId }, 'read', incident.circuit);
  return may.ok ? answer(incident) : may;
}
