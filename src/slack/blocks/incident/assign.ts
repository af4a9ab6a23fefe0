import type { ModalView } from '@slack/types';
import type { Incident } from '../../../domain/alert/incident.ts';
import { viewIds } from '../../action-ids.ts';
import type { Input } from '../../writes/values.ts';
import { userInput } from '../forms/inputs.ts';
import { plainText, section } from '../kit.ts';
import { titleLine } from './title.ts';

export const assigneeInput: Input = { block: 'incident.assignee', action: 'incident.assignee' };

/** Gives it to somebody, who is mentioned in the thread of each message about it. */
export function assignModal(incident: Incident, metadata: string): ModalView {
  return {
    type: 'modal',
    callback_id: viewIds.assign,
    private_metadata: metadata,
    title: plainText('Assign', 24),
    submit: plainText('Assign', 24),
    close: plainText('Cancel', 24),
    blocks: [
      section(titleLine(incident)),
      userInput({
        input: assigneeInput,
        label: 'Who has it',
        hint: 'They are mentioned in the thread.',
        initial: incident.assigned?.to,
      }),
    ],
  };
}
