import type { InputBlock, KnownBlock } from '@slack/types';
import { type AddressFamily, addressFamilies, type Peering } from '../../../domain/peering/peering.ts';
import { noRegistry, routingRegistries } from '../../../domain/peering/registry.ts';
import { context } from '../kit.ts';
import { md } from '../mrkdwn.ts';
import { cautionWords } from '../words/caution.ts';
import { peeringInputExamples, peeringInputNames } from '../words/peering-input.ts';
import { checkInput } from './check-input.ts';
import { selectInput, textInput } from './inputs.ts';
import {
  peeringInputs,
  prefixesInput,
  prefixesLimit,
  prefixParts,
  sharedBetweenFamilies,
} from './peering-inputs.ts';

/** What Microsoft peering asks for besides: which public prefixes come from here, whose they are, over which edge. */
export function publicBlocks(present: Peering | undefined): readonly KnownBlock[] {
  const { customerAsn, routingRegistry } = sharedBetweenFamilies(present);
  return [
    ...addressFamilies.flatMap((family) => prefixInputs(family, present)),
    textInput({
      input: peeringInputs['customer-asn'],
      label: peeringInputNames['customer-asn'],
      hint: 'When the prefixes are registered to another AS number than yours above.',
      maxLength: 100,
      initial: customerAsn === undefined ? '' : String(customerAsn),
      optional: true,
    }),
    registryInput(present, routingRegistry),
    checkInput({
      input: peeringInputs.edge,
      label: peeringInputNames.edge,
      text: 'The edge for this peering is not our internet edge',
      description: 'One edge for both: asymmetric routing, dropped traffic, outages',
      required: true,
    }),
    context(
      md`${cautionWords['nothing-advertised-without-route-filter']}`,
      md`${cautionWords['prefixes-change-access-lists']}`,
    ),
  ];
}

function prefixInputs(family: AddressFamily, present: Peering | undefined): readonly InputBlock[] {
  const parts = prefixParts(present?.[family]?.publicPrefixes?.advertised ?? []);
  return parts.map((initial, part) =>
    textInput({
      input: prefixesInput(family, part),
      label: `${peeringInputNames[`${family}-prefixes`]}${parts.length > 1 ? ` (${part + 1} of ${parts.length})` : ''}`,
      hint: 'One a line. Traffic from all others is dropped.',
      maxLength: prefixesLimit,
      placeholder: peeringInputExamples[`${family}-prefixes`] ?? '',
      multiline: true,
      optional: true,
      initial,
    }),
  );
}

/** Azure keeps any text as the registry: what is set can stay. */
function registryInput(present: Peering | undefined, registry: string | undefined): InputBlock {
  const known = new Set<string>([...routingRegistries, ...(registry ? [registry] : [])]);
  return selectInput({
    input: peeringInputs.registry,
    label: peeringInputNames.registry,
    hint: 'Where Microsoft looks up whose the prefixes are.',
    choices: [...known].map((name) => ({
      text: name === noRegistry ? 'NONE (ownership is proven by hand)' : name,
      value: name,
    })),
    initial: registry ?? (present ? noRegistry : undefined),
  });
}
