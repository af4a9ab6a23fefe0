import type { Transaction } from '../usecases/store.ts';
import { amendMap } from './amend.ts';
import { keyOf, type StoreState } from './state.ts';

/** It goes with its circuit. Of a circuit that is gone by the time it is written, nothing is remembered. */
export function amendRegistrations(
  before: StoreState['registrations'],
  { putRegistrations = [], removeCircuits = [] }: Transaction,
  circuits: StoreState['circuits'],
): StoreState['registrations'] {
  const put = putRegistrations.filter(({ circuitId }) => circuits.has(circuitId));
  const gone = removeCircuits.filter((id) => !circuits.has(id));
  return amendMap(before, keyOf.registration, put, gone);
}
