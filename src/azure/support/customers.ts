import type { ArmClient } from '../arm-client.ts';
import { readRaw } from '../read-raw.ts';
import { subscriptionSupportUrl } from './support-url.ts';
import { TicketWire } from './wire.ts';

/** Cases are few; the oldest go first. */
const limit = 200;

/** Whom Microsoft knows as the customer's people of a ticket: their e-mail addresses, lower case. */
export interface Customers {
  note(key: string, ticket: TicketWire): void;
  /** Asked of Azure once; whoever reads the ticket brings news. */
  of(subscriptionId: string, ticket: string): Promise<ReadonlySet<string>>;
}

export function createCustomers(arm: ArmClient): Customers {
  const known = new Map<string, ReadonlySet<string>>();
  const note = (key: string, ticket: TicketWire) => {
    known.set(key, addressesOf(ticket));
    for (const oldest of known.keys()) {
      if (known.size <= limit) break;
      known.delete(oldest);
    }
  };
  return {
    note,
    async of(subscriptionId, ticket) {
      const key = subscriptionSupportUrl(subscriptionId, ['supportTickets', ticket]);
      const wire = known.has(key) ? undefined : TicketWire.safeParse(await readRaw(arm, key)).data;
      if (wire) note(key, wire);
      return known.get(key) ?? nobody;
    },
  };
}

const nobody: ReadonlySet<string> = new Set();

function addressesOf({ properties }: TicketWire): ReadonlySet<string> {
  const { primaryEmailAddress, additionalEmailAddresses } = properties.contactDetails ?? {};
  const all = [primaryEmailAddress, ...(additionalEmailAddresses ?? [])];
  return new Set(all.flatMap((address) => address?.toLowerCase() ?? []));
}
