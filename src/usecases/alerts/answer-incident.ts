import type { Incident } from '../../domain/alert/incident.ts';
import { acknowledge, assign } from '../../domain/alert/incidents/people.ts';
import type { AuditEntry } from '../../domain/audit/entry.ts';
import type { Instant } from '../../domain/instant.ts';
import { answer, type Result, refuse } from '../../domain/result.ts';
import { auditEntryOf } from '../access/check-permission.ts';
import type { Caller } from '../caller.ts';
import type { AlertRefusal } from './alert-desk.ts';
import type { DeskDeps } from './desk-deps.ts';
import { settleAlerts } from './settle-alerts.ts';

/** Who has it already is told so, by name; somebody else may take it over. */
export function acknowledgeIncident(
  deps: DeskDeps,
  caller: Caller,
  id: string,
  note?: string,
): Promise<Result<Incident, AlertRefusal>> {
  const { userId: by } = caller;
  return answerIncident(deps, caller, id, (incident, at): Result<Answered, AlertRefusal> => {
    const { acknowledged } = incident;
    if (acknowledged?.by === by && (note === undefined || note === acknowledged.note)) {
      return refuse({ code: 'incident-acknowledged', id, by, at: acknowledged.at });
    }
    const said = { by, at, ...(note ? { note } : {}) };
    return answer({ after: acknowledge(incident, said), act: 'acknowledge', note });
  });
}

export function assignIncident(
  deps: DeskDeps,
  caller: Caller,
  id: string,
  to: string,
): Promise<Result<Incident, AlertRefusal>> {
  return answerIncident(deps, caller, id, (incident, at) =>
    answer({
      after: assign(incident, { to, by: caller.userId, at }),
      act: 'assign',
      note: `to ${to}`,
    } satisfies Answered),
  );
}

type Answered = {
  readonly after: Incident;
  readonly act: AuditEntry['act'];
  readonly note: string | undefined;
};

async function answerIncident(
  deps: DeskDeps,
  caller: Caller,
  id: string,
  work: (incident: Incident, at: Instant) => Result<Answered, AlertRefusal>,
): Promise<Result<Incident, AlertRefusal>> {
  const at = deps.now();
  const incident = await deps.store.incident(id);
  if (!incident || incident.state === 'pending') return refuse({ code: 'incident-unknown', id });
  if (incident.state === 'resolved') return refuse({ code: 'incident-over', id });
  const answered = work(incident, at);
  if (!answered.ok) return answered;
  const { after, act, note } = answered.value;
  const entry = auditEntryOf(deps, caller, act, incident.circuit);
  const audit = [{ ...entry, note: [id, note].filter(Boolean).join(': ') }];
  await settleAlerts(deps, { id: deps.newId(), at, moved: [after], remember: { audit } });
  return answer(after);
}
