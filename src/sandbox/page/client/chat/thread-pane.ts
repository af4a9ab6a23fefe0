import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { channelOf, isDirect, threadOf } from '../data/select.ts';
import { store, useStore } from '../data/store.ts';
import { Icon } from '../shell/icon.ts';
import { Composer } from './composer.ts';
import { followsOn } from './follows.ts';
import { MessageRow } from './message-row.ts';
import { useStickToBottom } from './stick-to-bottom.ts';

export function ThreadPane(): VNode | null {
  const thread = useStore((state) => state.thread);
  return thread ? html`<${OpenThread} key=${thread.ts} channel=${thread.channel} ts=${thread.ts} />` : null;
}

function OpenThread({ channel, ts }: { channel: string; ts: string }): VNode {
  useStore((state) => state.messages[channel]);
  useStore((state) => state.dismissed);
  const found = useStore((state) => channelOf(state, channel));
  const list = useRef<HTMLDivElement>(null);
  useStickToBottom(list, ts);
  const [root, ...replies] = threadOf(store.get(), channel, ts);
  const close = () => store.change(() => ({ thread: undefined }));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) close();
  };
  return html`<aside class="thread" aria-label="Thread" data-testid="thread" onKeyDown=${onKeyDown}>
    <header class="pane-head">
      <div><h2>Thread</h2><span class="pane-about">${found && (isDirect(found) ? 'Trunkline' : `#${found.name}`)}</span></div>
      <button type="button" class="button button-icon button-quiet" aria-label="Close thread" data-testid="close-thread" onClick=${close}><${Icon} name="close" /></button>
    </header>
    <div ref=${list} class="messages" tabindex="0">
      <ol class="message-list" role="log" aria-live="polite" aria-label="Replies">
        ${root && html`<${MessageRow} key=${root.ts} channel=${channel} message=${root} follows=${false} inThread />`}
        ${replies.length > 0 && html`<li class="day day-replies" role="separator"><span>${replies.length} ${replies.length === 1 ? 'reply' : 'replies'}</span></li>`}
        ${replies.map(
          (message, index) => html`<${MessageRow} key=${message.ts} channel=${channel} message=${message}
          follows=${followsOn(replies[index - 1], message)} inThread />`,
        )}
      </ol>
    </div>
    <${Composer} key=${`thread-${ts}`} channel=${channel} threadTs=${ts} label="Reply…" testId="thread-composer" />
  </aside>`;
}
