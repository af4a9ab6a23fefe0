import type { Owed } from '../domain/alert/notice.ts';
import type { CircuitId } from '../domain/circuit/circuit-id.ts';
import type { KnownCircuit } from '../domain/circuit/known-circuit.ts';
import { historyCaps, type Transaction } from '../usecases/store.ts';
import { amendMap, appendHistory, appendKeys } from './amend.ts';
import { byName } from './order.ts';
import { keyOf, type StoreState } from './state.ts';

/** The state after a transaction: `before` itself when it changes nothing. */
export function applyTransaction(before: StoreState, transaction: Transaction): StoreState {
  const t = transaction;
  const after: StoreState = {
    circuits: amendCircuits(before.circuits, t),
    watched: amendMap(before.watched, keyOf.watched, t.putWatched),
    subscriptions: amendMap(
      before.subscriptions,
      keyOf.subscription,
      t.putSubscriptions,
      t.removeSubscriptions,
    ),
    mutes: amendMap(before.mutes, keyOf.mute, t.putMutes, t.removeMutes?.map(keyOf.mute)),
    suspensions: amendMap(before.suspensions, keyOf.suspension, t.putSuspensions, t.removeSuspensions),
    ...deliver(before, t),
    changes: appendHistory(before.changes, t.addChanges, {
      keyOf: ({ id }) => id,
      timeOf: ({ at }) => at,
      cap: historyCaps.changes,
    }),
  };
  return isSameState(before, after) ? before : after;
}

/** Circuits stay in order; sorting is only needed when one is new or was renamed. */
function amendCircuits(
  before: ReadonlyMap<CircuitId, KnownCircuit>,
  { putCircuits = [], removeCircuits }: Transaction,
): ReadonlyMap<CircuitId, KnownCircuit> {
  const after = amendMap(before, keyOf.circuit, putCircuits, removeCircuits);
  const keepsPlace = (known: KnownCircuit) => {
    const old = before.get(known.circuit.id);
    return old !== undefined && byName(old, known) === 0;
  };
  if (after === before || putCircuits.every(keepsPlace)) return after;
  return new Map([...after.values()].sort(byName).map((known) => [known.circuit.id, known]));
}

/** First what is owed, then what is over: a message owed and settled at once is settled. */
function deliver(
  before: StoreState,
  { owe = [], settle = [], park = [] }: Transaction,
): Pick<StoreState, 'owed' | 'settledKeys' | 'parked'> {
  const isNew = ({ key }: Owed) => !before.owed.has(key) && !before.settledKeys.has(key);
  const over = [...settle, ...park.map((parked) => parked.owed.key)];
  const owed = amendMap(before.owed, keyOf.owed, firstOfEach(owe.filter(isNew)));
  return {
    owed: amendMap(owed, keyOf.owed, [], over),
    settledKeys: appendKeys(before.settledKeys, over, historyCaps.settledKeys),
    parked: appendHistory(before.parked, park, {
      keyOf: (parked) => parked.owed.key,
      timeOf: ({ parkedAt }) => parkedAt,
      cap: historyCaps.parked,
    }),
  };
}

function firstOfEach(owe: readonly Owed[]): readonly Owed[] {
  const seen = new Set<string>();
  return owe.filter(({ key }) => !seen.has(key) && seen.add(key));
}

function isSameState(a: StoreState, b: StoreState): boolean {
  return (
    a.circuits === b.circuits &&
    a.watched === b.watched &&
    a.subscriptions === b.subscriptions &&
    a.mutes === b.mutes &&
    a.suspensions === b.suspensions &&
    a.owed === b.owed &&
    a.settledKeys === b.settledKeys &&
    a.parked === b.parked &&
    a.changes === b.changes
  );
}
