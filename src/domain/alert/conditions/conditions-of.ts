import type { CircuitId } from '../../circuit/circuit-id.ts';
import type { Connectivity } from '../../circuit/connectivity.ts';
import type { KnownCircuit } from '../../circuit/known-circuit.ts';
import type { Condition } from '../condition.ts';
import { circuitOf, type Subject } from '../subject.ts';
import { recordConditions } from './record-conditions.ts';
import { sessionConditions } from './session-conditions.ts';

/** How every subject of a circuit stands. Whoever has looked at one half only must tell of that half only. */
export function conditionsOf(
  known: KnownCircuit,
  connectivity: Connectivity | undefined,
  open: readonly Subject[],
): readonly Condition[] {
  return [...recordConditions(known, open), ...sessionConditions(known, connectivity, open)];
}

/** The circuit itself is gone: so is everything that was open about it. */
export function conditionsOfGone(circuitId: CircuitId, open: readonly Subject[]): readonly Condition[] {
  return open
    .filter((subject) => circuitOf(subject) === circuitId)
    .map((subject) => ({ subject, verdict: { kind: 'gone', why: 'circuit-gone' } }));
}
