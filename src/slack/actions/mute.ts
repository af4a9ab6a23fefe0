import type { App } from '@slack/bolt';
import { parseCircuitAddress } from '../../domain/circuit/circuit-id.ts';
import type { Caller } from '../../usecases/caller.ts';
import { actionIds } from '../action-ids.ts';
import { circuitToken } from '../blocks/circuit-token.ts';
import { type MuteLength, mutedReply, muteLengths, parseMuteChoice, unmutedReply } from '../blocks/mute.ts';
import { CircuitPayload, decode, MutePayload } from '../blocks/payload.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { Reply } from '../blocks/reply.ts';
import type { ChatDeps, SharedDeps } from '../chat-deps.ts';
import { tellChannel } from '../tell-channel.ts';
import { namedCircuit } from './named-circuit.ts';
import { onPress, type Press } from './press.ts';

/** Keeps a circuit quiet in the channel where the button was pressed, and says so to the channel. */
export function registerMute(app: App, shared: SharedDeps): void {
  onPress(app, actionIds.mute, shared, async (press, deps) => {
    const payload = decode(CircuitPayload, press.value);
    await mute(press, deps, payload && { token: payload.circuit, name: payload.name, length: '2h' });
  });
  onPress(app, actionIds.muteFor, shared, async (press, deps) => {
    const choice = parseMuteChoice(press.value);
    await mute(press, deps, choice && { ...choice, name: '' });
  });
  onPress(app, actionIds.unmute, shared, unmute);
}

type Wanted = { readonly token: string; readonly name: string; readonly length: MuteLength };

async function mute(press: Press, deps: ChatDeps, wanted: Wanted | undefined): Promise<void> {
  const { channelId } = press;
  if (!wanted || !channelId) return press.answer(async () => refusalReply({ code: 'button-unreadable' }));
  const named = await namedCircuit(press, wanted, deps);
  if (!named.ok) return press.answer(async () => refusalReply(named.refusal));
  const { id: circuitId, name: circuitName } = named.value.circuit;
  const until = deps.now() + muteLengths[wanted.length].ms;
  const muted = await deps.alerts.mute(callerOf(press), { channelId, circuitId, circuitName, until });
  await tell(press, channelId, mutedReply(muted));
}

function callerOf({ userId, channelId }: Press): Caller {
  return { userId, channelId };
}

async function unmute(press: Press, deps: ChatDeps): Promise<void> {
  const payload = decode(MutePayload, press.value);
  const { channelId, userId } = press;
  if (!payload || !channelId) return press.answer(async () => refusalReply({ code: 'button-unreadable' }));
  const mutes = await deps.whole.mutes();
  const muted = mutes.find(
    (entry) =>
      entry.channelId === channelId &&
      circuitToken(entry.circuitId) === payload.circuit &&
      entry.kind === payload.kind,
  );
  const address = muted && parseCircuitAddress(muted.circuitId);
  const where = address?.ok ? address.value : undefined;
  const may = await deps.gatekeeper.check(userId, 'read', where);
  if (!may.ok) return press.answer(async () => refusalReply(may.refusal));
  const ended = muted && (await deps.alerts.unmute(callerOf(press), muted));
  const reply = unmutedReply({ circuitName: payload.name, ...muted }, userId);
  if (ended) await tell(press, channelId, reply);
  else await press.answer(async () => reply);
}

/** Everybody in the channel must know what is kept quiet; where the bot cannot post, at least the person does. */
async function tell({ client, answer }: Press, channelId: string, reply: Reply): Promise<void> {
  if (!(await tellChannel(client, channelId, reply))) await answer(async () => reply);
}
