import type { Store } from '../../../src/usecases/store.ts';

/** Everything that a store answers when it is asked for all it has. */
export async function answersOf(store: Store) {
  return {
    isNew: await store.isNew(),
    circuits: await store.circuits(),
    watched: await store.watchedSubscriptions(),
    subscriptions: await store.subscriptions(),
    mutes: await store.mutes(),
    suspensions: await store.suspensions(),
    owed: await store.owed(),
    parked: await store.parked(),
    changes: await store.changes(),
  };
}
