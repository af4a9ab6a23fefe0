import type { InputBlock } from '@slack/types';
import type { Input } from '../../writes/values.ts';
import { option, plainText } from '../kit.ts';

/** What a ticked box sends. */
export const ticked = 'yes';

/** One box to tick; left alone it says no. `required`: the form cannot be submitted without it. */
export function checkInput(asked: {
  readonly input: Input;
  readonly label: string;
  readonly text: string;
  readonly description?: string;
  readonly initial?: boolean;
  readonly required?: boolean;
}): InputBlock {
  const { input, label, text, description, initial, required = false } = asked;
  const box = option({ text, value: ticked, ...(description ? { description } : {}) });
  return {
    type: 'input',
    block_id: input.block,
    optional: !required,
    label: plainText(label, 2_000),
    element: {
      type: 'checkboxes',
      action_id: input.action,
      options: [box],
      ...(initial ? { initial_options: [box] } : {}),
    },
  };
}
