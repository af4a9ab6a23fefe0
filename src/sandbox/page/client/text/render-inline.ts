import { html } from 'htm/preact';
import type { ComponentChild, VNode } from 'preact';
import { worldNow } from '../data/select.ts';
import { useStore } from '../data/store.ts';
import { EmojiSign } from './emoji-sign.ts';
import { formatDate } from './format-date.ts';
import { ChannelName, Mention } from './mention.ts';
import type { Inline } from './text-tree.ts';

export const inlines = (parts: readonly Inline[]): ComponentChild[] => parts.map(inline);

function inline(part: Inline): ComponentChild {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'break':
      return html`<br />`;
    case 'bold':
      return html`<strong>${inlines(part.children)}</strong>`;
    case 'italic':
      return html`<em>${inlines(part.children)}</em>`;
    case 'strike':
      return html`<s>${inlines(part.children)}</s>`;
    case 'underline':
      return html`<u>${inlines(part.children)}</u>`;
    case 'code':
      return html`<code class="code">${part.text}</code>`;
    case 'link':
      return html`<${Outward} url=${part.url}>${inlines(part.children)}<//>`;
    case 'emoji':
      return html`<${EmojiSign} name=${part.name} />`;
    case 'date':
      return html`<${DateText} part=${part} />`;
    case 'channel':
      return html`<${ChannelName} id=${part.id} label=${part.label} />`;
    default:
      return html`<${Mention} part=${part} />`;
  }
}

export function Outward({ url, children }: { url: string; children: ComponentChild }): VNode {
  return html`<a class="link" href=${url} target="_blank" rel="noopener noreferrer">${children}</a>`;
}

function DateText({ part }: { part: Extract<Inline, { kind: 'date' }> }): VNode {
  const offset = useStore((state) => state.clockOffset);
  const now = worldNow({ clockOffset: offset });
  const text = formatDate(part.at, part.format, { now });
  const title = formatDate(part.at, '{date_long} at {time_secs}', { now });
  const time = html`<time datetime=${new Date(part.at).toISOString()} title=${title}>${text}</time>`;
  return part.url ? html`<${Outward} url=${part.url}>${time}<//>` : time;
}
