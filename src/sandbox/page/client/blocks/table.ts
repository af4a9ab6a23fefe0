import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { Cell, TableBlock } from '../data/blocks.ts';
import { plainText } from '../text/render-text.ts';
import { RichTextView } from './rich-text.ts';

/** The first row is the head, as Slack draws it. */
export function TableView({ block }: { block: TableBlock }): VNode {
  const [head = [], ...rows] = block.rows;
  return html`<div class="table-frame" tabindex="0" role="region" aria-label=${block.caption ?? 'Table'}>
    <table class="table">
      ${block.caption && html`<caption>${block.caption}</caption>`}
      <thead><tr>${head.map((cell, column) => html`<th scope="col" class=${columnClass(block, cell, column)}>${cellText(cell)}</th>`)}</tr></thead>
      <tbody>${rows.map((row) => html`<tr>${row.map((cell, column) => html`<td class=${columnClass(block, cell, column)}>${cellText(cell)}</td>`)}</tr>`)}</tbody>
    </table>
  </div>`;
}

function columnClass(block: TableBlock, cell: Cell, column: number): string {
  const { align = cell.type === 'raw_number' ? 'right' : 'left', is_wrapped: wrapped = false } =
    block.column_settings?.[column] ?? {};
  return `cell-${align}${wrapped ? ' cell-wrapped' : ''}`;
}

function cellText(cell: Cell) {
  return cell.type === 'rich_text' ? html`<${RichTextView} block=${cell} />` : plainText({ text: cell.text });
}
