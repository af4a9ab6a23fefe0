import type { CircuitId } from '../../../domain/circuit/circuit-id.ts';
import { actionIds } from '../../action-ids.ts';
import { circuitPayload } from '../circuit-token.ts';
import { actions, button, section } from '../kit.ts';
import { lines, md } from '../mrkdwn.ts';
import { type Reply, reply } from '../reply.ts';

/** There never was a case for the circuit. */
export function noCaseReply(circuit: { readonly id: CircuitId; readonly name: string }): Reply {
  return reply(md`${circuit.name} has no case`, [
    section(
      lines(
        md`*${circuit.name}* has no case of manual validation.`,
        md`\`/circuit validate ${circuit.name}\` tells whether it needs one.`,
      ),
    ),
    actions(
      button('Open a case', actionIds.caseOpen, circuitPayload(circuit), {
        label: `Open a case for ${circuit.name}`,
      }),
    ),
  ]);
}
