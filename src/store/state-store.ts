import type { Store } from '../usecases/store.ts';
import { createCommitQueue } from './commit-queue.ts';
import { byAge } from './order.ts';
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
      const all = [...current().circuits.values()];
      if (subscriptionId === undefined) return all;
      return all.filter(({ circuit }) => circuit.subscriptionId === subscriptionId);
    },
    circuit: async (id) => current().circuits.get(id),
    watchedSubscriptions: async () => [...current().watched.values()],
    subscriptions: async (channelId) =>
      [...current().subscriptions.values()]
        .filter((subscription) => channelId === undefined || subscription.channelId === channelId)
        .sort(byAge),
    mutes: async () => [...current().mutes.values()],
    suspensions: async () => [...current().suspensions.values()],
    owed: async () => [...current().owed.values()],
    parked: async () => current().parked,
    changes: async ({ since = Number.NEGATIVE_INFINITY, circuitId } = {}) =>
      current().changes.filter(
        ({ at, circuit }) => at >= since && (circuitId === undefined || circuit.id === circuitId),
      ),
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
