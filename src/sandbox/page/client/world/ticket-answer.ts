import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { moveWorld } from '../data/deeds.ts';
import { tell } from '../data/toasts.ts';
import type { Ticket } from '../data/wire.ts';

/** What Microsoft does with a ticket. What is typed goes along with any of it. */
export function TicketAnswer({ ticket: { ticketId, circuit, status } }: { ticket: Ticket }): VNode {
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const message = typed.trim();
  const answer = async (deed: object) => {
    if (busy) return;
    setBusy(true);
    const path = `azure/tickets/${encodeURIComponent(ticketId)}`;
    const went = await tell(() => moveWorld(path, { ...deed, ...(message && { message }) }));
    setBusy(false);
    if (went) setTyped('');
  };
  const closed = status.toLowerCase() === 'closed';
  const button = (id: string, label: string, deed: object, title: string, disabled = false) =>
    html`<button type="button" class="button button-tool" aria-busy=${busy} disabled=${disabled} title=${title} data-testid=${`ticket-${id}`} onClick=${() => answer(deed)}>${label}</button>`;
  return html`<div class="ticket-form" role="group" aria-label="Answer as Microsoft">
    <textarea class="field field-small" rows="2" aria-label=${`Answer to ticket ${ticketId}`} placeholder="Answer as Microsoft" value=${typed} data-testid="ticket-answer"
      onInput=${({ target }: Event) => target instanceof HTMLTextAreaElement && setTyped(target.value)}></textarea>
    <span class="tool-buttons">
      ${button('send', 'Send', {}, "The text goes to the ticket as the engineer's", message === '')}
      ${circuit !== undefined && button('accept', 'Accept prefixes', { accept: true }, `Every advertised prefix of ${circuit} becomes Configured`)}
      ${closed ? button('reopen', 'Reopen', { status: 'Open' }, 'The ticket is open again') : button('close', 'Close', { status: 'Closed' }, 'The ticket is closed')}
    </span>
  </div>`;
}
