import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { Option } from '../data/blocks.ts';
import { TextObject } from '../text/render-text.ts';
import { type ElementProps, useElement } from './surface.ts';

/** Checkboxes and radio buttons. */
export function ChoiceElement(props: ElementProps): VNode {
  const { element, blockId, labelId } = props;
  const { busy, values, choose } = useElement(props);
  const options = element.options ?? [];
  const many = element.type === 'checkboxes';
  const onChange = (option: Option, on: boolean) => {
    if (!many) return void choose(option);
    const kept = options.filter(({ value }) => (value === option.value ? on : values.includes(value)));
    void choose(kept);
  };
  return html`<div class="choices" role=${many ? 'group' : 'radiogroup'} aria-labelledby=${labelId} aria-busy=${busy}
    data-testid=${`action-${element.action_id}`}>
    ${options.map(
      (option) => html`<label class="choice" key=${option.value}>
      <input type=${many ? 'checkbox' : 'radio'} name=${`${blockId}-${element.action_id}`} checked=${values.includes(option.value)}
        data-testid=${`option-${option.value}`}
        onChange=${(event: Event) => event.target instanceof HTMLInputElement && onChange(option, event.target.checked)} />
      <span class="choice-text"><${TextObject} text=${option.text} />
        ${option.description && html`<span class="choice-about"><${TextObject} text=${option.description} /></span>`}</span>
    </label>`,
    )}
  </div>`;
}
