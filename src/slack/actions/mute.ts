import type { App } from '@slack/bolt';
import type { Circuit } from '../../domain/circuit/circuit.ts';
import { parseCircuitAddress } from '../../domain/circuit/circuit-id.ts';
import { muteCircuit, unmuteCircuit } from '../../usecases/mute-circuit.ts';
import { actionIds } from '../action-ids.ts';
import { circuitOfToken } from '../blocks/circuit-token.ts';
import type { Reply } from '../blocks/kit.ts';
import { mutedReply, muteLengths, parseMuteChoice, unmutedReply } from '../blocks/mute.ts';
import { CircuitPayload, decode } from '../blocks/payload.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { ChatDeps } from '../chat-deps.ts';
import { onPress, type Press } from './press.ts';

/** Keeps a circuit quiet in the channel where the button was pressed, and says so to the channel. */
export function registerMute(app: App, deps: ChatDeps): void {
  onPress(app, actionIds.mute, deps, async (press) => {
    const payload = decode(CircuitPayload, press.value);
    const address = parseCircuitAddress(payload?.id ?? '');
    const known = address.ok ? await deps.store.circuit(address.value.id) : undefined;
    await mute(press, deps, known?.circuit, muteLengths['2h'].ms, payload?.name ?? '');
  });
  onPress(app, actionIds.muteFor, deps, async (press) => {
    const choice = parseMuteChoice(press.value);
    const known = choice && circuitOfToken(choice.token, await deps.store.circuits());
    await mute(press, deps, known?.circuit, choice ? muteLengths[choice.length].ms : 0, '');
  });
  onPress(app, actionIds.unmute, deps, unmute);
}

async function mute(
  press: Press,
  deps: ChatDeps,
  circuit: Circuit | undefined,
  forMs: number,
  name: string,
): Promise<void> {
  const { channelId, userId } = press;
  if (!circuit || !channelId) return press.answer(async () => refusalReply({ code: 'circuit-gone', name }));
  const muted = await muteCircuit(deps, {
    channelId,
    circuitId: circuit.id,
    circuitName: circuit.name,
    forMs,
    byUserId: userId,
  });
  await tellChannel(press, channelId, mutedReply(muted));
}

async function unmute(press: Press, deps: ChatDeps): Promise<void> {
  const payload = decode(CircuitPayload, press.value);
  const address = parseCircuitAddress(payload?.id ?? '');
  const { channelId, userId } = press;
  if (!address.ok || !payload || !channelId) {
    return press.answer(async () => refusalReply({ code: 'button-unreadable' }));
  }
  const wasMuted = await unmuteCircuit(deps, channelId, address.value.id);
  const reply = unmutedReply(payload.name, userId);
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
