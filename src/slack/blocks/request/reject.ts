import type { ModalView } from '@slack/types';
import { viewIds } from '../../action-ids.ts';
import { plainText } from '../kit.ts';

export const reasonInput = { block: 'reason', action: 'reason.text' } as const;

/** Rejecting needs a reason: the requester has to know what to do differently. */
export function rejectModal(metadata: string): ModalView {
  return {
    type: 'modal',
    callback_id: viewIds.reject,
    private_metadata: metadata,
    title: plainText('Reject', 24),
    submit: plainText('Reject', 24),
    close: plainText('Cancel', 24),
    blocks: [
      {
        type: 'input',
        block_id: reasonInput.block,
        label: plainText('Why', 2_000),
        hint: plainText('The requester and everybody in the channel read this.', 2_000),
        element: {
          type: 'plain_text_input',
          action_id: reasonInput.action,
          multiline: true,
          max_length: 500,
        },
      },
    ],
  };
}
