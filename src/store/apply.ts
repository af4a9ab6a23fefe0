import { historyCaps, type Transaction } from '../usecases/store.ts';
import { amendMap, appendHistory } from './amend.ts';
import { amendAudit } from './amend-audit.ts';
import { amendCards } from './amend-cards.ts';
import { amendCases } from './amend-cases.ts';
import { amendCircuits, amendOrders } from './amend-circuits.ts';
import { amendConnectivity } from './amend-connectivity.ts';
import { amendDigests, amendIncidents } from './amend-incidents.ts';
import { amendRegistrations } from './amend-registrations.ts';
import { amendRequests } from './amend-requests.ts';
import { deliver } from './deliver.ts';
import { keyOf, type StoreState } from './state.ts';

/** The state after a transaction: `before` itself when it changes nothing. Throws StoreConflict. */
export function applyTransaction(before: StoreState, transaction: Transaction): StoreState {
  const t = transaction;
  const requests = amendRequests(before.requests, t.putRequests);
  const cases = amendCases(before.cases, t.putCases);
  const circuits = amendCircuits(before.circuits, t);
  const incidents = amendIncidents(before.incidents, t);
  const digests = amendDigests(before.digests, t, incidents);
  const delivery = deliver(before, t);
  const after: StoreState = {
    circuits,
    connectivity: amendConnectivity(before.connectivity, t, circuits),
    registrations: amendRegistrations(before.registrations, t, circuits),
    orders: amendOrders(before.orders, t),
    watched: amendMap(before.watched, keyOf.watched, t.putWatched),
    subscriptions: amendMap(
      before.subscriptions,
      keyOf.subscription,
      t.putSubscriptions,
      t.removeSubscriptions,
    ),
    mutes: amendMap(before.mutes, keyOf.mute, t.putMutes, t.removeMutes?.map(keyOf.mute)),
    quietHours: amendMap(before.quietHours, keyOf.quietHours, t.putQuietHours, t.removeQuietHours),
    windows: amendMap(before.windows, keyOf.window, t.putWindows, t.removeWindows),
    suspensions: amendMap(before.suspensions, keyOf.suspension, t.putSuspensions, t.removeSuspensions),
    incidents,
    digests,
    held: amendMap(before.held, keyOf.held, t.hold, t.unhold),
    ...delivery,
    requests,
    cases,
    posted: amendCards(before.posted, t, { requests, cases, incidents, digests, owed: delivery.owed }),
    ...amendAudit(before, t),
    changes: appendHistory(before.changes, t.addChanges, {
      keyOf: ({ id }) => id,
      timeOf: ({ at }) => at,
      cap: historyCaps.changes,
    }),
  };
  return isSameState(before, after) ? before : after;
}

function isSameState(before: StoreState, after: StoreState): boolean {
  const old = new Map<string, unknown>(Object.entries(before));
  return Object.entries(after).every(([part, value]) => old.get(part) === value);
}
