import type { SupportTicket } from '../../usecases/validation/support.ts';
import type { ArmClient } from '../arm-client.ts';
import { readValues } from '../read/read-values.ts';
import { readRaw } from '../read-raw.ts';
import { readAs } from './read-as.ts';
import { subscriptionSupportUrl } from './support-url.ts';
import { TicketWire } from './wire.ts';

/** Microsoft shows tickets for 18 months, and without a filter those of one week only. */
const shownForMs = 500 * 86_400_000;

/** Undefined: there is none of this name. */
export async function readTicket(
  arm: ArmClient,
  subscriptionId: string,
  name: string,
): Promise<TicketWire | undefined> {
  const raw = await readRaw(arm, subscriptionSupportUrl(subscriptionId, ['supportTickets', name]));
  return raw && readAs(TicketWire, raw, 'support ticket');
}

/** By Microsoft's number. */
export async function findTicket(
  arm: ArmClient,
  subscriptionId: string,
  ticketId: string,
  now: number,
): Promise<SupportTicket | undefined> {
  const since = new Date(now - shownForMs).toISOString().replace(/\.\d+Z$/u, 'Z');
  const query = { $top: '100', $filter: `CreatedDate ge ${since}` };
  const url = subscriptionSupportUrl(subscriptionId, ['supportTickets'], query);
  const values = await readValues(arm, url, 'support tickets');
  const tickets = values.flatMap((value) => TicketWire.safeParse(value).data ?? []);
  const found = tickets.find(({ properties }) => properties.supportTicketId === ticketId.trim());
  return found && toTicket(found);
}

export function toTicket({ name, properties }: TicketWire): SupportTicket {
  const { supportTicketId, isTemporaryTicket, status, severity, createdDate, modifiedDate } = properties;
  // A ticket that was accepted for now has a number that is going to change.
  const ticketId = /^yes$/iu.test(isTemporaryTicket ?? '') ? undefined : supportTicketId;
  const engineerEmail = properties.supportEngineer?.emailAddress;
  const resourceId = properties.technicalTicketDetails?.resourceId;
  return {
    name,
    ...(ticketId === undefined ? {} : { ticketId }),
    status: status ? sentenceCase(status) : 'Unknown',
    ...(severity === undefined ? {} : { severity }),
    ...(createdDate === undefined ? {} : { createdAt: createdDate }),
    ...(modifiedDate === undefined ? {} : { modifiedAt: modifiedDate }),
    ...(engineerEmail === undefined ? {} : { engineerEmail }),
    ...(resourceId === undefined ? {} : { resourceId }),
  };
}

/** Azure writes Open, and closed where somebody closed it so (facts/azure.md 2.2). */
function sentenceCase(status: string): string {
  return `${status.charAt(0).toUpperCase()}${status.slice(1)}`;
}
