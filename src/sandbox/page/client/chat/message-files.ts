import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { query } from '../data/api.ts';
import { useStore } from '../data/store.ts';
import type { SharedFile } from '../data/wire.ts';
import { Icon } from '../shell/icon.ts';
import { formatSize } from '../text/format-size.ts';

/** The files that a message carries, to be saved. */
export function MessageFiles({ files }: { files: readonly SharedFile[] }): VNode {
  const user = useStore(({ me }) => me);
  return html`<div class="files">${files.map(
    (file) => html`<div class="file" key=${file.id} data-testid="file" data-file=${file.id}>
      <${Icon} name="file" />
      <span class="file-name">${file.title}</span>
      ${file.title !== file.name && html`<span class="file-called">${file.name}</span>`}
      <span class="file-size">${formatSize(file.size)}</span>
      <a class="link" href=${`/control/slack/files/${file.id}?${query({ user })}`} download=${file.name}
        aria-label=${`Download ${file.name}`} data-testid="file-download">Download</a>
    </div>`,
  )}</div>`;
}
