import type { ModalView } from '@slack/types';
import type { Circuit } from '../../../domain/circuit/circuit.ts';
import { viewIds } from '../../action-ids.ts';
import type { Input } from '../../writes/values.ts';
import { plainText, section } from '../kit.ts';
import { md } from '../mrkdwn.ts';
import { textInput } from './inputs.ts';

export const authorizeInputs = {
  name: { block: 'authorize.name', action: 'authorize.name' },
} as const satisfies Record<string, Input>;

/** An authorization for a network that somebody else looks after. */
export function authorizeModal(circuit: Circuit, metadata: string): ModalView {
  return {
    type: 'modal',
    callback_id: viewIds.authorize,
    private_metadata: metadata,
    title: plainText('Authorization', 24),
    submit: plainText('Review', 24),
    close: plainText('Cancel', 24),
    blocks: [
      section(
        md`Lets somebody else link one network to *${circuit.name}*, from a subscription that I need not know. When it is made, you can fetch its key and give it to them.`,
      ),
      textInput({
        input: authorizeInputs.name,
        label: 'Name of the authorization',
        hint: 'After whom it is for: that is how it is recognised later.',
        maxLength: 80,
        placeholder: 'for-team-data',
      }),
    ],
  };
}
