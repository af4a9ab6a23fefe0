import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Option } from '../data/blocks.ts';
import { stateWith } from '../data/form-values.ts';
import { Icon } from '../shell/icon.ts';
import { TextObject } from '../text/render-text.ts';
import { safeUrl } from '../text/safe-url.ts';
import { onListKey } from './list-keys.ts';
import { Popover } from './popover.ts';
import { type ElementProps, useElement } from './surface.ts';

export function OverflowElement(props: ElementProps): VNode {
  const { element } = props;
  const { busy, press } = useElement(props);
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    anchor.current?.focus();
  };
  const choose = (option: Option) => {
    close();
    const url = option.url === undefined ? undefined : safeUrl(option.url);
    if (url) window.open(url, '_blank', 'noopener,noreferrer');
    void press(stateWith(element, option));
  };
  return html`<button ref=${anchor} type="button" class="button button-small button-icon" aria-label="More actions" aria-haspopup="menu"
      aria-expanded=${open} aria-busy=${busy} data-testid=${`action-${element.action_id}`} onClick=${() => setOpen(!open)}>
      <${Icon} name="more" />
    </button>
    ${
      open &&
      html`<${Popover} anchor=${anchor} onClose=${() => setOpen(false)}>
      <${Menu} options=${element.options ?? []} onChoose=${choose} onClose=${close} />
    <//>`
    }`;
}

type MenuProps = { options: readonly Option[]; onChoose: (option: Option) => void; onClose: () => void };

function Menu({ options, onChoose, onClose }: MenuProps): VNode {
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => list.current?.querySelectorAll<HTMLElement>('[role=menuitem]')[at]?.focus(), [at]);
  const choose = (index: number) => {
    const option = options[index];
    if (option) onChoose(option);
  };
  const onKeyDown = (event: KeyboardEvent) =>
    onListKey(event, { count: options.length, at, move: setAt, choose, close: onClose });
  return html`<div ref=${list} class="menu" role="menu" aria-label="More actions" onKeyDown=${onKeyDown}>
    ${options.map(
      (
        option,
        index,
      ) => html`<button type="button" role="menuitem" class="menu-item" tabindex=${index === at ? 0 : -1} data-autofocus=${index === 0 ? '' : undefined}
      data-testid=${`option-${option.value}`} onPointerMove=${() => index !== at && setAt(index)} onClick=${() => onChoose(option)}>
      <${TextObject} text=${option.text} />
      ${option.description && html`<span class="listbox-about"><${TextObject} text=${option.description} /></span>`}
    </button>`,
    )}
  </div>`;
}
