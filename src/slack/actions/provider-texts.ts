import type { App } from '@slack/bolt';
import { handOverKey } from '../../usecases/hand-over-key.ts';
import { actionIds } from '../action-ids.ts';
import { deprovisionTextReply, type ProviderText, reenableTextReply } from '../blocks/hand-over.ts';
import { CircuitPayload, decode } from '../blocks/payload.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { Reply } from '../blocks/reply.ts';
import type { ChatDeps, SharedDeps } from '../chat-deps.ts';
import { namedCircuit } from './named-circuit.ts';
import { onPress, type Press } from './press.ts';

/** Texts for the provider, to the person who pressed alone: the service key is in them for those who may see it. */
export function registerProviderTexts(app: App, shared: SharedDeps): void {
  onPress(app, actionIds.handover, shared, (press, deps) =>
    press.answer(() => providerText(press, deps, deprovisionTextReply)),
  );
  onPress(app, actionIds.reenable, shared, (press, deps) =>
    press.answer(() => providerText(press, deps, reenableTextReply)),
  );
}

async function providerText(
  press: Press,
  deps: ChatDeps,
  textReply: (text: ProviderText) => Reply,
): Promise<Reply> {
  const payload = decode(CircuitPayload, press.value);
  if (!payload) return refusalReply({ code: 'button-unreadable' });
  const found = await namedCircuit(press, { token: payload.circuit, name: payload.name }, deps);
  if (!found.ok) return refusalReply(found.refusal);
  const { userId, channelId } = press;
  const key = await handOverKey(deps, { userId, channelId }, found.value);
  return textReply({ known: found.value, key });
}
