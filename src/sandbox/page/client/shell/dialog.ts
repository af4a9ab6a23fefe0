import { html } from 'htm/preact';
import type { ComponentChildren, VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

type Props = {
  readonly kind: string;
  readonly labelledBy: string;
  readonly testId: string;
  readonly role?: string;
  readonly onClose: () => void;
  readonly children?: ComponentChildren;
};

const firstFocus = ['[data-autofocus]', '.dialog-body :is(input, textarea, button):not([disabled])'];

/** The browser's own modal dialog: it keeps the focus inside, and gives it back when it goes. */
export function Dialog({ kind, labelledBy, testId, role, onClose, children }: Props): VNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    const wanted = firstFocus.map((selector) => dialog.current?.querySelector<HTMLElement>(selector));
    wanted.find((element) => element)?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const cancel = (event: Event) => {
    event.preventDefault();
    onClose();
  };
  return html`<dialog ref=${dialog} class=${`dialog dialog-${kind}`} role=${role} aria-modal="true"
    aria-labelledby=${labelledBy} data-testid=${testId} onCancel=${cancel}>${children}</dialog>`;
}
