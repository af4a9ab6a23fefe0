import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useStore } from '../data/store.ts';
import { dismissToast } from '../data/toasts.ts';
import { Icon } from './icon.ts';

/** What went wrong, above everything, open modals too. */
export function Toasts(): VNode {
  const toasts = useStore((state) => state.toasts);
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const shown = box.current;
    if (!shown) return;
    // Shown anew each time: what was shown last lies on top.
    if (shown.matches(':popover-open')) shown.hidePopover();
    if (toasts.length > 0) shown.showPopover();
  }, [toasts]);
  return html`<div ref=${box} popover="manual" class="toasts" role="region" aria-label="Notices" aria-live="assertive">
    ${toasts.map(
      ({
        id,
        text,
        tone,
      }) => html`<div key=${id} class="toast" data-tone=${tone} role=${tone === 'error' ? 'alert' : 'status'} data-testid="toast">
      <span>${text}</span>
      <button type="button" class="button button-icon button-quiet" aria-label="Dismiss" onClick=${() => dismissToast(id)}><${Icon} name="close" /></button>
    </div>`,
    )}
  </div>`;
}
