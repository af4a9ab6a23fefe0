import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { channelOf, isDirect } from '../data/select.ts';
import { useStore } from '../data/store.ts';
import { Composer } from './composer.ts';
import { MessageList } from './message-list.ts';

export function ChannelView({ id }: { id: string }): VNode {
  const channel = useStore((state) => channelOf(state, id));
  if (!channel) return html`<p class="empty">There is no such channel. Choose another one on the left.</p>`;
  const label = isDirect(channel)
    ? 'Message Trunkline, or type / for commands'
    : `Message #${channel.name}, or type / for commands`;
  return html`<${MessageList} channel=${id} />
    ${
      channel.archived
        ? html`<p class="archived" role="status">This channel is archived: nobody can write here.</p>`
        : html`<${Composer} key=${id} channel=${id} label=${label} testId="composer" autofocus />`
    }`;
}
