import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useStore } from '../data/store.ts';
import type { Ticket } from '../data/wire.ts';
import { SupportTerms } from './support-terms.ts';
import { TicketByHand } from './ticket-by-hand.ts';
import { TicketRow } from './ticket-row.ts';

const noTickets: readonly Ticket[] = [];

/** Support requests that Microsoft has, as Microsoft sees them; one may be opened as a person does in the portal. */
export function TicketList(): VNode {
  const tickets = useStore((state) => state.world?.tickets ?? noTickets);
  const [adding, setAdding] = useState(false);
  return html`<section class="world-section" aria-labelledby="tickets-title">
    <h3 id="tickets-title">Tickets <span class="quiet" data-testid="ticket-count">${tickets.length}</span></h3>
    <${SupportTerms} />
    ${
      tickets.length > 0 &&
      html`<ul class="plain-list ticket-list">
      ${tickets.map((ticket) => html`<${TicketRow} key=${ticket.ticketId} ticket=${ticket} />`)}
    </ul>`
    }
    ${
      adding
        ? html`<${TicketByHand} onDone=${() => setAdding(false)} />`
        : html`<button type="button" class="button button-tool wide" data-testid="ticket-by-hand" onClick=${() => setAdding(true)}>Open one by hand</button>`
    }
  </section>`;
}
