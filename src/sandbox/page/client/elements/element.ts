import { html } from 'htm/preact';
import type { FunctionComponent, VNode } from 'preact';
import { ButtonElement } from './button.ts';
import { ChoiceElement } from './choices.ts';
import { DateElement } from './date-input.ts';
import { FileElement } from './file-input.ts';
import { OverflowElement } from './overflow.ts';
import { SelectElement } from './select.ts';
import type { ElementProps } from './surface.ts';
import { TextElement } from './text-input.ts';

const drawn: Readonly<Record<string, FunctionComponent<ElementProps>>> = {
  button: ButtonElement,
  overflow: OverflowElement,
  checkboxes: ChoiceElement,
  radio_buttons: ChoiceElement,
  datepicker: DateElement,
  timepicker: DateElement,
  datetimepicker: DateElement,
  plain_text_input: TextElement,
  number_input: TextElement,
  email_text_input: TextElement,
  url_text_input: TextElement,
  file_input: FileElement,
};

/** An interactive element of any kind. */
export function ElementView(props: ElementProps): VNode {
  const { type } = props.element;
  const view = type.endsWith('_select') ? SelectElement : drawn[type];
  if (view) return html`<${view} ...${props} />`;
  return html`<span class="unknown">This page cannot draw the element “${type}”.</span>`;
}
