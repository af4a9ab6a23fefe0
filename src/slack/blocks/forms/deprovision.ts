import type { ModalView } from '@slack/types';
import type { Circuit } from '../../../domain/circuit/circuit.ts';
import { viewIds } from '../../action-ids.ts';
import type { Input } from '../../writes/values.ts';
import { providerOf } from '../circuit-line.ts';
import { plainText, section } from '../kit.ts';
import { lines, md } from '../mrkdwn.ts';
import { billedUntilDeleted } from '../words/life-end.ts';
import { checkInput } from './check-input.ts';

export const deprovisionInputs = {
  thenDelete: { block: 'deprovision.delete', action: 'deprovision.delete' },
} as const satisfies Record<string, Input>;

/** The end of a circuit's service, and perhaps of the circuit. */
export function deprovisionModal(circuit: Circuit, metadata: string): ModalView {
  return {
    type: 'modal',
    callback_id: viewIds.deprovision,
    private_metadata: metadata,
    title: plainText('Deprovision', 24),
    submit: plainText('Review', 24),
    close: plainText('Cancel', 24),
    blocks: [
      section(
        lines(
          md`*${circuit.name}*: ${providerOf(circuit) || 'the provider'} takes the connection down, which you ask them for. I give you the text, wait for it, and tell when it is done.`,
          md`Shut the BGP sessions on your own routers first: then you know that nothing needs the circuit any more. ${billedUntilDeleted}`,
        ),
      ),
      checkInput({
        input: deprovisionInputs.thenDelete,
        label: 'Afterwards',
        text: 'Delete it as soon as it is deprovisioned',
        description: 'Links, authorizations, Global Reach and route filters go first',
      }),
    ],
  };
}
