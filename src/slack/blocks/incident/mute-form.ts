import type { ModalView } from '@slack/types';
import type { Incident } from '../../../domain/alert/incident.ts';
import { kindsOf } from '../../../domain/alert/subject.ts';
import { viewIds } from '../../action-ids.ts';
import type { Input } from '../../writes/values.ts';
import { radioInput } from '../forms/inputs.ts';
import { plainText, section } from '../kit.ts';
import { md } from '../mrkdwn.ts';
import { muteLengths } from '../mute.ts';
import { kindNames } from '../words/change-kind.ts';
import { ownerName } from '../words/trouble.ts';

export const muteInputs = {
  what: { block: 'mute.what', action: 'mute.what' },
  length: { block: 'mute.length', action: 'mute.length' },
} as const satisfies Record<string, Input>;

/** The value for all of the circuit, and that for ending a mute. */
export const allKinds = 'all';
export const endOfMute = 'end';

/** What of the circuit, and for how long; or the end of it. */
export function incidentMuteModal(incident: Incident, metadata: string): ModalView {
  const kinds = kindsOf(incident.subject).map((kind) => ({ text: `Only: ${kindNames[kind]}`, value: kind }));
  const lengths = Object.entries(muteLengths).map(([value, { text }]) => ({ text, value }));
  return {
    type: 'modal',
    callback_id: viewIds.incidentMute,
    private_metadata: metadata,
    title: plainText('Mute', 24),
    submit: plainText('Save', 24),
    close: plainText('Cancel', 24),
    blocks: [
      section(
        md`What this channel is not told of *${ownerName(incident)}*. Everybody there sees that it is muted, and by whom; when it ends, it is told what was held back.`,
      ),
      radioInput({
        input: muteInputs.what,
        label: 'What',
        choices: [{ text: 'Everything of this circuit', value: allKinds }, ...kinds],
        initial: allKinds,
      }),
      radioInput({
        input: muteInputs.length,
        label: 'How long',
        choices: [...lengths, { text: 'Not any more: end the mute', value: endOfMute }],
        initial: '2h',
      }),
    ],
  };
}
