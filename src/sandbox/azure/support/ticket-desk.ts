import type { Bus } from '../../world/bus.ts';
import type { WorldClock } from '../../world/clock.ts';
import { type Communication, type Ticket, type TicketText, ticketKey } from './ticket.ts';

type TicketRef = Pick<Ticket, 'subscriptionId' | 'name'>;

/** Without a name it was opened in the portal: its number is its name (recorded). */
export type NewTicket = TicketText & {
  readonly subscriptionId: string;
  readonly name?: string;
  readonly plan: string;
};

/** Microsoft's tickets. Each change is told on the bus. */
export interface TicketDesk {
  /** Newest first, as Microsoft lists them; of all subscriptions when none is named. */
  tickets(subscriptionId?: string): readonly Ticket[];
  ticket(ref: TicketRef): Ticket | undefined;
  /** All tickets of this name or number. */
  named(written: string): readonly Ticket[];
  open(ticket: NewTicket): Ticket;
  /** Undefined: there is no such ticket. */
  change(
    ref: TicketRef,
    change: Partial<Pick<Ticket, 'status' | 'engineer'> & TicketText>,
  ): Ticket | undefined;
  say(ref: TicketRef, message: Omit<Communication, 'at'>): void;
}

export function createTicketDesk(clock: WorldClock, bus: Bus): TicketDesk {
  const tickets = new Map<string, Ticket>();
  let opened = 0;

  function keep(ticket: Ticket): Ticket {
    tickets.set(ticketKey(ticket), ticket);
    bus.publish({ topic: 'world' });
    return ticket;
  }

  /** yyMMdd, four digits of Microsoft's and six that count (recorded: 2405100010003340). */
  function nextNumber(): string {
    opened += 1;
    const day = new Date(clock.now()).toISOString().slice(2, 10).replaceAll('-', '');
    return `${day}0010${String(opened).padStart(6, '0')}`;
  }

  function change(ref: TicketRef, changes: Partial<Ticket>): Ticket | undefined {
    const ticket = tickets.get(ticketKey(ref));
    return ticket && keep({ ...ticket, ...changes, modifiedAt: clock.now() });
  }

  return {
    tickets: (subscriptionId) =>
      [...tickets.values()]
        .filter((ticket) => !subscriptionId || isSame(ticket.subscriptionId, subscriptionId))
        .reverse(),
    ticket: (ref) => tickets.get(ticketKey(ref)),
    named: (written) =>
      [...tickets.values()].filter(({ name, ticketId }) => isSame(name, written) || ticketId === written),
    open(ticket) {
      const ticketId = nextNumber();
      const dates = { createdAt: clock.now(), modifiedAt: clock.now() };
      return keep({ name: ticketId, ...ticket, ticketId, status: 'Open', ...dates, communications: [] });
    },
    change,
    say(ref, message) {
      const before = tickets.get(ticketKey(ref))?.communications ?? [];
      change(ref, { communications: [...before, { ...message, at: clock.now() }] });
    },
  };
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
