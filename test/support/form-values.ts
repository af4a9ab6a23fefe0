import type { InputBlock, ModalView } from '@slack/types';
import type { FormValues, Input } from '../../src/slack/writes/values.ts';

type Held = FormValues[string][string];

/** What Slack sends when a form is submitted as it stands. */
export function asShown({ blocks }: ModalView): FormValues {
  return Object.fromEntries(blocks.filter(isInput).map((input) => [input.block_id ?? '', heldBy(input)]));
}

function isInput(block: ModalView['blocks'][number]): block is InputBlock {
  return block.type === 'input';
}

function heldBy({ element }: InputBlock): Readonly<Record<string, Held>> {
  return { [element.action_id ?? '']: stateOf(element) };
}

function stateOf(element: InputBlock['element']): Held {
  switch (element.type) {
    case 'plain_text_input':
      return { value: element.initial_value ?? null };
    case 'static_select':
    case 'radio_buttons':
      return { selected_option: chosen(element.initial_option) };
    case 'checkboxes':
      return { selected_options: [] };
    case 'datepicker':
      return { selected_date: element.initial_date ?? null };
    default:
      throw new Error(`${element.type} is not read here`);
  }
}

function chosen(option: { readonly value?: string } | undefined): Held['selected_option'] {
  return option?.value === undefined ? null : { value: option.value };
}

/** The same with this typed in place of what stood there. */
export function typing(values: FormValues, { block, action }: Input, value: string): FormValues {
  return { ...values, [block]: { [action]: { value } } };
}

export function choosing(values: FormValues, { block, action }: Input, value: string): FormValues {
  return { ...values, [block]: { [action]: { selected_option: { value } } } };
}

export function onDay(values: FormValues, { block, action }: Input, day: string): FormValues {
  return { ...values, [block]: { [action]: { selected_date: day } } };
}

export function ticking(values: FormValues, { block, action }: Input): FormValues {
  return { ...values, [block]: { [action]: { selected_options: [{ value: 'yes' }] } } };
}
