import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { moveWorld } from '../data/deeds.ts';
import { isDirect } from '../data/select.ts';
import { useStore } from '../data/store.ts';
import { tell } from '../data/toasts.ts';
import type { Channel } from '../data/wire.ts';
import { DeedButton } from './deed-button.ts';

const bot = 'U0TRUNKBOT';
const none: readonly Channel[] = [];

/** What may happen to a channel under the bot's feet. */
export function ChannelTools(): VNode {
  const channels = useStore((state) => state.world?.channels ?? none);
  return html`<section class="world-section" aria-labelledby="channel-tools-title">
    <h3 id="channel-tools-title">Channels</h3>
    <ul class="plain-list">${channels.filter((channel) => !isDirect(channel)).map((channel) => html`<${Row} key=${channel.id} channel=${channel} />`)}</ul>
  </section>`;
}

function Row({ channel: { id, name, members = [], archived = false } }: { channel: Channel }): VNode {
  const [renaming, setRenaming] = useState(false);
  const inside = members.includes(bot);
  return html`<li class="tool-row" data-testid=${`world-channel-${id}`}>
    ${
      renaming
        ? html`<${Rename} id=${id} name=${name} onDone=${() => setRenaming(false)} />`
        : html`<span class="tool-name">#${name}</span>
        <span class="state" data-tone=${inside && !archived ? 'good' : 'quiet'}>${archived ? 'archived' : inside ? 'bot is in' : 'without bot'}</span>`
    }
    <span class="tool-buttons">
      ${
        inside
          ? html`<${DeedButton} path="slack/kick" body=${{ channel: id }} testId=${`kick-${id}`}>Remove bot<//>`
          : html`<${DeedButton} path="slack/invite" body=${{ channel: id }} testId=${`invite-${id}`}>Invite bot<//>`
      }
      <${DeedButton} path="slack/archive" body=${{ channel: id, archived: !archived }} testId=${`archive-${id}`}>${archived ? 'Unarchive' : 'Archive'}<//>
      <button type="button" class="button button-tool" data-testid=${`rename-${id}`} onClick=${() => setRenaming(!renaming)}>Rename</button>
    </span>
  </li>`;
}

function Rename({ id, name, onDone }: { id: string; name: string; onDone: () => void }): VNode {
  const [typed, setTyped] = useState(name);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (typed === name || (await tell(() => moveWorld('slack/rename', { channel: id, name: typed }))))
      onDone();
  };
  return html`<form class="rename" onSubmit=${submit}>
    <input class="field field-small" aria-label=${`New name for ${name}`} value=${typed} data-testid=${`rename-input-${id}`}
      onInput=${({ target }: Event) => target instanceof HTMLInputElement && setTyped(target.value)}
      onKeyDown=${(event: KeyboardEvent) => event.key === 'Escape' && onDone()} />
    <button type="submit" class="button button-tool">Save</button>
  </form>`;
}
