import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useContext } from 'preact/hooks';
import type { InputBlock } from '../data/blocks.ts';
import { ElementView } from '../elements/element.ts';
import { SurfaceContext } from '../elements/surface.ts';
import { TextObject } from '../text/render-text.ts';

export function InputView({ block }: { block: InputBlock }): VNode {
  const blockId = block.block_id ?? '';
  const error = useContext(SurfaceContext)?.errors[blockId];
  const labelId = `label-${blockId}`;
  return html`<div class="input-block" data-invalid=${error === undefined ? undefined : ''} data-testid=${`input-${blockId}`}>
    <div class="input-label" id=${labelId}>
      <${TextObject} text=${block.label} />${block.optional && html`<span class="input-optional"> (optional)</span>`}
    </div>
    <${ElementView} element=${block.element} blockId=${blockId} labelId=${labelId} quiet=${block.dispatch_action !== true} />
    ${error !== undefined && html`<p class="input-error" role="alert">${error}</p>`}
    ${block.hint && html`<p class="input-hint"><${TextObject} text=${block.hint} /></p>`}
  </div>`;
}
