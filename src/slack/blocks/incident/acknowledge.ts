import type { ModalView } from '@slack/types';
import type { Incident } from '../../../domain/alert/incident.ts';
import { viewIds } from '../../action-ids.ts';
import type { Input } from '../../writes/values.ts';
import { textInput } from '../forms/inputs.ts';
import { plainText, section } from '../kit.ts';
import { titleLine } from './title.ts';

export const noteInput: Input = { block: 'incident.note', action: 'incident.note' };

/** The longest note of an acknowledgement, in characters. */
const noteLimit = 300;

/** Everybody in the channels sees who has it, and what they say to it. */
export function acknowledgeModal(incident: Incident, metadata: string): ModalView {
  return {
    type: 'modal',
    callback_id: viewIds.acknowledge,
    private_metadata: metadata,
    title: plainText('Acknowledge', 24),
    submit: plainText('Acknowledge', 24),
    close: plainText('Cancel', 24),
    blocks: [
      section(titleLine(incident)),
      textInput({
        input: noteInput,
        label: 'Note',
        hint: 'Everybody who is told of this reads it. It may stay empty.',
        maxLength: noteLimit,
        optional: true,
        multiline: true,
        initial: incident.acknowledged?.note,
      }),
    ],
  };
}
