import type { InputBlock, ModalView } from '@slack/types';
import type { Circuit } from '../../../domain/circuit/circuit.ts';
import type { ResizeOptions } from '../../../domain/operation/plans/resize-options.ts';
import { billingModel } from '../../../domain/operation/sku.ts';
import { viewIds } from '../../action-ids.ts';
import type { Input } from '../../writes/values.ts';
import { plainText, section } from '../kit.ts';
import { lines, md } from '../mrkdwn.ts';
import { bandwidth, skuName } from '../words/units.ts';
import { selectInput } from './inputs.ts';

export const resizeInputs = {
  bandwidth: { block: 'resize.bandwidth', action: 'resize.bandwidth' },
  tier: { block: 'resize.tier', action: 'resize.tier' },
  family: { block: 'resize.family', action: 'resize.family' },
} as const satisfies Record<string, Input>;

/** What the circuit can be raised to or exchanged for; what cannot be had is not in it. */
export function resizeModal(circuit: Circuit, options: ResizeOptions, metadata: string): ModalView {
  const { name, service, sku } = circuit;
  return {
    type: 'modal',
    callback_id: viewIds.resize,
    private_metadata: metadata,
    title: plainText('Resize', 24),
    submit: plainText('Review', 24),
    close: plainText('Cancel', 24),
    blocks: [
      section(
        lines(
          md`*${name}* has ${bandwidth(service.bandwidthMbps)} and is ${skuName(sku)}.`,
          md`Choose what is to change; the rest stays as it is.`,
        ),
      ),
      ...inputs(options),
    ],
  };
}

function inputs({ bandwidthsMbps, tiers, families }: ResizeOptions): readonly InputBlock[] {
  return [
    ...asked(
      resizeInputs.bandwidth,
      'Bandwidth',
      bandwidthsMbps.map((mbps) => ({ text: bandwidth(mbps), value: String(mbps) })),
    ),
    ...asked(
      resizeInputs.tier,
      'SKU',
      tiers.map((tier) => ({ text: tier, value: tier })),
    ),
    ...asked(
      resizeInputs.family,
      'Billing model',
      families.map((family) => ({ text: billingModel(family), value: family })),
    ),
  ];
}

const hints: Readonly<Record<string, string>> = {
  Bandwidth: 'It cannot be lowered again.',
  SKU: 'Price and limits follow it.',
  'Billing model': 'There may be no way back to Metered.',
};

function asked(
  input: Input,
  label: string,
  choices: Parameters<typeof selectInput>[0]['choices'],
): readonly InputBlock[] {
  if (choices.length === 0) return [];
  return [
    selectInput({ input, label, choices, hint: hints[label] ?? '', optional: true, placeholder: 'As it is' }),
  ];
}
