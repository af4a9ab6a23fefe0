import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { Link } from '../data/wire.ts';
import { DeedButton } from './deed-button.ts';

/** A peering on one link: whether its sessions run, and what can be cut of it. */
export function LinkTools({ state, path }: { state: Link; path: string }): VNode {
  const { peering, link, up, arp = true, sessions = [] } = state;
  const place = { peering, link };
  const id = `${peering}-${link}`;
  const isDual = sessions.length > 1;
  return html`<div class="tool-row link-row" role="group" aria-label=${`${peering}, ${link} link`}>
    <span class="tool-name"><span class="dot" data-tone=${up ? 'good' : 'bad'} aria-hidden="true"></span>${link}</span>
    <span class="quiet" data-testid=${`link-state-${id}`}>${standing(state)}</span>
    <span class="tool-buttons">
      <${DeedButton} path=${`${path}/links`} body=${{ ...place, up: !up }} testId=${`link-${id}`}
        title=${up ? `Both families of BGP go down on the ${link} link` : `All of the ${link} link comes back`}>${up ? 'Cut BGP' : 'Restore'}<//>
      ${
        isDual &&
        up &&
        html`<${DeedButton} path=${`${path}/links`} body=${{ ...place, up: false, family: 'ipv6' }} testId=${`link-${id}-ipv6`}
          title="The IPv6 session alone goes down">Cut IPv6<//>`
      }
      ${
        arp &&
        html`<${DeedButton} path=${`${path}/links`} body=${{ ...place, up: false, layer: 2 }} testId=${`wire-${id}`}
          title="Not even ARP answers">Cut wire<//>`
      }
    </span>
  </div>`;
}

/** In words: the colour alone says nothing to some readers. */
function standing({ up, arp = true, sessions = [] }: Link): string {
  if (!arp) return 'wire cut';
  if (!up && sessions.every((session) => !session.up)) return 'BGP down';
  const shown = sessions.map(({ family, up: isUp, received }) =>
    isUp ? `${received} ${names[family]}` : `${names[family]} down`,
  );
  return shown.join(' · ') || 'up';
}

const names = { ipv4: 'v4', ipv6: 'v6' } as const;
