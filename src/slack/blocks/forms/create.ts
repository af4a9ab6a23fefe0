import type { InputBlock, ModalView } from '@slack/types';
import { viewIds } from '../../action-ids.ts';
import { plainText, section } from '../kit.ts';
import { md } from '../mrkdwn.ts';
import { type CreateForm, createInputs } from './create-inputs.ts';
import { offerInputs, skuInputs } from './create-offer.ts';
import { placeInputs } from './create-place.ts';
import { textInput } from './inputs.ts';

/** A new circuit, from the live catalogue: what can be chosen follows from what is chosen already. */
export function createModal(form: CreateForm): ModalView {
  return {
    type: 'modal',
    callback_id: viewIds.create,
    private_metadata: form.metadata,
    title: plainText('New circuit', 24),
    submit: plainText('Review', 24),
    close: plainText('Cancel', 24),
    blocks: [
      ...(form.trouble ? [section(md`:warning: ${form.trouble}. What is shown may be incomplete.`)] : []),
      section(
        md`:warning: Microsoft bills the circuit from the moment its service key is issued, which is right after it is created. Nothing is created before you confirm the review.`,
      ),
      nameInput(form.name),
      ...placeInputs(form),
      ...offerInputs(form),
      ...skuInputs(),
      tagsInput,
    ],
  };
}

function nameInput(initial: string | undefined): InputBlock {
  return textInput({
    input: createInputs.name,
    label: 'Name',
    hint: 'Letters, digits, hyphens, periods and underscores. Unique in its resource group.',
    maxLength: 80,
    initial,
    placeholder: 'lon-02',
  });
}

const tagsInput = textInput({
  input: createInputs.tags,
  label: 'Tags',
  hint: 'One name=value a line.',
  optional: true,
  multiline: true,
  maxLength: 3_000,
  placeholder: 'env=prod',
});
