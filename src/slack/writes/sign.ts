import type { KnownCircuit } from '../../domain/circuit/known-circuit.ts';
import type { Caller } from '../../usecases/caller.ts';
import { listPrefixes } from '../../usecases/validation/read-prefixes.ts';
import { viewValidationId } from '../../usecases/validation/view-validation-id.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { Reply } from '../blocks/reply.ts';
import { signModal } from '../blocks/validation/sign-form.ts';
import { signListReply } from '../blocks/validation/sign-list.ts';
import { signPayload } from '../blocks/validation/sign-payload.ts';
import type { ChatDeps } from '../chat-deps.ts';
import { formMetadata } from './form.ts';
import { openWhenRead } from './open-when-read.ts';
import type { Opener } from './opener.ts';

/** The prefixes and how each stands, as an answer to this person alone. */
export async function showPrefixes(known: KnownCircuit, caller: Caller, deps: ChatDeps): Promise<Reply> {
  const listed = await listPrefixes(deps, caller, known);
  return listed.ok ? signListReply(known.circuit, listed.value) : refusalReply(listed.refusal);
}

/** All that it takes to sign this prefix, in a modal: nobody else sees one. */
export async function startSigning(
  known: KnownCircuit,
  opener: Opener,
  deps: ChatDeps,
  asked: string,
): Promise<undefined> {
  await openWhenRead(opener, deps, async () => {
    const seen = await viewValidationId(deps, opener.caller, known, asked);
    if (!seen.ok) return refusalReply(seen.refusal);
    const { organizations } = deps;
    const metadata = formMetadata(opener.caller.channelId, signPayload(known.circuit, seen.value.prefix));
    return signModal({ known, prefix: seen.value, organizations, metadata });
  });
  return undefined;
}
