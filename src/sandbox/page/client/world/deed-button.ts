import { html } from 'htm/preact';
import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { moveWorld } from '../data/deeds.ts';
import { say, tell } from '../data/toasts.ts';

type Props = {
  readonly path: string;
  readonly body: object;
  readonly testId: string;
  readonly disabled?: boolean;
  readonly title?: string;
  /** Said when it is done, where nothing on the page shows it. */
  readonly done?: string;
  readonly children?: ComponentChildren;
};

/** A button that moves the world by one call. */
export function DeedButton({ path, body, testId, disabled, title, done, children }: Props): VNode {
  const [busy, setBusy] = useState(false);
  const onClick = async () => {
    if (busy) return;
    setBusy(true);
    const went = await tell(() => moveWorld(path, body));
    setBusy(false);
    if (went && done) say(done, 'done');
  };
  return html`<button type="button" class="button button-tool" disabled=${disabled} aria-busy=${busy} title=${title} data-testid=${testId} onClick=${onClick}>${children}</button>`;
}
