import { html } from 'htm/preact';
import type { ComponentChild, VNode } from 'preact';
import type { Block } from '../data/blocks.ts';
import { ActionsView, ContextView, SectionView } from './basic-blocks.ts';
import { ImageView } from './image.ts';
import { InputView } from './input.ts';
import { AlertView, DividerView, HeaderView, MarkdownView } from './plain-blocks.ts';
import { RichTextView } from './rich-text.ts';
import { TableView } from './table.ts';

export function BlockList({ blocks }: { blocks: readonly Block[] }): VNode {
  return html`<div class="blocks">
    ${blocks.map((block, index) => html`<div class=${`block block-${block.type}`} key=${block.block_id ?? index}>${blockView(block)}</div>`)}
  </div>`;
}

function blockView(block: Block): ComponentChild {
  switch (block.type) {
    case 'section':
      return html`<${SectionView} block=${block} />`;
    case 'header':
      return html`<${HeaderView} block=${block} />`;
    case 'context':
      return html`<${ContextView} block=${block} />`;
    case 'actions':
    case 'context_actions':
      return html`<${ActionsView} block=${block} />`;
    case 'divider':
      return html`<${DividerView} />`;
    case 'image':
      return html`<${ImageView} image=${block} />`;
    case 'input':
      return html`<${InputView} block=${block} />`;
    case 'rich_text':
      return html`<${RichTextView} block=${block} />`;
    case 'table':
    case 'data_table':
      return html`<${TableView} block=${block} />`;
    case 'markdown':
      return html`<${MarkdownView} block=${block} />`;
    case 'alert':
      return html`<${AlertView} block=${block} />`;
    default:
      return unknown(block);
  }
}

const unknown = (block: { readonly type: string }): VNode =>
  html`<span class="unknown">This page cannot draw the block “${block.type}”.</span>`;
