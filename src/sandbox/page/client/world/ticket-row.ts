import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { worldNow } from '../data/select.ts';
import { store } from '../data/store.ts';
import type { Ticket } from '../data/wire.ts';
import { Icon } from '../shell/icon.ts';
import { formatDate } from '../text/format-date.ts';
import { formatSize } from '../text/format-size.ts';
import { TicketAnswer } from './ticket-answer.ts';
import { toneOf } from './tone.ts';

/** One line for each ticket; its text, its files, what was said and how to answer it unfold. */
export function TicketRow({ ticket }: { ticket: Ticket }): VNode {
  const [open, setOpen] = useState(false);
  const { ticketId, title, status, severity, circuit, createdAt } = ticket;
  const about = [ticketId, circuit, severity, moment(createdAt)].filter(Boolean).join(' · ');
  return html`<li class="ticket" data-testid=${`ticket-${ticketId}`}>
    <button type="button" class="circuit-head" aria-expanded=${open} onClick=${() => setOpen(!open)}>
      <${Icon} name=${open ? 'down' : 'right'} />
      <span class="circuit-text"><strong>${title}</strong><span class="quiet">${about}</span></span>
      <span class="state" data-tone=${toneOf(status)} data-testid="ticket-status">${status}</span>
    </button>
    ${open && html`<${Details} ticket=${ticket} />`}
  </li>`;
}

function Details({ ticket }: { ticket: Ticket }): VNode {
  const { name, ticketId, description, files, communications } = ticket;
  return html`<div class="circuit-tools ticket-details">
    <p class="ticket-text" data-testid="ticket-description">${description}</p>
    ${
      files.length > 0 &&
      html`<ul class="plain-list" aria-label="Files">
      ${files.map((file) => html`<li key=${file.name} class="tool-row"><span class="tool-name">${file.name}</span><span class="quiet">${formatSize(file.bytes)}</span></li>`)}
    </ul>`
    }
    <ol class="plain-list" aria-label="Conversation">
      ${communications.map(
        ({
          name: id,
          direction,
          sender,
          body,
          at,
        }) => html`<li key=${id} class="ticket-message" data-direction=${direction}>
        <span class="ticket-sender"><strong>${direction === 'inbound' ? 'Microsoft' : 'Customer'}</strong> <span class="quiet">${sender} · ${moment(at)}</span></span>
        <p class="ticket-text">${body}</p>
      </li>`,
      )}
    </ol>
    <${TicketAnswer} ticket=${ticket} />
    <p class="quiet circuit-place">${name === ticketId ? 'Opened by hand' : name}</p>
  </div>`;
}

const moment = (at: number): string =>
  formatDate(at, '{date_short_pretty} {time}', { now: worldNow(store.get()) });
