import type { App } from '@slack/bolt';
import { checkPermission } from '../../usecases/access/check-permission.ts';
import { actionIds } from '../action-ids.ts';
import { circuitToken } from '../blocks/circuit-token.ts';
import { authorizeModal } from '../blocks/forms/authorize.ts';
import { type ChatRefusal, refusalReply } from '../blocks/refusal.ts';
import type { ChatDeps, SharedDeps } from '../chat-deps.ts';
import { formMetadata, parseFormMetadata } from '../writes/form.ts';
import { namedCircuit } from './named-circuit.ts';
import { onPress, type Press } from './press.ts';

/**
 * An authorization for somebody else is wanted: its name is asked for, above the list of links. The button carries what
 * the list carries, with the channel in which it was asked for: a press in a modal has none of its own.
 */
export function registerAuthorize(app: App, shared: SharedDeps): void {
  onPress(app, actionIds.authorize, shared, ask);
}

async function ask(press: Press, deps: ChatDeps): Promise<void> {
  const refused = (refusal: ChatRefusal) => press.answer(async () => refusalReply(refusal));
  const { channelId, metadata } = parseFormMetadata(press.value);
  const [token = ''] = metadata.split('\n');
  const found = await namedCircuit(press, { token, name: '' }, deps);
  if (!found.ok) return refused(found.refusal);
  const { circuit } = found.value;
  const leave = await checkPermission(deps, { userId: press.userId, channelId }, 'link', circuit);
  if (!leave.ok) return refused(leave.refusal);
  await press.ask(authorizeModal(circuit, formMetadata(channelId, circuitToken(circuit.id))));
}
