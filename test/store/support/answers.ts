import type { Store } from '../../../src/usecases/store.ts';

/** Those of test/store/support/arbitrary-transaction.ts; a store cannot be asked for all its cards. */
const cards = ['card-1', 'card-2', 'request.r1', 'incident.i1@C1', 'digest.d1', 'case.c1'];

/** Everything that a store answers when it is asked for all it has. */
export async function answersOf(store: Store) {
  return {
    isNew: await store.isNew(),
    circuits: await store.circuits(),
    watched: await store.watchedSubscriptions(),
    subscriptions: await store.subscriptions(),
    mutes: await store.mutes(),
    quietHours: await store.quietHours(),
    windows: await store.maintenanceWindows(),
    suspensions: await store.suspensions(),
    connectivity: await store.connectivity(),
    registrations: await store.registrations(),
    incidents: await store.incidents(),
    allIncidents: await store.incidents({ all: true }),
    digests: await store.digests(),
    held: await store.held(),
    owed: await store.owed(),
    parked: await store.parked(),
    changes: await store.changes(),
    requests: await store.requests(),
    allRequests: await store.requests({ all: true }),
    cases: await store.cases(),
    allCases: await store.cases({ all: true }),
    orders: await store.orders(),
    posted: await Promise.all(cards.map((card) => store.posted(card))),
    dueAudit: await store.dueAudit(),
  };
}
