/** Text of every kind as elements. Everything from outside becomes a text node: there is no HTML to inject. */
import { html } from 'htm/preact';
import type { ComponentChild, VNode } from 'preact';
import type { Text } from '../data/blocks.ts';
import { isEmoji } from './emoji.ts';
import { EmojiSign } from './emoji-sign.ts';
import { parseMrkdwn } from './parse-mrkdwn.ts';
import { inlines } from './render-inline.ts';
import type { ListItem, TextBlock } from './text-tree.ts';

export function Tree({ blocks }: { blocks: readonly TextBlock[] }): VNode {
  return html`<div class="text">${blocks.map(treeBlock)}</div>`;
}

export const Mrkdwn = ({ text }: { text: string }): VNode => html`<${Tree} blocks=${parseMrkdwn(text)} />`;

function treeBlock(block: TextBlock): ComponentChild {
  switch (block.kind) {
    case 'paragraph':
      return html`<p>${inlines(block.children)}</p>`;
    case 'heading':
      return html`<p class="heading" data-level=${Math.min(block.level, 3)}>${inlines(block.children)}</p>`;
    case 'code-block':
      return html`<pre class="code-block"><code>${block.text}</code></pre>`;
    case 'quote':
      return html`<blockquote>${block.blocks.map(treeBlock)}</blockquote>`;
    case 'rule':
      return html`<hr />`;
    case 'list':
      return block.ordered
        ? html`<ol start=${block.start}>${block.items.map(listItem)}</ol>`
        : html`<ul>${block.items.map(listItem)}</ul>`;
  }
}

const listItem = ({ indent, children }: ListItem): VNode =>
  html`<li data-indent=${indent}>${inlines(children)}</li>`;

/** Plain text with its emoji; line breaks are kept by the style. */
export function plainText({ text, emoji = true }: { text: string; emoji?: boolean }): ComponentChild[] {
  if (!emoji) return [text];
  return text.split(/(:[a-z0-9_+-]+:)/).map((piece) => {
    const name = piece.slice(1, -1);
    return piece.startsWith(':') && isEmoji(name) ? html`<${EmojiSign} name=${name} />` : piece;
  });
}

/** A text object, in a line of its own or among others. */
export function TextObject({ text }: { text: Text }): VNode {
  if (text.type === 'mrkdwn') return html`<${Mrkdwn} text=${text.text} />`;
  return html`<span class="plain">${plainText(text)}</span>`;
}
