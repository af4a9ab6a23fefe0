import type { CircuitId } from '../domain/circuit/circuit-id.ts';
import type { KnownCircuit } from '../domain/circuit/known-circuit.ts';
import type { Transaction } from '../usecases/store.ts';
import { amendMap } from './amend.ts';
import { byName } from './order.ts';
import { keyOf, type StoreState } from './state.ts';

/** Circuits stay in order; sorting is only needed when one is new or was renamed. */
export function amendCircuits(
  before: ReadonlyMap<CircuitId, KnownCircuit>,
  { putCircuits = [], removeCircuits }: Transaction,
): ReadonlyMap<CircuitId, KnownCircuit> {
  const put = putCircuits.map(withoutOrder);
  const after = amendMap(before, keyOf.circuit, put, removeCircuits);
  const keepsPlace = (known: KnownCircuit) => {
    const old = before.get(known.circuit.id);
    return old !== undefined && byName(old, known) === 0;
  };
  if (after === before || put.every(keepsPlace)) return after;
  return new Map([...after.values()].sort(byName).map((known) => [known.circuit.id, known]));
}

/** The order goes with its circuit, and is otherwise touched only where it is named. */
export function amendOrders(
  before: StoreState['orders'],
  { putOrders, removeOrders = [], putCircuits = [], removeCircuits = [] }: Transaction,
): StoreState['orders'] {
  const isPut = (id: CircuitId) => putCircuits.some(({ circuit }) => circuit.id === id);
  const gone = removeCircuits.filter((id) => before.has(id) && !isPut(id));
  return amendMap(before, keyOf.order, putOrders, [...removeOrders, ...gone]);
}

/** As people are told of it: what they recorded about its order included. */
export function withOrder(known: KnownCircuit, orders: StoreState['orders']): KnownCircuit {
  const recorded = orders.get(known.circuit.id);
  return recorded ? { ...known, order: recorded.order } : known;
}

function withoutOrder(known: KnownCircuit): KnownCircuit {
  if (known.order === undefined) return known;
  const { order: _, ...rest } = known;
  return rest;
}
