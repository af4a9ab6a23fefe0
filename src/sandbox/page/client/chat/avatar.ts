import { html } from 'htm/preact';
import type { VNode } from 'preact';

const hues = 8;

/** A square with a letter, always the same colour for the same person; the bot has its sign. */
export function Avatar({
  id,
  name,
  bot,
  small,
}: {
  id: string;
  name: string;
  bot?: boolean;
  small?: boolean;
}): VNode {
  const size = small ? 'avatar avatar-small' : 'avatar';
  if (bot) return html`<img class=${size} src="/page/styles/icon.svg" alt="" />`;
  const hue = [...id].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % hues;
  return html`<span class=${size} data-hue=${Math.abs(hue)} aria-hidden="true">${name.slice(0, 1).toUpperCase()}</span>`;
}
