import type { WorldClock } from '../../world/clock.ts';
import { guidOf } from '../guid.ts';
import type { Settings } from '../settings.ts';
import type { ArmErrorBody } from '../wire/error.ts';

/** What an operation came to: the number of its ticket, or why there is none. */
export type SupportOutcome = { readonly ticketId: string } | { readonly error: ArmErrorBody };

export type SupportOperation = {
  readonly id: string;
  readonly subscriptionId: string;
  /** Name of what is being made, unique in the subscription, lower case. */
  readonly claims: string;
  readonly outcome?: SupportOutcome;
};

/** Microsoft.Support makes tickets and messages as operations: accepted at once, there (or refused) later. */
export interface SupportOperations {
  /** `finish` is called when the time is over. */
  start(subscriptionId: string, claims: string, finish: () => SupportOutcome): SupportOperation;
  find(id: string): SupportOperation | undefined;
  /** Whether something of this name is being made. */
  isClaimed(subscriptionId: string, claims: string): boolean;
}

export function createSupportOperations(clock: WorldClock, settings: Settings): SupportOperations {
  const operations = new Map<string, SupportOperation>();
  return {
    start(subscriptionId, claims, finish) {
      const id = guidOf('support', subscriptionId, claims, operations.size);
      const started = { id, subscriptionId, claims: claims.toLowerCase() };
      operations.set(id, started);
      clock.after(settings.operationMs, () => operations.set(id, { ...started, outcome: finish() }));
      return started;
    },
    find: (id) => operations.get(id.toLowerCase()),
    isClaimed: (subscriptionId, claims) =>
      [...operations.values()].some(
        (operation) =>
          !operation.outcome &&
          operation.claims === claims.toLowerCase() &&
          operation.subscriptionId.toLowerCase() === subscriptionId.toLowerCase(),
      ),
  };
}
