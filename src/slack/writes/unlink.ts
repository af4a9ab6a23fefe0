import type { ModalView } from '@slack/types';
import { addressOf } from '../../domain/circuit/circuit-id.ts';
import type { KnownCircuit } from '../../domain/circuit/known-circuit.ts';
import { isSameName } from '../../domain/circuit/settle.ts';
import type { UnlinkIntent } from '../../domain/operation/intent.ts';
import { type LinkBoard, readLinks } from '../../usecases/read-links.ts';
import { unlinkModal } from '../blocks/forms/unlink.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { Reply } from '../blocks/reply.ts';
import type { ChatDeps } from '../chat-deps.ts';
import { metadataWithGroups } from './form-circuit.ts';
import { openWhenRead } from './open-when-read.ts';
import type { Opener } from './opener.ts';
import { reviewOf } from './review.ts';

/** Asks what is to go; where it was named, and nothing else has that name, it is reviewed at once. */
export async function startUnlink(
  known: KnownCircuit,
  opener: Opener,
  deps: ChatDeps,
  wanted = '',
): Promise<Reply | undefined> {
  await openWhenRead(opener, deps, () => unlinkForm(known, opener, deps, wanted));
  return undefined;
}

async function unlinkForm(
  { circuit }: KnownCircuit,
  { caller }: Opener,
  deps: ChatDeps,
  wanted: string,
): Promise<ModalView | Reply> {
  const target = addressOf(circuit);
  const board = await readLinks(deps, target);
  if (!board) return refusalReply({ code: 'target-gone', name: circuit.name });
  const named = namedIn(board, wanted);
  const [what] = named;
  if (wanted !== '' && !what) {
    return refusalReply({ code: 'connection-gone', on: target, connection: wanted });
  }
  if (what && named.length === 1) return reviewOf(caller, { operation: 'unlink', target, what }, deps);
  return unlinkModal(board, metadataWithGroups(caller, target));
}

/**
 * Connections of that name and, where there is none, the authorization: one that was made for a connection has its
 * name, and can only go after it.
 */
function namedIn({ sight, connections }: LinkBoard, wanted: string): readonly UnlinkIntent['what'][] {
  const ofConnections = connections
    .filter(({ name }) => isSameName(name, wanted))
    .map(({ id, name }) => ({ kind: 'connection', id, name }) as const);
  if (ofConnections.length > 0) return ofConnections;
  return sight.circuit.authorizations
    .filter(({ name }) => isSameName(name, wanted))
    .map(({ name }) => ({ kind: 'authorization', name }));
}
