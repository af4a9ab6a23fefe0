import type { App } from '@slack/bolt';
import type { Incident } from '../../domain/alert/incident.ts';
import { kindsOf } from '../../domain/alert/subject.ts';
import type { ChangeKind } from '../../domain/circuit/changes.ts';
import { viewIds } from '../action-ids.ts';
import { namedIncident } from '../actions/named-incident.ts';
import { allKinds, endOfMute, muteInputs } from '../blocks/incident/mute-form.ts';
import { type MuteLength, mutedReply, muteLengths, parseMuteLength, unmutedReply } from '../blocks/mute.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { Reply } from '../blocks/reply.ts';
import type { ChatDeps, SharedDeps } from '../chat-deps.ts';
import { tellChannel } from '../tell-channel.ts';
import { chosenOf, type FormValues } from '../writes/values.ts';
import { type Answered, done, onAnswer, saying, type Verdict } from './on-answer.ts';

/** What a channel is not told of an incident's circuit, for how long; or that it is told again. */
export function registerIncidentMuteView(app: App, shared: SharedDeps): void {
  onAnswer(app, viewIds.incidentMute, shared, mute);
}

async function mute(answered: Answered, deps: ChatDeps): Promise<Verdict> {
  const { values, metadata, caller, client } = answered;
  const named = await namedIncident(caller, metadata, deps);
  if (!named.ok) return saying('Not possible', refusalReply(named.refusal));
  const chosen = readMute(values, named.value);
  const { channelId } = caller;
  if (!chosen || !channelId) return saying('Not possible', refusalReply({ code: 'button-unreadable' }));
  const kept = await keep(named.value, channelId, chosen, answered, deps);
  if (!kept.isNews) return saying('Mute', kept.reply);
  return (await tellChannel(client, channelId, kept.reply)) ? done : saying('Mute', kept.reply);
}

type Chosen = { readonly kind: ChangeKind | undefined; readonly length: MuteLength | typeof endOfMute };

/** `isNews`: everybody in the channel is to know it. */
type Kept = { readonly isNews: boolean; readonly reply: Reply };

async function keep(
  { id: incidentId, circuit }: Incident,
  channelId: string,
  { kind, length }: Chosen,
  { caller }: Answered,
  { alerts, now }: ChatDeps,
): Promise<Kept> {
  if (!circuit) return { isNews: false, reply: refusalReply({ code: 'button-unreadable' }) };
  const of = { channelId, circuitId: circuit.id, circuitName: circuit.name, ...(kind ? { kind } : {}) };
  if (length !== endOfMute) {
    const ask = { ...of, until: now() + muteLengths[length].ms, incidentId };
    return { isNews: true, reply: mutedReply(await alerts.mute(caller, ask)) };
  }
  return (await alerts.unmute(caller, of))
    ? { isNews: true, reply: unmutedReply(of, caller.userId) }
    : { isNews: false, reply: refusalReply({ code: 'not-muted', name: circuit.name }) };
}

/** Undefined: it is no form of ours. */
function readMute(values: FormValues, { subject }: Incident): Chosen | undefined {
  const what = chosenOf(values, muteInputs.what);
  const kind = kindsOf(subject).find((one) => one === what);
  const asked = chosenOf(values, muteInputs.length);
  const length = asked === endOfMute ? endOfMute : parseMuteLength(asked);
  return (kind || what === allKinds) && length ? { kind, length } : undefined;
}
