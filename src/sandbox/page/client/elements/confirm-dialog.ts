import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { Confirm } from '../data/blocks.ts';
import { store, useStore } from '../data/store.ts';
import { Dialog } from '../shell/dialog.ts';
import { TextObject } from '../text/render-text.ts';

/** Asks before something is done; true when the person goes on. */
export function ask(confirm: Confirm): Promise<boolean> {
  return new Promise((resolve) => {
    const answer = (yes: boolean) => {
      store.change(() => ({ question: undefined }));
      resolve(yes);
    };
    store.change(() => ({ question: { confirm, answer } }));
  });
}

export function ConfirmDialog(): VNode | null {
  const question = useStore((state) => state.question);
  if (!question) return null;
  const { confirm, answer } = question;
  const tone = confirm.style === 'danger' ? 'button button-danger' : 'button button-primary';
  return html`<${Dialog} kind="confirm" role="alertdialog" labelledBy="confirm-title" testId="confirm" onClose=${() => answer(false)}>
    <header class="dialog-head"><h2 id="confirm-title"><${TextObject} text=${confirm.title} /></h2></header>
    <div class="dialog-body"><${TextObject} text=${confirm.text} /></div>
    <footer class="dialog-foot">
      <button type="button" class="button" data-testid="confirm-deny" onClick=${() => answer(false)}>
        <${TextObject} text=${confirm.deny} />
      </button>
      <button type="button" class=${tone} data-testid="confirm-accept" data-autofocus onClick=${() => answer(true)}>
        <${TextObject} text=${confirm.confirm} />
      </button>
    </footer>
  <//>`;
}
