import type { InputBlock, ModalView } from '@slack/types';
import type { KnownCircuit } from '../../../domain/circuit/known-circuit.ts';
import { viewIds } from '../../action-ids.ts';
import type { Input } from '../../writes/values.ts';
import { providerOf } from '../circuit-line.ts';
import { plainText, section } from '../kit.ts';
import { md } from '../mrkdwn.ts';
import { dateInput, radioInput, textInput } from './inputs.ts';

export const orderInputs = {
  provider: { block: 'order.provider', action: 'order.provider' },
  number: { block: 'order.number', action: 'order.number' },
  contact: { block: 'order.contact', action: 'order.contact' },
  layer: { block: 'order.layer', action: 'order.layer' },
  promised: { block: 'order.promised', action: 'order.promised' },
  vlan: { block: 'order.vlan', action: 'order.vlan' },
} as const satisfies Record<string, Input>;

const layers = [
  { text: 'Layer 2: you configure routing', value: '2' },
  { text: 'Layer 3: the provider does', value: '3' },
  { text: 'Not known', value: 'unknown' },
] as const;

/** What was agreed with the provider. What is on record already stands in it. */
export function orderModal({ circuit, order }: KnownCircuit, metadata: string): ModalView {
  return {
    type: 'modal',
    callback_id: viewIds.order,
    private_metadata: metadata,
    title: plainText('Order', 24),
    submit: plainText('Record', 24),
    close: plainText('Cancel', 24),
    blocks: [
      section(
        md`What was ordered for *${circuit.name}*. It decides who is told to act, and when the provider counts as late. A text for the provider follows.`,
      ),
      text(orderInputs.provider, 'Provider', 100, order?.provider ?? providerOf(circuit), false),
      text(orderInputs.number, 'Order number', 100, order?.orderNumber),
      text(orderInputs.contact, 'Contact', 200, order?.contact, true, 'Whom to call or write to about it.'),
      radioInput({
        input: orderInputs.layer,
        label: 'Service',
        choices: layers,
        initial: String(order?.layer ?? 'unknown'),
      }),
      dateInput({
        input: orderInputs.promised,
        label: 'Promised for',
        hint: 'After this day, and while it is not provisioned, the provider counts as late. Without one, after 14 days.',
        optional: true,
        initial: order?.promisedOn,
      }),
      text(
        orderInputs.vlan,
        'VLAN wished for',
        4,
        undefined,
        true,
        'For the text only: 1 to 4094. It is not recorded.',
      ),
    ],
  };
}

function text(
  input: Input,
  label: string,
  maxLength: number,
  initial: string | undefined,
  optional = true,
  hint = '',
): InputBlock {
  return textInput({ input, label, maxLength, initial, optional, hint });
}
