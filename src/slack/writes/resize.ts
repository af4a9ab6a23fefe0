import { addressOf } from '../../domain/circuit/circuit-id.ts';
import type { KnownCircuit } from '../../domain/circuit/known-circuit.ts';
import type { ResizeIntent } from '../../domain/operation/intent.ts';
import { resizeOptions } from '../../domain/operation/plans/resize-options.ts';
import { circuitToken } from '../blocks/circuit-token.ts';
import { resizeModal } from '../blocks/forms/resize.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { Reply } from '../blocks/reply.ts';
import type { ChatDeps } from '../chat-deps.ts';
import { formMetadata } from './form.ts';
import { openWhenRead } from './open-when-read.ts';
import type { Opener } from './opener.ts';
import { openReview } from './review.ts';

/** What is wanted of a circuit, where it was said already. */
export type Wanted = Omit<ResizeIntent, 'operation' | 'target'>;

/** Asks in a form for what can be had; where it was said already, it is reviewed at once. */
export async function startResize(
  known: KnownCircuit,
  opener: Opener,
  deps: ChatDeps,
  wanted: Wanted = {},
): Promise<Reply | undefined> {
  const { circuit } = known;
  if (Object.keys(wanted).length > 0) {
    await openReview(
      opener,
      opener.caller,
      { operation: 'resize', target: addressOf(circuit), ...wanted },
      deps,
    );
    return undefined;
  }
  await openWhenRead(opener, deps, async () => {
    const isDirect = circuit.service.kind === 'direct';
    const offers = isDirect ? [] : await deps.writer.offers(circuit.subscriptionId);
    const options = resizeOptions(circuit, offers);
    if (Object.values(options).every((choices) => choices.length === 0)) {
      return refusalReply({ code: 'nothing-to-resize', on: circuit });
    }
    return resizeModal(circuit, options, formMetadata(opener.caller.channelId, circuitToken(circuit.id)));
  });
  return undefined;
}
