import type { InputBlock } from '@slack/types';
import type { ResourceGroup } from '../../../domain/operation/circuit-sight.ts';
import { type CreateChoice, type CreateForm, createInputs, dependent } from './create-inputs.ts';
import { selectInput, textInput } from './inputs.ts';

/** Where the resource is to be: subscription, resource group, Azure region. */
export function placeInputs({ subscriptionIds, resourceGroups, chosen }: CreateForm): readonly InputBlock[] {
  const { subscriptionId, resourceGroup } = chosen;
  const group = resourceGroups.find(({ name }) => name === resourceGroup);
  return [
    ...(subscriptionIds.length > 1
      ? [
          selectInput({
            input: createInputs.subscription,
            label: 'Subscription',
            choices: subscriptionIds.map((id) => ({ text: id, value: id })),
            initial: subscriptionId,
            tellsAtOnce: true,
          }),
        ]
      : []),
    groupInput(resourceGroups, chosen),
    textInput({
      input: dependent(createInputs.region, subscriptionId, group?.name ?? ''),
      label: 'Azure region',
      hint: 'Where Azure keeps the resource; at first the region of the resource group.',
      maxLength: 40,
      initial: group?.region,
      placeholder: 'uksouth',
    }),
  ];
}

function groupInput(
  groups: readonly ResourceGroup[],
  { subscriptionId, resourceGroup }: CreateChoice,
): InputBlock {
  return selectInput({
    input: dependent(createInputs.resourceGroup, subscriptionId),
    label: 'Resource group',
    choices: groups.map(({ name, region }) => ({ text: name, value: name, description: region })),
    initial: resourceGroup,
    tellsAtOnce: true,
  });
}
