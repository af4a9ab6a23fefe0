import type { App } from '@slack/bolt';
import { viewIds } from '../action-ids.ts';
import { namedIncident } from '../actions/named-incident.ts';
import { noteInput } from '../blocks/incident/acknowledge.ts';
import { type ChatRefusal, refusalReply } from '../blocks/refusal.ts';
import type { ChatDeps, SharedDeps } from '../chat-deps.ts';
import { textOf } from '../writes/values.ts';
import { type Answered, done, onAnswer, saying, type Verdict } from './on-answer.ts';

/** Somebody says that they have it. The cards of all channels show it. */
export function registerAcknowledgeView(app: App, shared: SharedDeps): void {
  onAnswer(app, viewIds.acknowledge, shared, acknowledge);
}

async function acknowledge({ values, metadata, caller }: Answered, deps: ChatDeps): Promise<Verdict> {
  const named = await namedIncident(caller, metadata, deps);
  if (!named.ok) return refused(named.refusal);
  const { id, acknowledged } = named.value;
  // Somebody else was quicker while the form stood open.
  if (acknowledged && acknowledged.by !== caller.userId) {
    return refused({ code: 'incident-acknowledged', id, by: acknowledged.by, at: acknowledged.at });
  }
  const said = await deps.alerts.acknowledge(caller, id, textOf(values, noteInput));
  return said.ok ? done : refused(said.refusal);
}

function refused(refusal: ChatRefusal): Verdict {
  return saying('Not possible', refusalReply(refusal));
}
