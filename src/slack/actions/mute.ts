import type { App } from '@slack/bolt';
import { muteCircuit, unmuteCircuit } from '../../usecases/mute-circuit.ts';
import { actionIds } from '../action-ids.ts';
import { circuitOfToken, circuitToken } from '../blocks/circuit-token.ts';
import { type MuteLength, mutedReply, muteLengths, parseMuteChoice, unmutedReply } from '../blocks/mute.ts';
import { CircuitPayload, decode } from '../blocks/payload.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { Reply } from '../blocks/reply.ts';
import type { ChatDeps } from '../chat-deps.ts';
import { onPress, type Press } from './press.ts';

/** Keeps a circuit quiet in the channel where the button was pressed, and says so to the channel. */
export function registerMute(app: App, deps: ChatDeps): void {
  onPress(app, actionIds.mute, deps, async (press) => {
    const payload = decode(CircuitPayload, press.value);
    await mute(press, deps, payload && { token: payload.circuit, name: payload.name, length: '2h' });
  });
  onPress(app, actionIds.muteFor, deps, async (press) => {
    const choice = parseMuteChoice(press.value);
    await mute(press, deps, choice && { ...choice, name: '' });
  });
  onPress(app, actionIds.unmute, deps, unmute);
}

type Wanted = { readonly token: string; readonly name: string; readonly length: MuteLength };

async function mute(press: Press, deps: ChatDeps, wanted: Wanted | undefined): Promise<void> {
  const { channelId, userId: byUserId } = press;
  if (!wanted || !channelId) return press.answer(async () => refusalReply({ code: 'button-unreadable' }));
  const circuit = circuitOfToken(wanted.token, await deps.store.circuits())?.circuit;
  if (!circuit) return press.answer(async () => refusalReply({ code: 'circuit-gone', name: wanted.name }));
  const { id: circuitId, name: circuitName } = circuit;
  const forMs = muteLengths[wanted.length].ms;
  const muted = await muteCircuit(deps, { channelId, circuitId, circuitName, forMs, byUserId });
  await tellChannel(press, channelId, mutedReply(muted));
}

async function unmute(press: Press, deps: ChatDeps): Promise<void> {
  const payload = decode(CircuitPayload, press.value);
  const { channelId, userId } = press;
  if (!payload || !channelId) return press.answer(async () => refusalReply({ code: 'button-unreadable' }));
  const mutes = await deps.store.mutes();
  const muted = mutes.find(
    (entry) => entry.channelId === channelId && circuitToken(entry.circuitId) === payload.circuit,
  );
  const wasMuted = muted ? await unmuteCircuit(deps, channelId, muted.circuitId) : false;
  const reply = unmutedReply(muted?.circuitName ?? payload.name, userId);
  if (wasMuted) await tellChannel(press, channelId, reply);
  else await press.answer(async () => reply);
}

/** Everybody in the channel must know what is kept quiet; where the bot cannot post, at least the person does. */
async function tellChannel({ client, answer }: Press, channelId: string, reply: Reply): Promise<void> {
  try {
    await client.chat.postMessage({ channel: channelId, unfurl_links: false, unfurl_media: false, ...reply });
  } catch {
    await answer(async () => reply);
  }
}
