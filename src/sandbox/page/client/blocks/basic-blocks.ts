import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { ActionsBlock, ContextBlock, Element, ImageElement, SectionBlock } from '../data/blocks.ts';
import { ElementView } from '../elements/element.ts';
import { TextObject } from '../text/render-text.ts';
import { Picture } from './image.ts';

export function SectionView({ block }: { block: SectionBlock }): VNode {
  const { text, fields, accessory } = block;
  return html`<div class="section">
    <div class="section-body">
      ${text && html`<div class="section-text"><${TextObject} text=${text} /></div>`}
      ${fields && html`<div class="fields">${fields.map((field) => html`<div class="section-field"><${TextObject} text=${field} /></div>`)}</div>`}
    </div>
    ${accessory && html`<div class="accessory"><${AccessoryView} accessory=${accessory} blockId=${block.block_id ?? ''} /></div>`}
  </div>`;
}

function AccessoryView({
  accessory,
  blockId,
}: {
  accessory: Element | ImageElement;
  blockId: string;
}): VNode {
  if ('action_id' in accessory) return html`<${ElementView} element=${accessory} blockId=${blockId} />`;
  return html`<${Picture} image=${accessory} size="thumb" />`;
}

export function ActionsView({ block }: { block: ActionsBlock }): VNode {
  return html`<div class="actions">
    ${block.elements.map((element) => html`<${ElementView} key=${element.action_id} element=${element} blockId=${block.block_id ?? ''} />`)}
  </div>`;
}

export function ContextView({ block }: { block: ContextBlock }): VNode {
  return html`<div class="context">
    ${block.elements.map((element) =>
      element.type === 'image'
        ? html`<${Picture} image=${element} size="inline" />`
        : html`<div class="context-text"><${TextObject} text=${element} /></div>`,
    )}
  </div>`;
}
