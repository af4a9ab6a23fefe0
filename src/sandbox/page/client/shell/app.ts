import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { ChannelView } from '../chat/channel-view.ts';
import { HomeView } from '../chat/home-view.ts';
import { Modals } from '../chat/modal.ts';
import { ThreadPane } from '../chat/thread-pane.ts';
import { store, useStore } from '../data/store.ts';
import { ConfirmDialog } from '../elements/confirm-dialog.ts';
import { WorldPanel } from '../world/world-panel.ts';
import { isNarrow } from './narrow.ts';
import { PlaceHead } from './place-head.ts';
import { Sidebar } from './sidebar.ts';
import { Switcher } from './switcher.ts';
import { Toasts } from './toast-list.ts';

export function App(): VNode {
  const world = useStore((state) => state.world);
  const place = useStore((state) => state.place);
  const thread = useStore((state) => state.thread);
  const live = useStore((state) => state.live);
  const panelOpen = useStore((state) => state.panelOpen);
  const drawerOpen = useStore((state) => state.drawerOpen);
  const closeDrawers = () =>
    store.change(() => ({ drawerOpen: false, ...(isNarrow() && { panelOpen: false }) }));
  if (!world) return html`<p class="empty" role="status">Opening the workspace…</p><${Toasts} />`;
  return html`<div class="app" data-drawer=${drawerOpen ? '' : undefined} data-panel=${panelOpen ? '' : undefined} data-thread=${thread ? '' : undefined}>
    <${Sidebar} />
    <main class="place">
      <${PlaceHead} />
      ${live === 'lost' && html`<p class="lost" role="status">The connection to the sandbox is lost. Trying again…</p>`}
      ${place.kind === 'home' ? html`<${HomeView} />` : html`<${ChannelView} id=${place.id} />`}
    </main>
    <${ThreadPane} />
    ${panelOpen && html`<${WorldPanel} />`}
    <button type="button" class="curtain" aria-label="Close" tabindex="-1" onClick=${closeDrawers}></button>
  </div>
  <${Modals} /><${Switcher} /><${ConfirmDialog} /><${Toasts} />`;
}
