import type { App } from '@slack/bolt';
import { viewIds } from '../action-ids.ts';
import { namedIncident } from '../actions/named-incident.ts';
import { assigneeInput } from '../blocks/incident/assign.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { ChatDeps, SharedDeps } from '../chat-deps.ts';
import { userOf } from '../writes/values.ts';
import { type Answered, done, onAnswer, saying, type Verdict } from './on-answer.ts';

/** An incident is given to somebody. */
export function registerAssignView(app: App, shared: SharedDeps): void {
  onAnswer(app, viewIds.assign, shared, assign);
}

async function assign({ values, metadata, caller }: Answered, deps: ChatDeps): Promise<Verdict> {
  const to = userOf(values, assigneeInput);
  if (!/^[UW][A-Z0-9]{2,}$/u.test(to)) {
    return {
      kind: 'problems',
      problems: { [assigneeInput.block]: { code: 'choice-missing', field: 'Who has it' } },
    };
  }
  const named = await namedIncident(caller, metadata, deps);
  if (!named.ok) return saying('Not possible', refusalReply(named.refusal));
  const given = await deps.alerts.assign(caller, named.value.id, to);
  return given.ok ? done : saying('Not possible', refusalReply(given.refusal));
}
