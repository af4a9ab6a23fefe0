import { html } from 'htm/preact';
import type { ComponentChild, VNode } from 'preact';
import { goTo, goToChannel } from '../data/navigate.ts';
import { directMessageOf, myChannels, unreadIn } from '../data/select.ts';
import { store, useStore } from '../data/store.ts';
import type { Channel } from '../data/wire.ts';
import { Icon } from './icon.ts';
import { PersonSwitch } from './person-switch.ts';

export function Sidebar(): VNode {
  useStore((state) => state.world);
  useStore((state) => state.me);
  const place = useStore((state) => state.place);
  const state = store.get();
  const direct = directMessageOf(state);
  const withBot = place.kind === 'home' || place.id === direct;
  return html`<nav class="sidebar" aria-label="Workspace">
    <header class="sidebar-head">
      <img class="avatar" src="/page/styles/icon.svg" alt="" />
      <div><strong>Trunkline Sandbox</strong><${Connection} /></div>
    </header>
    <div class="sidebar-lists">
      <h2 class="sidebar-title">Channels</h2>
      <ul class="sidebar-list">${myChannels(state).map((channel) => html`<${ChannelItem} key=${channel.id} channel=${channel} />`)}</ul>
      <h2 class="sidebar-title">Apps</h2>
      <ul class="sidebar-list">
        <${Item} testId=${`channel-${direct ?? 'bot'}`} current=${withBot} unread=${direct ? unreadIn(state, direct) : 0} go=${() => goToBot(direct)}>
          <img class="avatar avatar-tiny" src="/page/styles/icon.svg" alt="" /><span class="sidebar-name">Trunkline</span>
        <//>
      </ul>
    </div>
    <${PersonSwitch} />
  </nav>`;
}

const goToBot = (direct: string | undefined): void => (direct ? goToChannel(direct) : goTo({ kind: 'home' }));

function ChannelItem({ channel }: { channel: Channel }): VNode {
  const current = useStore(({ place }) => place.kind === 'channel' && place.id === channel.id);
  const unread = useStore((state) => unreadIn(state, channel.id));
  return html`<${Item} testId=${`channel-${channel.id}`} current=${current} unread=${unread} go=${() => goToChannel(channel.id)}>
    <${Icon} name=${channel.kind === 'private' ? 'lock' : 'hash'} /><span class="sidebar-name">${channel.name}</span>
    ${channel.shared && html`<span class="tag" title="Shared with another company">shared</span>`}
    ${channel.archived && html`<span class="tag">archived</span>`}
  <//>`;
}

type ItemProps = {
  testId: string;
  current: boolean;
  unread: number;
  go: () => void;
  children?: ComponentChild;
};

function Item({ testId, current, unread, go, children }: ItemProps): VNode {
  return html`<li><button type="button" class=${`sidebar-item${unread > 0 ? ' unread' : ''}`} aria-current=${current ? 'page' : undefined}
    data-testid=${testId} onClick=${go}>${children}
    ${unread > 0 && html`<span class="count" aria-label=${`${unread} unread`}>${unread}</span>`}
  </button></li>`;
}

const words = { connecting: 'Connecting…', live: 'Live', lost: 'Connection lost, trying again…' } as const;

function Connection(): VNode {
  const live = useStore((state) => state.live);
  return html`<span class="connection" data-live=${live} role="status" data-testid="connection">${words[live]}</span>`;
}
