import type { KnownBlock } from '@slack/types';
import type { Circuit } from '../../../domain/circuit/circuit.ts';
import { providerOf } from '../circuit-line.ts';
import { section } from '../kit.ts';
import { md } from '../mrkdwn.ts';
import { peeringInputNames } from '../words/peering-input.ts';
import { checkInput } from './check-input.ts';
import { peeringInputs } from './peering-inputs.ts';

/** Asked only where the provider manages layer 3. */
export function overrideBlocks(circuit: Circuit): readonly KnownBlock[] {
  return [
    section(
      md`:warning: ${providerOf(circuit) || 'The provider'} manages the routing of *${circuit.name}* (layer 3). A change from here breaks it until the provider restores it.`,
    ),
    checkInput({
      input: peeringInputs.override,
      label: peeringInputNames.override,
      text: 'Change the provider’s routing all the same',
      description: 'The provider should know of it first',
      required: true,
    }),
  ];
}
