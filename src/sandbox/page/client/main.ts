/** Starts the page: the world, then what the person sees of it, then the news. */
import { html, render } from 'htm/preact';
import { followNews } from './data/live.ts';
import { firstPerson, placeFor, placeFromAddress } from './data/navigate.ts';
import { store } from './data/store.ts';
import { follow, loadAll, loadWorld } from './data/sync.ts';
import { tell } from './data/toasts.ts';
import { App } from './shell/app.ts';
import { isNarrow } from './shell/narrow.ts';
import { onGlobalKey } from './shell/switcher.ts';

async function start(): Promise<void> {
  await loadWorld();
  store.change((state) => ({ me: firstPerson(state), place: placeFromAddress() }));
  store.change((state) => ({ place: placeFor(state) }));
  await loadAll();
}

const refresh = () => void tell(async () => Promise.all([loadWorld(), loadAll()]));

function titleOf({ place, world }: ReturnType<typeof store.get>): string {
  const name = place.kind === 'home' ? 'Home' : world?.channels.find(({ id }) => id === place.id)?.name;
  return name ? `${name} · Trunkline Sandbox` : 'Trunkline Sandbox';
}

const root = document.querySelector<HTMLElement>('#app');
if (root) {
  store.change(() => ({ panelOpen: !isNarrow() }));
  render(html`<${App} />`, root);
  store.subscribe(() => {
    document.title = titleOf(store.get());
  });
  addEventListener('keydown', onGlobalKey);
  addEventListener('popstate', () =>
    store.change((state) => ({ place: placeFor({ ...state, place: placeFromAddress() }) })),
  );
  void tell(start).then(() => followNews(follow, refresh));
}
