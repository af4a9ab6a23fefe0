/** One select for every kind: static, external, users, channels; of one or of many. */
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Element, Option } from '../data/blocks.ts';
import { store } from '../data/store.ts';
import { Icon } from '../shell/icon.ts';
import { plainText, TextObject } from '../text/render-text.ts';
import { Listbox, type ListItem } from './listbox.ts';
import { isExternal, offeredBy, takesMany } from './offered.ts';
import { Popover } from './popover.ts';
import { type ElementProps, useElement } from './surface.ts';
import { useOffered } from './use-offered.ts';

/** Fewer options than this need no search field. */
const searchable = 9;

export function SelectElement(props: ElementProps): VNode {
  const { element, labelId } = props;
  const { busy, values, choose, error } = useElement(props);
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const known = useRef(new Map<string, Option>());
  for (const option of [
    ...offeredBy(element, store.get()).flatMap(({ options }) => options),
    ...initialOptions(element),
  ])
    known.current.set(option.value, option);
  const chosen = values.map((value) => known.current.get(value) ?? plainOption(value));
  const remember = (option: Option) => known.current.set(option.value, option);
  const close = () => {
    setOpen(false);
    anchor.current?.focus();
  };
  return html`<button ref=${anchor} type="button" class="select" role="combobox" aria-haspopup="listbox" aria-expanded=${open} aria-busy=${busy}
      aria-labelledby=${labelId} aria-label=${labelId ? undefined : (element.placeholder?.text ?? 'Choose')} aria-invalid=${error !== undefined}
      data-testid=${`action-${element.action_id}`} onClick=${() => setOpen(!open)}>
      <span class="select-text">${
        chosen.length > 0
          ? chosen.map(
              (option) =>
                html`<span class=${takesMany(element) ? 'chip' : 'select-value'} key=${option.value}><${TextObject} text=${option.text} /></span>`,
            )
          : html`<span class="select-placeholder">${plainText(element.placeholder ?? { text: 'Choose an option' })}</span>`
      }</span>
      <${Icon} name="down" />
    </button>
    ${
      open &&
      html`<${Popover} anchor=${anchor} onClose=${() => setOpen(false)}>
      <${Choices} ...${props} values=${values} onOption=${remember} onContent=${choose} onClose=${close} known=${known.current} />
    <//>`
    }`;
}

type ChoicesProps = ElementProps & {
  readonly values: readonly string[];
  readonly known: ReadonlyMap<string, Option>;
  readonly onOption: (option: Option) => void;
  readonly onContent: (content: unknown) => void;
  readonly onClose: () => void;
};

function Choices(props: ChoicesProps): VNode {
  const { element, values, known, onOption, onContent, onClose } = props;
  const { suggest } = useElement(props);
  const [typed, setTyped] = useState('');
  const { groups, note } = useOffered(element, typed, suggest);
  const [all] = useState(() => offeredBy(element, store.get()).flatMap(({ options }) => options).length);
  const offered = groups.flatMap(({ options }) => options);
  const multi = takesMany(element);
  const onChoose = (value: string) => {
    const option = offered.find((one) => one.value === value) ?? plainOption(value);
    onOption(option);
    if (!multi) {
      onClose();
      onContent(keepsOptions(element) ? option : value);
      return;
    }
    const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
    if (next.length > (element.max_selected_items ?? Number.POSITIVE_INFINITY)) return;
    onContent(next.map((one) => (keepsOptions(element) ? (known.get(one) ?? plainOption(one)) : one)));
  };
  const items: ListItem[] = groups.flatMap(({ label, options }) =>
    options.map((option) => ({
      value: option.value,
      label: html`<${TextObject} text=${option.text} />`,
      ...(option.description && { about: html`<${TextObject} text=${option.description} />` }),
      ...(label && { group: label.text }),
    })),
  );
  const search = isExternal(element) || all >= searchable ? { typed, onType: setTyped } : undefined;
  return html`<${Listbox} label=${element.placeholder?.text ?? 'options'} items=${items} chosen=${values} multi=${multi}
    search=${search} note=${note} onChoose=${onChoose} onClose=${onClose} />`;
}

/** People and channels are kept by id alone. */
const keepsOptions = (element: Element): boolean => /(static|external)_select$/.test(element.type);

const plainOption = (value: string): Option => ({ value, text: { type: 'plain_text', text: value } });

function initialOptions(element: Element): readonly Option[] {
  const { initial_option: single, initial_options: many } = element;
  return [...(Array.isArray(many) ? many : []), ...(single ? [single] : [])].filter(isOption);
}

const isOption = (value: unknown): value is Option =>
  typeof value === 'object' && value !== null && 'value' in value;
