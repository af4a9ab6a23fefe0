import type { Owed } from '../domain/alert/notice.ts';
import { isOver } from '../domain/approval/request.ts';
import type { KnownCircuit } from '../domain/circuit/known-circuit.ts';
import { isOpen } from '../domain/validation/case/case.ts';
import type { Store } from '../usecases/store.ts';
import { withOrder } from './amend-circuits.ts';
import { createCommitQueue } from './commit-queue.ts';
import { byAge, byAsking, byBeginning, byFirstBad, byHolding, byOpening } from './order.ts';
import { withoutHistory } from './reopenable.ts';
import { emptyState, type StoreState } from './state.ts';

/** Where the state is kept: `save` resolves when it is durable; `release` gives the place up. */
export type Keeper = {
  readonly initial: StoreState;
  readonly save: (next: StoreState) => Promise<void>;
  readonly release: () => Promise<void>;
};

/** The whole state in memory, answered from there, and given to the keeper with each commit. */
export function createStateStore({ initial, save, release }: Keeper): Store {
  const queue = createCommitQueue(initial, save);
  let closed: Promise<void> | undefined;

  function current(): StoreState {
    if (closed) throw new Error('The store has been closed.');
    return queue.durable();
  }

  return {
    circuits: async (subscriptionId) => {
      const { circuits, orders } = current();
      const isMeant = ({ circuit }: KnownCircuit) =>
        subscriptionId === undefined || circuit.subscriptionId === subscriptionId;
      return [...circuits.values()].filter(isMeant).map((known) => withOrder(known, orders));
    },
    circuit: async (id) => {
      const { circuits, orders } = current();
      const known = circuits.get(id);
      return known && withOrder(known, orders);
    },
    watchedSubscriptions: async () => [...current().watched.values()],
    subscriptions: async (channelId) =>
      [...current().subscriptions.values()]
        .filter((subscription) => channelId === undefined || subscription.channelId === channelId)
        .sort(byAge),
    mutes: async () => [...current().mutes.values()],
    quietHours: async () => [...current().quietHours.values()],
    maintenanceWindows: async () => [...current().windows.values()].sort(byBeginning),
    suspensions: async () => [...current().suspensions.values()],
    connectivity: async () => current().connectivity,
    registrations: async () => current().registrations,
    incidents: async ({ all = false } = {}) => {
      const incidents = [...current().incidents.values()].sort(byFirstBad);
      return all ? incidents : withoutHistory(incidents);
    },
    incident: async (id) => current().incidents.get(id),
    digests: async () => [...current().digests.values()],
    digest: async (id) => current().digests.get(id),
    held: async () => [...current().held.values()].sort(byHolding),
    owed: async () => listOf(current().owed),
    parked: async () => current().parked,
    changes: async ({ since = Number.NEGATIVE_INFINITY, circuitId } = {}) =>
      current().changes.filter(
        ({ at, circuit }) => at >= since && (circuitId === undefined || circuit.id === circuitId),
      ),
    requests: async ({ all = false } = {}) =>
      [...current().requests.values()].filter((request) => all || !isOver(request)).sort(byAsking),
    request: async (id) => current().requests.get(id),
    cases: async ({ all = false } = {}) =>
      [...current().cases.values()].filter((one) => all || isOpen(one)).sort(byOpening),
    case: async (id) => current().cases.get(id),
    orders: async () =>
      new Map([...current().orders.values()].map(({ circuitId, order }) => [circuitId, order])),
    posted: async (card) => current().posted.get(card)?.posted,
    dueAudit: async () => [...current().dueAudit.values()],
    isNew: async () => current() === emptyState,
    commit: async (transaction) => {
      current();
      await queue.commit(transaction);
    },
    close: () => {
      closed ??= queue.idle().then(release);
      return closed;
    },
  };
}

const lists = new WeakMap<object, readonly Owed[]>();

/** The same list for the same state: the outbox goes by it, and asks often. */
function listOf(owed: StoreState['owed']): readonly Owed[] {
  const list = lists.get(owed) ?? [...owed.values()];
  lists.set(owed, list);
  return list;
}
