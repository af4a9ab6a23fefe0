import type { Contact, TicketAsk } from '../../../src/usecases/validation/support.ts';
import { addressOf } from '../support/stand-in.ts';
import { subscriptionId } from '../support/wire.ts';

export const provider = `/subscriptions/${subscriptionId}/providers/Microsoft.Support`;
export const ticketPath = `${provider}/supportTickets/trunkline-case-1`;

export function aContact(overrides: Partial<Contact> = {}): Contact {
  return {
    firstName: 'Ana',
    lastName: 'Duarte',
    email: 'netops@contoso.example',
    phone: '+44 20 7946 0100',
    timeZone: 'GMT Standard Time',
    country: 'GBR',
    language: 'en-us',
    additionalEmails: [],
    ...overrides,
  };
}

export function anAsk(overrides: Partial<TicketAsk> = {}): TicketAsk {
  return {
    name: 'trunkline-case-1',
    title: 'Proof of ownership for 203.0.113.0/24',
    description: 'Please validate.',
    severity: 'moderate',
    classification: {
      serviceId: '/providers/Microsoft.Support/services/s1',
      serviceName: 'ExpressRoute',
      problemId: '/providers/Microsoft.Support/services/s1/problemClassifications/p1',
      problemName: 'Proof of ownership for public prefixes',
    },
    contact: aContact(),
    about: addressOf(),
    ...overrides,
  };
}

/** A ticket as Azure tells it; `properties` are laid over the usual ones. */
export function wireTicket(properties: Readonly<Record<string, unknown>> = {}) {
  return {
    name: 'trunkline-case-1',
    id: ticketPath,
    properties: {
      supportTicketId: '2405100010003340',
      title: 'Proof of ownership for 203.0.113.0/24',
      severity: 'Moderate',
      status: 'Open',
      createdDate: '2026-03-02T03:00:00Z',
      modifiedDate: '2026-03-02T03:10:00Z',
      supportEngineer: { emailAddress: null },
      technicalTicketDetails: { resourceId: anAsk().about.id.toUpperCase() },
      ...properties,
    },
  };
}
