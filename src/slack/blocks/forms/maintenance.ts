import type { ModalView } from '@slack/types';
import type { WindowDraft } from '../../../domain/alert/window-words.ts';
import { renderFilter } from '../../../domain/circuit/filter.ts';
import type { Instant } from '../../../domain/instant.ts';
import { viewIds } from '../../action-ids.ts';
import type { Input } from '../../writes/values.ts';
import { plainText, section } from '../kit.ts';
import { md } from '../mrkdwn.ts';
import { momentInput, radioInput, selectInput, textInput } from './inputs.ts';

export const maintenanceInputs = {
  from: { block: 'maintenance.from', action: 'maintenance.from' },
  length: { block: 'maintenance.length', action: 'maintenance.length' },
  circuits: { block: 'maintenance.circuits', action: 'maintenance.circuits' },
  effect: { block: 'maintenance.effect', action: 'maintenance.effect' },
  note: { block: 'maintenance.note', action: 'maintenance.note' },
} as const satisfies Record<string, Input>;

const lengths = [
  { text: '30 minutes', value: '30m' },
  { text: '1 hour', value: '1h' },
  { text: '2 hours', value: '2h' },
  { text: '4 hours', value: '4h' },
  { text: '8 hours', value: '8h' },
  { text: '12 hours', value: '12h' },
  { text: '1 day', value: '1d' },
  { text: '2 days', value: '2d' },
  { text: '7 days', value: '7d' },
] as const;

const effects = [
  { text: 'Tell alerts, and say that maintenance is on', value: 'mark' },
  { text: 'Hold alerts back until it is over', value: 'hold' },
] as const;

/** Longest note, in characters. */
const noteLimit = 200;

/** Work that is known beforehand: when, on what, and what becomes of alerts meanwhile. */
export function maintenanceModal(draft: WindowDraft, now: Instant, metadata: string): ModalView {
  const { filter, from = now, effect, note } = draft;
  return {
    type: 'modal',
    callback_id: viewIds.maintenance,
    private_metadata: metadata,
    title: plainText('Maintenance', 24),
    submit: plainText('Plan', 24),
    close: plainText('Cancel', 24),
    blocks: [
      section(md`Work that you know of. It counts for every channel that is told of these circuits.`),
      momentInput({
        input: maintenanceInputs.from,
        label: 'From',
        hint: 'In your own time zone.',
        initial: from,
      }),
      selectInput({ input: maintenanceInputs.length, label: 'For', choices: lengths, initial: '2h' }),
      textInput({
        input: maintenanceInputs.circuits,
        label: 'Circuits',
        hint: 'A name or filters: circuit: location: provider: subscription: tag:. Empty: every circuit.',
        maxLength: 1_000,
        optional: true,
        initial: renderFilter(filter),
      }),
      radioInput({
        input: maintenanceInputs.effect,
        label: 'Alerts meanwhile',
        choices: effects,
        initial: effect,
      }),
      textInput({
        input: maintenanceInputs.note,
        label: 'Note',
        hint: 'Stands at each alert: what is done, and who does it.',
        maxLength: noteLimit,
        optional: true,
        initial: note,
      }),
    ],
  };
}
