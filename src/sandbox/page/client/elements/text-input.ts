import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { type ElementProps, useElement } from './surface.ts';

const inputModes: Readonly<Record<string, string>> = {
  number_input: 'decimal',
  email_text_input: 'email',
  url_text_input: 'url',
};

const typedIn = ({ target }: Event): string =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target.value : '';

/** Text, number, e-mail and URL. The server has the last word on what is valid, as Slack's has. */
export function TextElement(props: ElementProps): VNode {
  const { element, labelId } = props;
  const { values, type, choose, error, submit } = useElement(props);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing || (element.multiline && !event.ctrlKey && !event.metaKey))
      return;
    event.preventDefault();
    submit?.();
  };
  const common = {
    class: 'field',
    value: values[0] ?? '',
    placeholder: element.placeholder?.text,
    maxLength: element.max_length,
    autocomplete: 'off',
    'aria-labelledby': labelId,
    'aria-label': labelId ? undefined : (element.placeholder?.text ?? 'Text'),
    'aria-invalid': error !== undefined,
    'data-autofocus': element.focus_on_load ? '' : undefined,
    'data-testid': `action-${element.action_id}`,
    onInput: (event: Event) => type(typedIn(event)),
    onChange: (event: Event) => void choose(typedIn(event)),
    onKeyDown,
  };
  if (element.multiline) return html`<textarea rows="4" ...${common}></textarea>`;
  return html`<input type="text" inputmode=${inputModes[element.type]} ...${common} />`;
}
