import limits from '../data/limits.json' with { type: 'json' };
import { type Check, type Fields, integer, list, literal, object, string } from './check.ts';
import { confirm, image, plainText } from './composition.ts';
import { inputElements } from './input-elements.ts';
import { selectElements } from './select-elements.ts';

const actionId: Fields = { action_id: string({ min: 1, max: limits.action_id.max_length }) };

const button: Check = object(
  { type: literal('button'), text: plainText(limits.button.text.max_length) },
  {
    ...actionId,
    value: string({ max: limits.button.value.max_length }),
    url: string({ max: limits.button.url.max_length }),
    style: literal('primary', 'danger'),
    confirm,
    accessibility_label: string({ max: limits.button.accessibility_label.max_length }),
  },
);

const trigger: Check = object(
  { url: string({ min: 1 }) },
  { customizable_input_parameters: list(object({ name: string(), value: string() })) },
);

const workflowButton: Check = object(
  {
    type: literal('workflow_button'),
    text: plainText(limits.button.text.max_length),
    workflow: object({ trigger }),
  },
  {
    ...actionId,
    style: literal('primary', 'danger'),
    accessibility_label: string({ max: limits.button.accessibility_label.max_length }),
  },
);

const feedbackButton: Check = object(
  {
    text: plainText(limits.feedback_button.text.max_length),
    value: string({ max: limits.feedback_button.value.max_length }),
  },
  { accessibility_label: string({ max: limits.feedback_button.accessibility_label.max_length }) },
);

const feedbackButtons: Check = object(
  { type: literal('feedback_buttons'), positive_button: feedbackButton, negative_button: feedbackButton },
  actionId,
);

const iconButton: Check = object(
  { type: literal('icon_button'), icon: string({ min: 1 }), text: plainText() },
  {
    ...actionId,
    confirm,
    value: string({ max: limits.button.value.max_length }),
    accessibility_label: string({ max: limits.button.accessibility_label.max_length }),
    visible_to_user_ids: list(string(), { max: limits.icon_button.visible_to_user_ids.max_items }),
  },
);

const urlSource: Check = object({
  type: literal('url'),
  url: string({ min: limits.url_source.url.min_length, max: limits.url_source.url.max_length }),
  text: string({ min: 1 }),
});

const fileInput: Check = object(
  { type: literal('file_input') },
  {
    ...actionId,
    filetypes: list(string({ min: 1 })),
    max_files: integer(limits.file_input.max_files),
  },
);

/** Every element by its type. Which of them fit where is said by the blocks. */
export const elements: Fields = {
  button,
  workflow_button: workflowButton,
  feedback_buttons: feedbackButtons,
  icon_button: iconButton,
  image,
  url: urlSource,
  file_input: fileInput,
  ...selectElements,
  ...inputElements,
};
