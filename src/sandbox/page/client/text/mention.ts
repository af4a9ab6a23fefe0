import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { goToChannel } from '../data/navigate.ts';
import { channelOf, groupOf, personOf } from '../data/select.ts';
import { useStore } from '../data/store.ts';
import type { Inline } from './text-tree.ts';

type Named = Extract<Inline, { kind: 'user' | 'group' | 'broadcast' }>;

/** Somebody, some group or everybody who is called. */
export function Mention({ part }: { part: Named }): VNode {
  const me = useStore((state) => state.me);
  const person = useStore((state) => (part.kind === 'user' ? personOf(state, part.id) : undefined));
  const group = useStore((state) => (part.kind === 'group' ? groupOf(state, part.id) : undefined));
  const name =
    part.kind === 'broadcast'
      ? part.range
      : (person?.name ?? group?.handle ?? part.label ?? part.id).replace(/^@/, '');
  const own = part.kind === 'broadcast' || (part.kind === 'user' && part.id === me);
  return html`<span class=${own ? 'mention mention-own' : 'mention'} title=${person?.realName}>@${name}</span>`;
}

export function ChannelName({ id, label }: { id: string; label: string | undefined }): VNode {
  const channel = useStore((state) => channelOf(state, id));
  const name = channel?.name ?? label ?? id;
  if (!channel) return html`<span class="mention">#${name}</span>`;
  return html`<button type="button" class="mention mention-link" onClick=${() => goToChannel(id)}>#${name}</button>`;
}
