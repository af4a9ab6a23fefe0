import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { uploadFile } from '../data/deeds.ts';
import { filesIn, type GivenFile } from '../data/form-values.ts';
import { tell } from '../data/toasts.ts';
import { Icon } from '../shell/icon.ts';
import { formatSize } from '../text/format-size.ts';
import { type ElementProps, useElement } from './surface.ts';

/** Where the element names no number. */
const mostFiles = 10;

/** A file is uploaded when it is chosen, as by Slack's client; what is submitted names it. */
export function FileElement(props: ElementProps): VNode {
  const { element, labelId } = props;
  const { content, choose, error } = useElement(props);
  const [uploading, setUploading] = useState(false);
  const files = filesIn(content);
  const most = element.max_files ?? mostFiles;

  async function add({ target }: Event): Promise<void> {
    if (!(target instanceof HTMLInputElement)) return;
    const picked = [...(target.files ?? [])];
    // So that the same file can be picked again after it was removed.
    target.value = '';
    setUploading(true);
    const added: GivenFile[] = [];
    for (const file of picked) await tell(async () => added.push(await uploadFile(file)));
    if (added.length > 0) await choose([...files, ...added]);
    setUploading(false);
  }

  const remove = (id: string) => void choose(files.filter((file) => file.id !== id));
  return html`<div class="file-input" aria-busy=${uploading}>
    ${files.map((file) => html`<${ChosenFile} key=${file.id} file=${file} onRemove=${remove} />`)}
    <label class="button button-small file-choose">
      <input type="file" class="visually-hidden" multiple=${most > 1} accept=${accepted(element.filetypes)}
        disabled=${uploading || files.length >= most} aria-labelledby=${labelId} aria-invalid=${error !== undefined}
        data-testid=${`action-${element.action_id}`} onChange=${(event: Event) => void add(event)} />
      <${Icon} name="file" /> ${uploading ? 'Uploading' : most > 1 ? 'Choose files' : 'Choose a file'}
    </label>
  </div>`;
}

const accepted = (endings: readonly string[] = []): string | undefined =>
  endings.length > 0 ? endings.map((ending) => `.${ending.replace(/^\./, '')}`).join(',') : undefined;

function ChosenFile({ file, onRemove }: { file: GivenFile; onRemove: (id: string) => void }): VNode {
  return html`<div class="file" data-testid="chosen-file">
    <${Icon} name="file" />
    <span class="file-name">${file.name}</span>
    <span class="file-size">${formatSize(file.size)}</span>
    <button type="button" class="button button-small button-icon button-quiet" aria-label=${`Remove ${file.name}`}
      data-testid="remove-file" onClick=${() => onRemove(file.id)}><${Icon} name="close" /></button>
  </div>`;
}
