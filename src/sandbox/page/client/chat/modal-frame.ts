import { html } from 'htm/preact';
import type { ComponentChildren, VNode } from 'preact';
import type { View } from '../data/wire.ts';
import { Icon } from '../shell/icon.ts';
import { plainText } from '../text/render-text.ts';

type Props = {
  readonly view: View;
  readonly depth: number;
  readonly busy: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children?: ComponentChildren;
};

/** A modal's title and its buttons; Slack's own words where the bot gave none. */
export function ModalFrame({ view, depth, busy, onSubmit, onClose, children }: Props): VNode {
  const submit = (event: Event) => {
    event.preventDefault();
    onSubmit();
  };
  return html`<form class="dialog-form" novalidate aria-busy=${busy} onSubmit=${submit}>
    <header class="dialog-head">
      ${depth > 1 && html`<button type="button" class="button button-icon button-quiet" aria-label="Back" data-testid="modal-back" onClick=${onClose}><${Icon} name="back" /></button>`}
      <img class="avatar avatar-small" src="/page/styles/icon.svg" alt="" />
      <h2 id="modal-title">${plainText(view.title ?? { text: 'Trunkline' })}</h2>
      <button type="button" class="button button-icon button-quiet" aria-label="Close dialog" data-testid="modal-dismiss" onClick=${onClose}><${Icon} name="close" /></button>
    </header>
    ${children}
    <footer class="dialog-foot">
      <button type="button" class="button" data-testid="modal-close" onClick=${onClose}>${plainText(view.close ?? { text: view.submit ? 'Cancel' : 'Close' })}</button>
      ${
        view.submit &&
        html`<button type="submit" class="button button-primary" disabled=${busy} data-testid="modal-submit">
        ${busy && html`<span class="spinner" aria-hidden="true"></span>`}${plainText(view.submit)}
      </button>`
      }
    </footer>
  </form>`;
}
