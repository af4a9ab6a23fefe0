import type { ViewOutput } from '@slack/bolt';
import type { Block, InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { FormValues } from '../../writes/values.ts';
import { divider, plainText } from '../kit.ts';
import type { Reply } from '../reply.ts';

/** What a submitted form tells of itself. */
export type SubmittedForm = Pick<
  ViewOutput,
  'callback_id' | 'private_metadata' | 'title' | 'submit' | 'blocks'
> & {
  readonly state: { readonly values: FormValues };
};

/** Marks the blocks that say why the form was refused, so that a second refusal takes their place. */
const mark = 'refused.';
const blockLimit = 100;

/** The form again, as it was filled in, below the reason why that cannot be done: nothing has to be typed twice. */
export function refilledModal(form: SubmittedForm, { blocks }: Reply): ModalView {
  const reason = [...blocks, divider].map((block, index) => ({ ...block, block_id: `${mark}${index}` }));
  const inputs = form.blocks.filter(({ block_id }) => !block_id?.startsWith(mark));
  return {
    type: 'modal',
    callback_id: form.callback_id,
    private_metadata: form.private_metadata,
    title: plainText(form.title.text, 24),
    submit: plainText(form.submit?.text ?? 'Review', 24),
    close: plainText('Cancel', 24),
    blocks: [...reason, ...inputs.map((block) => refilled(block, form.state.values))].slice(0, blockLimit),
  };
}

function refilled(block: KnownBlock | Block, values: FormValues): KnownBlock | Block {
  if (!isInput(block)) return block;
  const value = values[block.block_id ?? '']?.[block.element.action_id ?? ''];
  return value ? { ...block, element: withValue(block.element, value) } : block;
}

function isInput(block: KnownBlock | Block): block is InputBlock {
  return block.type === 'input';
}

type Value = NonNullable<FormValues[string][string]>;

/** What was chosen at first gives way to what was chosen, and be it nothing. */
function withValue(element: InputBlock['element'], value: Value): InputBlock['element'] {
  switch (element.type) {
    case 'plain_text_input': {
      const { initial_value: _, ...rest } = element;
      return value.value ? { ...rest, initial_value: value.value.toWellFormed() } : rest;
    }
    case 'static_select': {
      const { initial_option: _, ...rest } = element;
      const all = [...(rest.options ?? []), ...(rest.option_groups ?? []).flatMap(({ options }) => options)];
      const chosen = all.find((option) => option.value === value.selected_option?.value);
      return chosen ? { ...rest, initial_option: chosen } : rest;
    }
    case 'radio_buttons': {
      const { initial_option: _, ...rest } = element;
      const chosen = rest.options.find((option) => option.value === value.selected_option?.value);
      return chosen ? { ...rest, initial_option: chosen } : rest;
    }
    case 'checkboxes': {
      const { initial_options: _, ...rest } = element;
      const ticked = (value.selected_options ?? []).map((option) => option.value);
      const chosen = rest.options.filter((option) => ticked.includes(option.value ?? ''));
      return chosen.length > 0 ? { ...rest, initial_options: chosen } : rest;
    }
    case 'datepicker': {
      const { initial_date: _, ...rest } = element;
      return value.selected_date ? { ...rest, initial_date: value.selected_date } : rest;
    }
    default:
      return element;
  }
}
