import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { personOf, timeOfTs } from '../data/select.ts';
import { store, useStore } from '../data/store.ts';
import type { Message } from '../data/wire.ts';
import { Icon } from '../shell/icon.ts';
import { formatDate, timeOf } from '../text/format-date.ts';
import { Avatar } from './avatar.ts';
import { MessageBlocks } from './message-blocks.ts';
import { MessageFiles } from './message-files.ts';
import { ThreadLink } from './thread-link.ts';

type Props = {
  readonly channel: string;
  readonly message: Message;
  /** Goes on where the message above ends: no name and no picture again. */
  readonly follows: boolean;
  /** Shown in the thread pane, which needs no way to itself. */
  readonly inThread?: boolean;
};

export function MessageRow({ channel, message, follows, inThread = false }: Props): VNode {
  const person = useStore((state) => personOf(state, message.user));
  const name = person?.name ?? message.user_name ?? message.user;
  const body = useMemo(
    () => html`<${MessageBlocks} channel=${channel} message=${message} />
      ${message.files && html`<${MessageFiles} files=${message.files} />`}`,
    [channel, message],
  );
  return html`<li class=${`message${follows ? ' message-follows' : ''}${message.ephemeral ? ' message-ephemeral' : ''}`}
    data-testid="message" data-ts=${message.ts} data-user=${message.user} data-ephemeral=${message.ephemeral ? '' : undefined}>
    <div class="message-side">${follows ? html`<${Time} ts=${message.ts} />` : html`<${Avatar} id=${message.user} name=${name} bot=${isApp(message)} />`}</div>
    <div class="message-main">
      ${message.ephemeral && html`<${OnlyYou} ts=${message.ts} />`}
      ${
        !follows &&
        html`<div class="message-head">
        <span class="message-name">${name}</span>
        ${isApp(message) && html`<span class="badge">APP</span>`}
        <${Time} ts=${message.ts} />
      </div>`
      }
      ${body}
      ${message.edited && html`<span class="message-edited">(edited)</span>`}
      ${!inThread && html`<${ThreadLink} channel=${channel} message=${message} />`}
    </div>
  </li>`;
}

/** Slackbot speaks for Slack itself. */
const isApp = ({ bot = false, user }: Message): boolean => bot && user !== 'USLACKBOT';

function Time({ ts }: { ts: string }): VNode {
  const at = timeOfTs(ts);
  const whole = formatDate(at, '{date_long} at {time_secs}', { now: at });
  return html`<time class="message-time" datetime=${new Date(at).toISOString()} title=${whole}>${timeOf(at)}</time>`;
}

function OnlyYou({ ts }: { ts: string }): VNode {
  const dismiss = () => store.change(({ dismissed }) => ({ dismissed: new Set([...dismissed, ts]) }));
  return html`<div class="only-you"><${Icon} name="eye" /> Only visible to you
    <span aria-hidden="true">·</span>
    <button type="button" class="link" data-testid="dismiss" onClick=${dismiss}>Dismiss message</button>
  </div>`;
}
