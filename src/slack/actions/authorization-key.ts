import type { App } from '@slack/bolt';
import { viewAuthorizationKey } from '../../usecases/view-authorization-key.ts';
import { actionIds } from '../action-ids.ts';
import { authorizationKeyReply } from '../blocks/authorization-key.ts';
import { CircuitPayload, decode } from '../blocks/payload.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { Reply } from '../blocks/reply.ts';
import type { ChatDeps, SharedDeps } from '../chat-deps.ts';
import { namedCircuit } from './named-circuit.ts';
import { onPress, type Press } from './press.ts';

/** The key of an authorization, to the person who pressed alone. */
export function registerAuthorizationKey(app: App, shared: SharedDeps): void {
  onPress(app, actionIds.authorizationKey, shared, (press, deps) => press.answer(() => showKey(press, deps)));
}

async function showKey(press: Press, deps: ChatDeps): Promise<Reply> {
  const payload = decode(CircuitPayload, press.value);
  if (!payload) return refusalReply({ code: 'button-unreadable' });
  const { circuit: token, name: authorization } = payload;
  const found = await namedCircuit(press, { token, name: '' }, deps);
  if (!found.ok) return refusalReply(found.refusal);
  const { userId, channelId } = press;
  const seen = await viewAuthorizationKey(deps, { userId, channelId }, found.value, authorization);
  return seen.ok
    ? authorizationKeyReply(found.value.circuit, authorization, seen.value)
    : refusalReply(seen.refusal);
}
