import { html } from 'htm/preact';
import type { ComponentChild, VNode } from 'preact';
import type { RichPart, RichTextBlock } from '../data/blocks.ts';
import { inlines } from '../text/render-inline.ts';
import { richInlines } from '../text/rich-inline.ts';

export function RichTextView({ block }: { block: RichTextBlock }): VNode {
  return html`<div class="text">${block.elements.map(part)}</div>`;
}

function part(element: RichPart): ComponentChild {
  switch (element.type) {
    case 'rich_text_section':
      return html`<p>${inlines(richInlines(element.elements))}</p>`;
    case 'rich_text_quote':
      return html`<blockquote><p>${inlines(richInlines(element.elements))}</p></blockquote>`;
    case 'rich_text_preformatted':
      return html`<pre class="code-block"><code>${inlines(richInlines(element.elements))}</code></pre>`;
    case 'rich_text_list': {
      const items = element.elements.map(
        (item) => html`<li data-indent=${element.indent ?? 0}>${inlines(richInlines(item.elements))}</li>`,
      );
      return element.style === 'ordered'
        ? html`<ol start=${(element.offset ?? 0) + 1}>${items}</ol>`
        : html`<ul>${items}</ul>`;
    }
  }
}
