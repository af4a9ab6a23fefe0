import type { KnownCircuit } from '../../domain/circuit/known-circuit.ts';
import type { Caller } from '../../usecases/caller.ts';
import { viewServiceKey } from '../../usecases/view-service-key.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { Reply } from '../blocks/reply.ts';
import { serviceKeyReply } from '../blocks/service-key.ts';
import type { ChatDeps } from '../chat-deps.ts';

/** The service key, as an answer to this person alone: it must go nowhere else. */
export async function showServiceKey(known: KnownCircuit, caller: Caller, deps: ChatDeps): Promise<Reply> {
  const seen = await viewServiceKey(deps, caller, known);
  return seen.ok ? serviceKeyReply(known.circuit, seen.value) : refusalReply(seen.refusal);
}
