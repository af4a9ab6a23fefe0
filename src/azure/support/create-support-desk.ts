import { setTimeout as pause } from 'node:timers/promises';
import type { Now } from '../../usecases/ports.ts';
import type { SupportDesk } from '../../usecases/validation/support.ts';
import type { ArmClient } from '../arm-client.ts';
import type { Wait } from '../patience.ts';
import { listCommunications, reply } from './communications.ts';
import { createTicket, throwIfFailed } from './create-ticket.ts';
import { createCustomers } from './customers.ts';
import { findClassification } from './find-classification.ts';
import { createPendingTickets } from './pending-tickets.ts';
import { findTicket, readTicket, toTicket } from './read-ticket.ts';
import { subscriptionSupportUrl } from './support-url.ts';
import { openWorkspace, upload } from './workspace.ts';

/** Microsoft.Support over ARM. `wait`: between two looks at what was sent. */
export function createSupportDesk(arm: ArmClient, now: Now, wait: Wait = pause): SupportDesk {
  const pending = createPendingTickets(arm);
  const customers = createCustomers(arm);
  return {
    classification: (service, problem) => findClassification(arm, service, problem),
    openWorkspace: (subscriptionId, workspace) => openWorkspace(arm, subscriptionId, workspace, now()),
    upload: (subscriptionId, workspace, file) => upload(arm, subscriptionId, workspace, file),
    async ticket(subscriptionId, name) {
      const key = subscriptionSupportUrl(subscriptionId, ['supportTickets', name]);
      const found = await readTicket(arm, subscriptionId, name);
      if (!found) {
        await throwIfFailed(pending, key);
        return undefined;
      }
      pending.forget(key);
      customers.note(key, found);
      return toTicket(found);
    },
    findTicket: (subscriptionId, ticketId) => findTicket(arm, subscriptionId, ticketId, now()),
    createTicket: (subscriptionId, ask) => createTicket(arm, pending, subscriptionId, ask),
    async communications(subscriptionId, name) {
      const reading = { now: now(), customers: await customers.of(subscriptionId, name) };
      return listCommunications(arm, subscriptionId, name, reading);
    },
    reply: (subscriptionId, name, message) => reply(arm, wait, subscriptionId, name, message),
  };
}
