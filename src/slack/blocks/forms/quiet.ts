import type { ModalView } from '@slack/types';
import type { QuietHours } from '../../../domain/alert/quiet.ts';
import { clock, dayNames } from '../../../domain/alert/quiet-words.ts';
import { viewIds } from '../../action-ids.ts';
import type { Input } from '../../writes/values.ts';
import { plainText, section } from '../kit.ts';
import { md } from '../mrkdwn.ts';
import { capital } from '../words/units.ts';
import { checkInputs, textInput, timeInput } from './inputs.ts';

export const quietInputs = {
  from: { block: 'quiet.from', action: 'quiet.from' },
  to: { block: 'quiet.to', action: 'quiet.to' },
  zone: { block: 'quiet.zone', action: 'quiet.zone' },
  days: { block: 'quiet.days', action: 'quiet.days' },
} as const satisfies Record<string, Input>;

/** A channel's quiet hours; those that it has stand in it. */
export function quietModal(hours: QuietHours | undefined, metadata: string): ModalView {
  return {
    type: 'modal',
    callback_id: viewIds.quiet,
    private_metadata: metadata,
    title: plainText('Quiet hours', 24),
    submit: plainText('Save', 24),
    close: plainText('Cancel', 24),
    blocks: [
      section(
        md`In these hours only what is critical is told in the channel. The rest is told in one message when they end.`,
      ),
      timeInput({ input: quietInputs.from, label: 'From', initial: clock(hours?.fromMinute ?? 1_320) }),
      timeInput({
        input: quietInputs.to,
        label: 'To',
        hint: 'Before the beginning: on the next day.',
        initial: clock(hours?.toMinute ?? 420),
      }),
      textInput({
        input: quietInputs.zone,
        label: 'Time zone',
        hint: 'As Europe/London or Asia/Tokyo; the city is enough.',
        maxLength: 60,
        initial: hours?.zone,
      }),
      checkInputs({
        input: quietInputs.days,
        label: 'Days on which they begin',
        hint: 'None: every day.',
        optional: true,
        choices: dayNames.map((name, index) => ({ text: capital(name), value: String(index + 1) })),
        initial: (hours?.days ?? []).map(String),
      }),
    ],
  };
}
