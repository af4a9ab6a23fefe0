import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { channelOf, isDirect, shownIn, timeOfTs, unreadIn, worldNow } from '../data/select.ts';
import { store, useStore } from '../data/store.ts';
import { markSeen } from '../data/sync.ts';
import { dayLabel } from '../text/format-date.ts';
import { followsOn, startsDay } from './follows.ts';
import { MessageRow } from './message-row.ts';
import { useStickToBottom } from './stick-to-bottom.ts';

export function MessageList({ channel }: { channel: string }): VNode {
  const all = useStore((state) => state.messages[channel]);
  useStore((state) => state.dismissed);
  const me = useStore((state) => state.me);
  const list = useRef<HTMLDivElement>(null);
  const { atEnd, isAtEnd, toEnd } = useStickToBottom(list, `${me} ${channel}`);
  const messages = shownIn(store.get(), channel);
  const unread = useStore((state) => unreadIn(state, channel));
  useEffect(() => {
    if (isAtEnd() && !document.hidden) markSeen(channel);
  }, [atEnd, all, channel]);
  return html`<div class="messages-frame">
    <div ref=${list} class="messages" tabindex="0" data-testid="messages">
      <ol class="message-list" role="log" aria-live="polite" aria-label="Messages">
        <${Beginning} channel=${channel} />
        ${messages.map(
          (message, index) => html`
          ${
            startsDay(messages[index - 1], message) &&
            html`<li class="day" key=${`day-${message.ts}`} role="separator">
            <span>${dayLabel(timeOfTs(message.ts), { now: worldNow(store.get()) })}</span></li>`
          }
          <${MessageRow} key=${message.ts} channel=${channel} message=${message} follows=${followsOn(messages[index - 1], message)} />`,
        )}
      </ol>
    </div>
    ${
      !atEnd &&
      html`<button type="button" class="pill" data-testid="new-messages" onClick=${toEnd}>
      ${unread > 0 ? `${unread} new ${unread === 1 ? 'message' : 'messages'}` : 'Newest'} ↓</button>`
    }
  </div>`;
}

function Beginning({ channel }: { channel: string }): VNode | null {
  const found = useStore((state) => channelOf(state, channel));
  if (!found) return null;
  const text = isDirect(found)
    ? 'This is the beginning of your conversation with Trunkline. Nobody else reads it.'
    : `This is the beginning of #${found.name}.${found.topic ? ` ${found.topic}.` : ''}`;
  return html`<li class="beginning">${text}</li>`;
}
