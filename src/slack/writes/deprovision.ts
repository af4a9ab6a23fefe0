import { addressOf } from '../../domain/circuit/circuit-id.ts';
import type { KnownCircuit } from '../../domain/circuit/known-circuit.ts';
import { planDeprovision } from '../../domain/operation/plans/deprovision.ts';
import { firstLook } from '../../domain/operation/plans/first-look.ts';
import { circuitToken } from '../blocks/circuit-token.ts';
import { deprovisionModal } from '../blocks/forms/deprovision.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { Reply } from '../blocks/reply.ts';
import type { ChatDeps } from '../chat-deps.ts';
import { formMetadata } from './form.ts';
import { openWhenRead } from './open-when-read.ts';
import type { Opener } from './opener.ts';

/** Asks whether the circuit is to be deleted afterwards. What its state forbids is said before anything is asked. */
export async function startDeprovision(
  { circuit }: KnownCircuit,
  opener: Opener,
  deps: ChatDeps,
): Promise<Reply | undefined> {
  const target = addressOf(circuit);
  await openWhenRead(opener, deps, async () => {
    const inputs = firstLook(await deps.writer.readCircuit(target));
    const plan = planDeprovision({ operation: 'deprovision', target, thenDelete: false }, inputs);
    if (!plan.ok) return refusalReply(plan.refusal);
    return deprovisionModal(circuit, formMetadata(opener.caller.channelId, circuitToken(circuit.id)));
  });
  return undefined;
}
