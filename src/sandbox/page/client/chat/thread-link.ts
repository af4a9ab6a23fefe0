import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { timeOfTs } from '../data/select.ts';
import { store, useStore } from '../data/store.ts';
import type { Message } from '../data/wire.ts';
import { Icon } from '../shell/icon.ts';
import { timeOf } from '../text/format-date.ts';

/** The way into a message's thread: how many replies it has, or the offer to write the first one. */
export function ThreadLink({ channel, message }: { channel: string; message: Message }): VNode | null {
  const root = message.thread_ts ?? message.ts;
  const all = useStore((state) => state.messages[channel]);
  if (message.ephemeral) return null;
  const replies = (all ?? []).filter(({ thread_ts: thread, ts }) => thread === root && ts !== root);
  const open = () => store.change(() => ({ thread: { channel, ts: root } }));
  const last = replies.at(-1);
  if (!last) {
    return html`<button type="button" class="button button-small button-icon message-reply" aria-label="Reply in thread" title="Reply in thread"
      data-testid="open-thread" onClick=${open}><${Icon} name="thread" /></button>`;
  }
  return html`<button type="button" class="thread-link" data-testid="open-thread" onClick=${open}>
    <${Icon} name="thread" /> ${replies.length} ${replies.length === 1 ? 'reply' : 'replies'}
    <span class="thread-last">last at ${timeOf(timeOfTs(last.ts))}</span>
  </button>`;
}
