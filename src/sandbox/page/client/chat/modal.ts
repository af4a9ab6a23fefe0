import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { BlockList } from '../blocks/block-list.ts';
import { closeView, submitView } from '../data/deeds.ts';
import { collectValues, type FormValues, withState } from '../data/form-values.ts';
import { modalsOf } from '../data/select.ts';
import { store, useStore } from '../data/store.ts';
import { loadViews } from '../data/sync.ts';
import { tell } from '../data/toasts.ts';
import type { View } from '../data/wire.ts';
import { type Surface, SurfaceContext } from '../elements/surface.ts';
import { Dialog } from '../shell/dialog.ts';
import { ModalFrame } from './modal-frame.ts';

/** The modal on top of the stack. Those below keep what was typed into them. */
export function Modals(): VNode | null {
  const views = useStore((state) => state.views);
  const modals = modalsOf({ ...store.get(), views });
  const top = modals.at(-1);
  return top ? html`<${Modal} view=${top} depth=${modals.length} />` : null;
}

type Errors = Readonly<Record<string, string>>;

function Modal({ view, depth }: { view: View; depth: number }): VNode {
  const [typed, setTyped] = useState<Readonly<Record<string, FormValues>>>({});
  const [found, setFound] = useState<{ readonly viewId: string; readonly errors: Errors }>({
    viewId: '',
    errors: {},
  });
  const [busy, setBusy] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const edited = typed[view.id] ?? {};
  const known = view.state?.values ?? {};
  const errors = found.viewId === view.id ? found.errors : {};

  async function submit(): Promise<void> {
    if (busy || !view.submit) return;
    setBusy(true);
    await tell(async () => {
      const outcome = await submitView(view.id, collectValues(view.blocks, known, edited));
      setFound({ viewId: view.id, errors: outcome.errors ?? {} });
      if (outcome.errors) focusFirst(body.current, Object.keys(outcome.errors));
      else await loadViews();
    });
    setBusy(false);
  }

  const surface: Surface = {
    spot: { view_id: view.id },
    kind: 'modal',
    known,
    edited,
    edit(blockId, actionId, state) {
      setTyped((all) => ({ ...all, [view.id]: withState(all[view.id] ?? {}, blockId, actionId, state) }));
      setFound(({ errors: { [blockId]: _mended, ...others } }) => ({ viewId: view.id, errors: others }));
    },
    errors,
    submit: () => void submit(),
  };
  const close = () => void tell(() => closeView(view.id));
  return html`<${Dialog} kind="modal" labelledBy="modal-title" testId="modal" onClose=${close}>
    <${ModalFrame} view=${view} depth=${depth} busy=${busy} onSubmit=${submit} onClose=${close}>
      <div ref=${body} class="dialog-body" key=${view.id}>
        <${SurfaceContext.Provider} value=${surface}><${BlockList} blocks=${view.blocks} /><//>
      </div>
    <//>
  <//>`;
}

function focusFirst(body: HTMLElement | null, blockIds: readonly string[]): void {
  const invalid = [...(body?.querySelectorAll<HTMLElement>('.input-block') ?? [])].find((block) =>
    blockIds.includes(block.dataset.testid?.slice('input-'.length) ?? ''),
  );
  invalid?.querySelector<HTMLElement>('input, textarea, button')?.focus();
}
