import { html } from 'htm/preact';
import type { ComponentChildren, RefObject, VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

type Props = {
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
  readonly children?: ComponentChildren;
};

const gap = 4;
const edge = 8;

/** A box beside its anchor, above everything else, modals too. It goes when one presses outside of it. */
export function Popover({ anchor, onClose, children }: Props): VNode {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const shown = box.current;
    if (!shown) return undefined;
    shown.showPopover();
    const place = () => anchor.current && putBeside(shown, anchor.current);
    place();
    shown.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    const outside = (event: Event) => {
      const { target } = event;
      if (!(target instanceof Node) || shown.contains(target) || anchor.current?.contains(target)) return;
      onClose();
    };
    const watch = new ResizeObserver(place);
    watch.observe(shown);
    document.addEventListener('pointerdown', outside, true);
    document.addEventListener('scroll', place, true);
    return () => {
      watch.disconnect();
      document.removeEventListener('pointerdown', outside, true);
      document.removeEventListener('scroll', place, true);
    };
  }, []);
  return html`<div ref=${box} popover="manual" class="popover">${children}</div>`;
}

/** Below the anchor; above it where there is more room. */
function putBeside(box: HTMLElement, anchor: HTMLElement): void {
  const at = anchor.getBoundingClientRect();
  const below = window.innerHeight - at.bottom - gap - edge;
  const above = at.top - gap - edge;
  const height = box.offsetHeight;
  const upwards = height > below && above > below;
  box.style.minWidth = `${Math.min(at.width, window.innerWidth - 2 * edge)}px`;
  box.style.maxHeight = `${Math.min(360, upwards ? above : below)}px`;
  box.style.left = `${Math.max(edge, Math.min(at.left, window.innerWidth - box.offsetWidth - edge))}px`;
  box.style.top = upwards ? `${at.top - gap - Math.min(box.offsetHeight, above)}px` : `${at.bottom + gap}px`;
}
