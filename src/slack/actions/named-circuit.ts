import type { KnownCircuit } from '../../domain/circuit/known-circuit.ts';
import { answer, type Result, refuse } from '../../domain/result.ts';
import { checkPermission } from '../../usecases/access/check-permission.ts';
import { circuitOfToken } from '../blocks/circuit-token.ts';
import type { ChatRefusal } from '../blocks/refusal.ts';
import type { ChatDeps } from '../chat-deps.ts';
import type { Press } from './press.ts';

/**
 * The circuit that a button or a menu names, if this person may look at it. Buttons stand in messages that all of a
 * channel read: that there is such a circuit is no secret then, and who may look at it can be said. Whoever may not has
 * a message that was not for them, or made the button up: that is in the audit trail.
 */
export async function namedCircuit(
  { userId, channelId }: Press,
  named: { readonly token: string; readonly name: string },
  deps: ChatDeps,
): Promise<Result<KnownCircuit, ChatRefusal>> {
  const known = circuitOfToken(named.token, await deps.whole.circuits());
  if (!known) return refuse({ code: 'circuit-gone', name: named.name });
  const may = await checkPermission(deps, { userId, channelId }, 'read', known.circuit);
  return may.ok ? answer(known) : may;
}
