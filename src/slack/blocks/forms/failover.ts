import type { ModalView } from '@slack/types';
import type { Circuit } from '../../../domain/circuit/circuit.ts';
import { type FailoverIntent, failoverCategories, failoverLinks } from '../../../domain/operation/intent.ts';
import { failoverMinutes } from '../../../domain/operation/plans/failover.ts';
import { viewIds } from '../../action-ids.ts';
import type { Input } from '../../writes/values.ts';
import { plainText, section } from '../kit.ts';
import { md } from '../mrkdwn.ts';
import { radioInput, textInput } from './inputs.ts';

export const failoverInputs = {
  link: { block: 'failover.link', action: 'failover.link' },
  category: { block: 'failover.category', action: 'failover.category' },
  minutes: { block: 'failover.minutes', action: 'failover.minutes' },
} as const satisfies Record<string, Input>;

const categories: Readonly<Record<FailoverIntent['category'], { text: string; description: string }>> = {
  BgpDisconnect: {
    text: 'BGP disconnected',
    description: 'Microsoft closes the link’s BGP sessions: as if the link were cut',
  },
  ASPathPrepend: {
    text: 'AS path prepended',
    description: 'The link stays up and is less wanted: as in planned maintenance',
  },
};

/** A test of Azure's that takes traffic off one link for a while. `link`: named after the command. */
export function failoverModal(
  circuit: Circuit,
  link: FailoverIntent['link'] | undefined,
  metadata: string,
): ModalView {
  const { least, most, usual } = failoverMinutes;
  return {
    type: 'modal',
    callback_id: viewIds.failover,
    private_metadata: metadata,
    title: plainText('Failover test', 24),
    submit: plainText('Review', 24),
    close: plainText('Cancel', 24),
    blocks: [
      section(
        md`Azure takes one link of *${circuit.name}* away for a while. The other carries the traffic, if the redundancy is what it should be.`,
      ),
      radioInput({
        input: failoverInputs.link,
        label: 'Link to take away',
        choices: failoverLinks.map((value) => ({ text: value, value })),
        initial: link,
      }),
      radioInput({
        input: failoverInputs.category,
        label: 'How',
        choices: failoverCategories.map((value) => ({ ...categories[value], value })),
        initial: 'BgpDisconnect',
      }),
      textInput({
        input: failoverInputs.minutes,
        label: 'Minutes',
        hint: `${least} to ${most}. The test stops by itself then; “Stop now” ends it early.`,
        maxLength: 3,
        initial: String(usual),
      }),
    ],
  };
}
