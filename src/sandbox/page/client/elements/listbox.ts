import { html } from 'htm/preact';
import type { ComponentChild, VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../shell/icon.ts';
import { onListKey } from './list-keys.ts';

export type ListItem = {
  readonly value: string;
  readonly label: ComponentChild;
  readonly about?: ComponentChild;
  /** Stands above the first item of its group. */
  readonly group?: string;
  readonly testId?: string;
};

type Props = {
  readonly label: string;
  readonly items: readonly ListItem[];
  readonly chosen: readonly string[];
  readonly onChoose: (value: string) => void;
  readonly onClose: () => void;
  readonly multi?: boolean;
  /** Filters by what is typed; absent: nothing is typed. */
  readonly search?: { readonly typed: string; readonly onType: (typed: string) => void };
  readonly note?: string | undefined;
};

/** A list to choose from, with a search field above it where the caller offers one. */
export function Listbox({ label, items, chosen, onChoose, onClose, multi, search, note }: Props): VNode {
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      items.findIndex(({ value }) => chosen.includes(value)),
    ),
  );
  const root = useRef<HTMLDivElement>(null);
  const current = Math.min(at, items.length - 1);
  useEffect(
    () => root.current?.querySelector('[data-current]')?.scrollIntoView({ block: 'nearest' }),
    [current],
  );
  const choose = (index: number) => {
    const item = items[index];
    if (item) onChoose(item.value);
  };
  const onKeyDown = (event: KeyboardEvent) =>
    onListKey(event, { count: items.length, at: current, move: setAt, choose, close: onClose });
  const idOf = (index: number) => `listbox-item-${index}`;
  const active = current >= 0 ? idOf(current) : undefined;
  return html`<div class="listbox" ref=${root} onKeyDown=${onKeyDown}>
    ${
      search &&
      html`<input class="field listbox-search" type="text" role="combobox" aria-expanded="true" aria-label=${`Search ${label}`}
      aria-controls="listbox-items" aria-activedescendant=${active} placeholder="Search" autocomplete="off" data-autofocus data-testid="listbox-search"
      value=${search.typed} onInput=${(event: InputEvent) => search.onType(textOf(event))} />`
    }
    <ul id="listbox-items" class="listbox-items" role="listbox" tabindex=${search ? -1 : 0} aria-label=${label}
      aria-multiselectable=${multi ? 'true' : undefined} aria-activedescendant=${search ? undefined : active} data-autofocus=${search ? undefined : ''}>
      ${items.map(
        (item, index) => html`
        ${item.group !== undefined && item.group !== items[index - 1]?.group && html`<li class="listbox-group" role="presentation">${item.group}</li>`}
        <li id=${idOf(index)} key=${item.value} role="option" class="listbox-item" aria-selected=${chosen.includes(item.value)}
          data-current=${index === current ? '' : undefined} data-testid=${item.testId ?? `option-${item.value}`}
          onPointerMove=${() => index !== current && setAt(index)} onClick=${() => choose(index)}>
          <span class="listbox-check">${chosen.includes(item.value) && html`<${Icon} name="check" />`}</span>
          <span class="listbox-text"><span class="listbox-label">${item.label}</span>${item.about && html`<span class="listbox-about">${item.about}</span>`}</span>
        </li>`,
      )}
    </ul>
    ${(note ?? (items.length === 0 && 'Nothing found')) && html`<p class="listbox-note" role="status">${note ?? 'Nothing found'}</p>`}
  </div>`;
}

const textOf = (event: Event): string => (event.target instanceof HTMLInputElement ? event.target.value : '');
