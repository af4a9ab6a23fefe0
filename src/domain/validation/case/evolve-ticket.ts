import { type Case, messageLimit, type Ticket, type TicketMessage } from './case.ts';
import type { CaseEvent } from './event.ts';

/** What an event does to the submission and the ticket. */
export function evolveTicket(before: Case, event: CaseEvent): Case {
  switch (event.kind) {
    case 'submission-moved':
      return { ...before, submission: event.submission };
    case 'to-be-submitted-by-hand': {
      const detail = event.detail === undefined ? {} : { detail: event.detail };
      return { ...before, submission: { phase: 'by-hand', since: event.at, why: event.why, ...detail } };
    }
    case 'submitted': {
      const { number, name, how, by, status, at } = event;
      const ticket: Ticket = {
        ...(name === undefined ? {} : { name }),
        number,
        how,
        at,
        ...(by === undefined ? {} : { by }),
        status,
        // Of a number that is corrected, what people wrote down stays.
        seen: before.ticket?.seen ?? [],
        messages: before.ticket?.messages ?? [],
      };
      return { ...before, ticket, submission: { phase: 'submitted' } };
    }
    // Nothing is to be handed over any more, and nobody is to open a ticket.
    case 'step-skipped':
      return event.step === 'submission' ? { ...before, submission: undefined } : before;
    default:
      return before.ticket ? { ...before, ticket: evolveTold(before.ticket, event) } : before;
  }
}

/** Characters of an answer: as many as are shown where it is replied to. The ticket has the rest. */
const bodyKept = 8_000;

function evolveTold(ticket: Ticket, event: CaseEvent): Ticket {
  switch (event.kind) {
    case 'ticket-found':
      return { ...ticket, name: event.name };
    case 'status-changed':
      return { ...ticket, status: event.status };
    case 'answered': {
      const { id, from, at, by, body } = event;
      const beginning = body.slice(0, bodyKept);
      const message = { id, from, at, ...(by === undefined ? {} : { by }), body: beginning };
      return { ...withMessage(ticket, message), seen: [...ticket.seen, id] };
    }
    case 'replied': {
      const { id, by, at, body, delivery } = event;
      return withMessage(ticket, { id, from: 'us', at, by, body, delivery });
    }
    case 'reply-sent':
      return { ...changed(ticket, event.id, { delivery: 'sent' }), seen: [...ticket.seen, event.id] };
    case 'reply-refused':
      return changed(ticket, event.id, { delivery: 'by-hand' });
    default:
      return ticket;
  }
}

/** One that is still owed is never dropped. */
function withMessage(ticket: Ticket, message: TicketMessage): Ticket {
  const all = [...ticket.messages, message];
  const spare = all.length - messageLimit;
  const kept = all.filter((one, index) => index >= spare || one.delivery === 'owed');
  return { ...ticket, messages: kept };
}

function changed(ticket: Ticket, id: string, part: Partial<TicketMessage>): Ticket {
  return {
    ...ticket,
    messages: ticket.messages.map((message) => (message.id === id ? { ...message, ...part } : message)),
  };
}
