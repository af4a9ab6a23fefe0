import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { goTo, goToChannel } from '../data/navigate.ts';
import { channelOf, directMessageOf, isDirect } from '../data/select.ts';
import type { State } from '../data/state.ts';
import { store, useStore } from '../data/store.ts';
import { Icon } from './icon.ts';

/** Above the messages: where one is, and the ways to the panels. */
export function PlaceHead(): VNode {
  const place = useStore((state) => state.place);
  const panelOpen = useStore((state) => state.panelOpen);
  const channel = useStore((state) => (place.kind === 'channel' ? channelOf(state, place.id) : undefined));
  const withBot = place.kind === 'home' || (channel !== undefined && isDirect(channel));
  return html`<header class="pane-head place-head">
    <button type="button" class="button button-icon button-quiet only-narrow" aria-label="Channels" data-testid="open-sidebar"
      onClick=${() => store.change(() => ({ drawerOpen: true }))}><${Icon} name="menu" /></button>
    <div class="place-title">
      ${withBot ? html`<h1>Trunkline</h1>` : html`<h1><${Icon} name=${channel?.kind === 'private' ? 'lock' : 'hash'} />${channel?.name}</h1>`}
      ${channel && !withBot && html`<span class="pane-about">${aboutChannel(channel.topic, channel.members?.length)}</span>`}
    </div>
    ${withBot && html`<${Tabs} />`}
    <div class="place-tools">
      <button type="button" class="button button-icon button-quiet" aria-label="Go to… (Ctrl+K)" title="Go to… (Ctrl+K)" data-testid="open-switcher"
        onClick=${() => store.change(() => ({ switcherOpen: true }))}><${Icon} name="search" /></button>
      <button type="button" class="button button-quiet world-toggle" aria-pressed=${panelOpen} data-testid="toggle-world"
        onClick=${() => store.change((state) => ({ panelOpen: !state.panelOpen }))}><${Icon} name="world" /><span>World</span></button>
    </div>
  </header>`;
}

function aboutChannel(topic: string | undefined, members: number | undefined): string {
  return [topic, members && `${members} members`].filter(Boolean).join(' · ');
}

function Tabs(): VNode {
  const place = useStore((state) => state.place);
  const direct = useStore((state: State) => directMessageOf(state));
  const tab = (name: string, current: boolean, go: () => void) =>
    html`<button type="button" role="tab" class="tab" aria-selected=${current} data-testid=${`tab-${name.toLowerCase()}`} onClick=${go}>${name}</button>`;
  return html`<div class="tabs" role="tablist" aria-label="Trunkline">
    ${tab('Home', place.kind === 'home', () => goTo({ kind: 'home' }))}
    ${tab('Messages', place.kind === 'channel', () => direct && goToChannel(direct))}
  </div>`;
}
