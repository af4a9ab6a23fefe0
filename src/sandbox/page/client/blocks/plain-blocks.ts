import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { AlertBlock, HeaderBlock, MarkdownBlock } from '../data/blocks.ts';
import { parseMarkdown } from '../text/parse-markdown.ts';
import { TextObject, Tree } from '../text/render-text.ts';

export const HeaderView = ({ block }: { block: HeaderBlock }): VNode =>
  html`<h3 class="header"><${TextObject} text=${block.text} /></h3>`;

export const DividerView = (): VNode => html`<hr class="divider" />`;

export const MarkdownView = ({ block }: { block: MarkdownBlock }): VNode =>
  html`<${Tree} blocks=${parseMarkdown(block.text)} />`;

export const AlertView = ({ block }: { block: AlertBlock }): VNode =>
  html`<div class="alert" role="note" data-level=${block.level ?? 'default'}><${TextObject} text=${block.text} /></div>`;
