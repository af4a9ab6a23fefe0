import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { emojiCharacter } from './emoji.ts';
import { emojiArt } from './emoji-art.ts';

export function EmojiSign({ name }: { name: string }): VNode {
  const shapes = emojiArt[name];
  const label = name.replaceAll('_', ' ');
  if (!shapes)
    return html`<span class="emoji" role="img" aria-label=${label} title=${`:${name}:`}>${emojiCharacter(name)}</span>`;
  return html`<svg class="emoji emoji-drawn" viewBox="0 0 16 16" role="img" aria-label=${label} data-emoji=${name}>
    <title>${`:${name}:`}</title>
    ${shapes.map(([fill, path]) => html`<path fill=${fill} d=${path} />`)}
  </svg>`;
}
