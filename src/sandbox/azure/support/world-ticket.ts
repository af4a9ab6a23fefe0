import type { Support } from './support.ts';
import type { Ticket } from './ticket.ts';
import { sha256Of } from './workspaces.ts';

export type WorldTicket = {
  readonly name: string;
  readonly ticketId: string;
  readonly title: string;
  readonly description: string;
  readonly status: string;
  readonly severity: string;
  readonly subscriptionId: string;
  /** Name of the circuit that it is about. */
  readonly circuit?: string;
  readonly engineer?: string;
  readonly createdAt: number;
  /** Oldest first, who wrote them told truly, bodies without their HTML. */
  readonly communications: readonly {
    readonly name: string;
    /** Seen from the customer. */
    readonly direction: 'inbound' | 'outbound';
    readonly sender: string;
    readonly subject: string;
    readonly body: string;
    readonly at: number;
  }[];
  /** `bytes` have arrived. */
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
};

/** What the world panel shows of a ticket. */
export function toWorldTicket(ticket: Ticket, { workspaces }: Support): WorldTicket {
  const { name, ticketId, title, description, status, severity, subscriptionId, engineer, createdAt } =
    ticket;
  const circuit = /\/expressRouteCircuits\/([^/]+)/i.exec(
    ticket.technicalTicketDetails?.resourceId ?? '',
  )?.[1];
  const files = workspaces.find(subscriptionId, ticketId)?.files.values() ?? [];
  return {
    name,
    ticketId,
    title,
    description,
    status,
    severity,
    subscriptionId,
    ...(circuit !== undefined && { circuit }),
    ...(engineer !== undefined && { engineer }),
    createdAt,
    communications: ticket.communications.map(({ author, text, name: id, sender, subject, at }) => ({
      name: id,
      direction: author === 'microsoft' ? 'inbound' : 'outbound',
      sender,
      subject,
      body: text,
      at,
    })),
    files: [...files].map((file) => ({
      name: file.name,
      bytes: [...file.chunks.values()].reduce((sum, { length }) => sum + length, 0),
      sha256: sha256Of(file),
    })),
  };
}
