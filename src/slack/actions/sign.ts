import type { App } from '@slack/bolt';
import { actionIds } from '../action-ids.ts';
import { decode } from '../blocks/payload.ts';
import { refusalReply } from '../blocks/refusal.ts';
import { SignPayload } from '../blocks/validation/sign-payload.ts';
import type { ChatDeps, SharedDeps } from '../chat-deps.ts';
import { startSigning } from '../writes/sign.ts';
import { namedCircuit } from './named-circuit.ts';
import { onPress, type Press } from './press.ts';

/** “Sign…” beside a prefix. */
export function registerSign(app: App, shared: SharedDeps): void {
  onPress(app, actionIds.sign, shared, begin);
}

async function begin(press: Press, deps: ChatDeps): Promise<void> {
  const payload = decode(SignPayload, press.value);
  if (!payload) return press.answer(async () => refusalReply({ code: 'button-unreadable' }));
  const found = await namedCircuit(press, { token: payload.circuit, name: '' }, deps);
  if (!found.ok) return press.answer(async () => refusalReply(found.refusal));
  const { userId, channelId, client, triggerId } = press;
  await startSigning(found.value, { client, triggerId, caller: { userId, channelId } }, deps, payload.prefix);
}
