import { toWireMoment } from './moment.ts';
import type { SupportTerms } from './support.ts';
import { type Communication, type Ticket, ticketPath } from './ticket.ts';

/**
 * A message in the recorded form. Who wrote it is not to be told from its direction: Microsoft's read Inbound, and so do
 * the customer's own.
 */
export function toWireCommunication(
  ticket: Ticket,
  { name, author, sender, subject, body, at }: Communication,
  { ownMessagesRead }: SupportTerms,
) {
  return {
    id: `${ticketPath(ticket)}/communications/${name}`,
    name,
    type: 'Microsoft.Support/communications',
    properties: {
      communicationType: 'Web',
      communicationDirection: author === 'microsoft' ? 'Inbound' : ownMessagesRead,
      sender,
      subject,
      body,
      createdDate: toWireMoment(at),
    },
  };
}
