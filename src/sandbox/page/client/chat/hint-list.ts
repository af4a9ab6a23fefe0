import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { Hint } from './command-hints.ts';

type Props = { readonly hints: readonly Hint[]; readonly at: number; readonly onTake: (hint: Hint) => void };

export function CommandHints({ hints, at, onTake }: Props): VNode {
  return html`<div class="hints" data-testid="command-hints">
    <div class="hints-head">Trunkline<span>Tab completes, ↑ ↓ choose, Enter sends, Esc closes</span></div>
    <ul id="command-hints" role="listbox" aria-label="Commands">
      ${hints.map(
        (
          hint,
          index,
        ) => html`<li id=${`hint-${index}`} key=${hint.line} role="option" class="hint" aria-selected=${index === at}
        data-testid=${`hint-${hint.line.split(' ').at(-1)}`} onMouseDown=${(event: Event) => event.preventDefault()} onClick=${() => onTake(hint)}>
        <span class="hint-line">${hint.line} <span class="hint-usage">${hint.usage}</span></span>
        <span class="hint-about">${hint.about}</span>
      </li>`,
      )}
    </ul>
  </div>`;
}
