import type { ModalView } from '@slack/types';
import { addressOf } from '../../domain/circuit/circuit-id.ts';
import type { KnownCircuit } from '../../domain/circuit/known-circuit.ts';
import { servingTarget } from '../../domain/operation/plans/target.ts';
import { readGateways, readLinks } from '../../usecases/read-links.ts';
import { linkModal } from '../blocks/forms/link.ts';
import { linksReply } from '../blocks/links.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { Reply } from '../blocks/reply.ts';
import type { ChatDeps } from '../chat-deps.ts';
import { metadataWithGroups } from './form-circuit.ts';
import { openWhenRead } from './open-when-read.ts';
import type { Opener } from './opener.ts';

/** Shows what is linked and asks for one more. `wanted`: a part of the gateway's name. */
export async function startLink(
  known: KnownCircuit,
  opener: Opener,
  deps: ChatDeps,
  wanted = '',
): Promise<Reply | undefined> {
  await openWhenRead(opener, deps, () => linkForm(known, opener, deps, wanted));
  return undefined;
}

async function linkForm(
  { circuit }: KnownCircuit,
  { caller }: Opener,
  deps: ChatDeps,
  wanted: string,
): Promise<ModalView | Reply> {
  const target = addressOf(circuit);
  const [board, gateways] = await Promise.all([readLinks(deps, target), readGateways(deps)]);
  if (!board) return refusalReply({ code: 'target-gone', name: circuit.name });
  const serving = servingTarget({ operation: 'link', target }, board);
  if (!serving.ok) return linksReply(board, serving.refusal);
  return linkModal({ board, gateways, wanted, metadataFor: metadataWithGroups(caller, target) });
}
