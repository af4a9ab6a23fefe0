import type { ModalView } from '@slack/types';
import { addressOf } from '../../domain/circuit/circuit-id.ts';
import type { KnownCircuit } from '../../domain/circuit/known-circuit.ts';
import { type RemovePeeringIntent, settablePeerings } from '../../domain/operation/intent.ts';
import { notProvisioned, peeringTarget } from '../../domain/operation/plans/peering-target.ts';
import { isRoutingByProvider, peeringOf } from '../../domain/peering/ground.ts';
import { parsePeeringType } from '../../domain/peering/peering.ts';
import type { PeeringWish } from '../../domain/peering/wish.ts';
import { circuitToken } from '../blocks/circuit-token.ts';
import { peeringModal } from '../blocks/forms/peering.ts';
import { peeringChoiceModal } from '../blocks/forms/peering-choice.ts';
import { peeringPayload } from '../blocks/forms/peering-payload.ts';
import { peeringRemovalModal } from '../blocks/forms/peering-removal.ts';
import { replyModal, waitingModal } from '../blocks/modals.ts';
import { type ChatRefusal, refusalReply } from '../blocks/refusal.ts';
import type { Reply } from '../blocks/reply.ts';
import type { ChatDeps } from '../chat-deps.ts';
import { troubleReply } from '../trouble.ts';
import { fillWaiting, type OpenModal } from './fill-waiting.ts';
import { formMetadata } from './form.ts';
import type { Opener } from './opener.ts';
import { reviewOf } from './review.ts';

const anything: PeeringWish = { peering: undefined, remove: false };

/** What memory already says against it is said at once; otherwise Azure is read while a modal waits. */
export async function startPeering(
  known: KnownCircuit,
  { client, triggerId, caller }: Opener,
  deps: ChatDeps,
  wish = anything,
): Promise<Reply | undefined> {
  const refusal = notProvisioned(known.circuit) ?? retired(known, wish);
  if (refusal) return refusalReply(refusal);
  const opened = await client.views.open({ trigger_id: triggerId, view: waitingModal() });
  const viewId = opened.view?.id;
  if (viewId) await goOnWithPeering({ client, viewId, caller }, known, deps, wish);
  return undefined;
}

function retired({ circuit }: KnownCircuit, { peering, remove }: PeeringWish): ChatRefusal | undefined {
  return peering === 'AzurePublicPeering' && !remove ? { code: 'peering-retired', on: circuit } : undefined;
}

type Going = OpenModal & Pick<Opener, 'caller'>;

/** Fills the modal with what comes next: the choice, the form, or the review of a removal. */
export async function goOnWithPeering(
  { caller, ...modal }: Going,
  known: KnownCircuit,
  deps: ChatDeps,
  wish: PeeringWish,
): Promise<void> {
  const { circuit, order } = known;
  if (wish.remove && wish.peering && !isRoutingByProvider({ circuit, order }))
    return fillWaiting(modal, await reviewOf(caller, removalOf(known, wish.peering, false), deps));
  const shown = await nextView(known, deps, wish, caller.channelId).catch((error: unknown) =>
    troubleReply(error, deps.log),
  );
  const view = 'type' in shown ? shown : replyModal('Not possible', shown);
  await fillWaiting(modal, view);
}

export function removalOf(
  { circuit }: KnownCircuit,
  peering: string,
  overrideLayer3: boolean,
): RemovePeeringIntent {
  return { operation: 'peering', deed: 'remove', target: addressOf(circuit), peering, overrideLayer3 };
}

/** From what Azure says now, so that the form holds what is set now and not what was at the last poll. */
async function nextView(
  known: KnownCircuit,
  deps: ChatDeps,
  { peering, remove }: PeeringWish,
  channelId: string | undefined,
): Promise<ModalView | Reply> {
  const target = addressOf(known.circuit);
  const sight = await deps.writer.readCircuit(target);
  const looked = peeringTarget({ operation: 'peering', target, peering: peering ?? '' }, { sight });
  if (!looked.ok) return refusalReply(looked.refusal);
  const { circuit } = looked.value;
  if (!peering) {
    const metadata = formMetadata(channelId, circuitToken(circuit.id));
    return peeringChoiceModal(circuit, metadata, remove ? 'remove' : undefined);
  }
  const metadata = formMetadata(channelId, peeringPayload(circuit, peering));
  if (remove) {
    return peeringOf(circuit, peering)
      ? peeringRemovalModal(circuit, parsePeeringType(peering), metadata)
      : refusalReply({ code: 'peering-absent', on: circuit, peering });
  }
  const settable = settablePeerings.find((one) => one === peering);
  if (!settable) return refusalReply({ code: 'peering-retired', on: circuit });
  const byProvider = isRoutingByProvider({ circuit, order: known.order });
  return peeringModal({ circuit, peering: settable, byProvider, metadata });
}
