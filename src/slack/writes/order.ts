import type { KnownCircuit } from '../../domain/circuit/known-circuit.ts';
import { circuitToken } from '../blocks/circuit-token.ts';
import { orderModal } from '../blocks/forms/order.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { Reply } from '../blocks/reply.ts';
import type { ChatDeps } from '../chat-deps.ts';
import { formMetadata } from './form.ts';
import type { Opener } from './opener.ts';

/** Asks what was ordered; what is on record stands in the form. */
export async function startOrder(
  known: KnownCircuit,
  { client, triggerId, caller }: Opener,
  _deps: ChatDeps,
): Promise<Reply | undefined> {
  const { id, name, service } = known.circuit;
  if (service.kind === 'direct') return refusalReply({ code: 'order-not-needed', name });
  const view = orderModal(known, formMetadata(caller.channelId, circuitToken(id)));
  await client.views.open({ trigger_id: triggerId, view });
  return undefined;
}
