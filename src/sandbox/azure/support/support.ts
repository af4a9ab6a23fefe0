import type { Bus } from '../../world/bus.ts';
import type { WorldClock } from '../../world/clock.ts';
import type { Settings } from '../settings.ts';
import { createSupportOperations, type SupportOperations } from './support-operations.ts';
import { createTicketDesk, type TicketDesk } from './ticket-desk.ts';
import { createWorkspaces, type Workspaces } from './workspaces.ts';

/** What Microsoft's support grants; may be turned while the world runs. */
export type SupportTerms = {
  /** Basic, Developer, Standard … have no API; ProDirect, Premier and Unified do. */
  plan: string;
  /** The caller has the role Support Request Contributor. */
  allowed: boolean;
  /**
   * How `communicationDirection` reads on a message of the customer's own: Inbound on a ticket of a subscription
   * (recorded 2020 and 2024-04), Outbound on one of no subscription (recorded 2024-05) and in the specification.
   */
  ownMessagesRead: 'Inbound' | 'Outbound';
};

/** Microsoft.Support's memory. */
export type Support = {
  readonly desk: TicketDesk;
  readonly workspaces: Workspaces;
  readonly operations: SupportOperations;
  readonly terms: SupportTerms;
};

export function createSupport(clock: WorldClock, bus: Bus, settings: Settings): Support {
  return {
    desk: createTicketDesk(clock, bus),
    workspaces: createWorkspaces(clock),
    operations: createSupportOperations(clock, settings),
    terms: { plan: 'ProDirect', allowed: true, ownMessagesRead: 'Inbound' },
  };
}
