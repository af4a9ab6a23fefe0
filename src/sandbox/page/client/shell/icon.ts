import { html } from 'htm/preact';
import type { VNode } from 'preact';

/** Drawn with one stroke in a 20 × 20 field. */
const paths = {
  close: 'M5 5l10 10M15 5L5 15',
  back: 'M12 4l-6 6 6 6',
  down: 'M5 8l5 5 5-5',
  right: 'M8 5l5 5-5 5',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  lock: 'M5.5 9h9v7h-9zM7.5 9V6.5a2.5 2.5 0 0 1 5 0V9',
  hash: 'M7.5 3l-1.5 14M14 3l-1.5 14M3.5 7.5h13.5M3 12.5h13.5',
  search: 'M8.5 3.5a5 5 0 1 1 0 10 5 5 0 0 1 0-10zM12.3 12.3l4.2 4.2',
  send: 'M3.5 16.5L17 10 3.5 3.5l2 6.5zM5.5 10H11',
  world: 'M3 14.5h3.5l2-8 3 10.5 2.5-7h3',
  thread: 'M4 4h12v9H9.5L6 16v-3H4z',
  check: 'M4 10.5l4 4 8-9',
  eye: 'M2 10s3-5.5 8-5.5S18 10 18 10s-3 5.5-8 5.5S2 10 2 10zM10 7.8a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4z',
  image: 'M3 4.5h14v11H3zM3 13l4-4 3.5 3.5L13 10l4 4M12.5 7.5h.01',
  file: 'M5 2.5h6.5L15 6v11.5H5zM11.5 2.5V6H15',
  link: 'M8 6H5.5A3 3 0 0 0 5.5 14H8M12 6h2.5a3 3 0 0 1 0 8H12M7 10h6',
} as const;

export type IconName = keyof typeof paths;

export const Icon = ({ name }: { name: IconName }): VNode =>
  html`<svg class=${`icon icon-${name}`} viewBox="0 0 20 20" aria-hidden="true"><path d=${paths[name]} /></svg>`;
