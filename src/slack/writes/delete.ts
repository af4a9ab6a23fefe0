import { addressOf } from '../../domain/circuit/circuit-id.ts';
import type { KnownCircuit } from '../../domain/circuit/known-circuit.ts';
import type { Reply } from '../blocks/reply.ts';
import type { ChatDeps } from '../chat-deps.ts';
import type { Opener } from './opener.ts';
import { openReview } from './review.ts';

/** There is nothing to fill in: the deletion is reviewed at once, or refused with all that is in its way. */
export async function startDelete(
  { circuit }: KnownCircuit,
  opener: Opener,
  deps: ChatDeps,
): Promise<Reply | undefined> {
  await openReview(opener, opener.caller, { operation: 'delete', target: addressOf(circuit) }, deps);
  return undefined;
}
