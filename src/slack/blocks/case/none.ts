import type { CircuitId } from '../../../domain/circuit/circuit-id.ts';
import { actions, section } from '../kit.ts';
import { lines, md } from '../mrkdwn.ts';
import { type Reply, reply } from '../reply.ts';
import { validateButton } from '../validation/validate-button.ts';
import { openCaseButton } from './case-button.ts';

/** There never was a case for the circuit. */
export function noCaseReply(circuit: { readonly id: CircuitId; readonly name: string }): Reply {
  return reply(md`${circuit.name} has no case`, [
    section(
      lines(
        md`*${circuit.name}* has no case of manual validation.`,
        md`\`/circuit validate ${circuit.name}\` tells whether it needs one.`,
      ),
    ),
    actions(openCaseButton(circuit, 'Open a case'), validateButton(circuit)),
  ]);
}
