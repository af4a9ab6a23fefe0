import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { openHome } from '../data/deeds.ts';
import { homeOf } from '../data/select.ts';
import { useStore } from '../data/store.ts';
import { tell } from '../data/toasts.ts';
import { ViewBlocks } from './view-blocks.ts';

/** App Home. The bot is told of every visit, as Slack tells it. */
export function HomeView(): VNode {
  const me = useStore((state) => state.me);
  const home = useStore(homeOf);
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    if (me) void tell(openHome).then(() => setAsked(true));
  }, [me]);
  if (home)
    return html`<div class="home" tabindex="0" data-testid="home"><div class="home-page"><${ViewBlocks} key=${home.id} view=${home} /></div></div>`;
  return html`<p class="empty" role="status">${asked ? 'The bot has not published its Home yet.' : 'Opening Home…'}</p>`;
}
