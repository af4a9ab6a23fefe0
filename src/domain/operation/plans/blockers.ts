import { type Blocker, blockersOf } from '../../circuit/deletion.ts';
import type { CircuitSight } from '../circuit-sight.ts';
import type { Fact, PlanInputs } from '../plan.ts';
import { refOf } from './target.ts';
import type { TargetRef } from './target-ref.ts';

/** All that is in the way of a deletion, told at once: Azure tells of it one by one, and only minutes after it was asked. */
export type BlockedRefusal = {
  readonly code: 'deletion-blocked';
  readonly on: TargetRef;
  /** What was asked for: the deletion, or a deprovisioning that ends with it. */
  readonly operation: 'delete' | 'deprovision';
  readonly blockers: readonly Blocker[];
};

export function blockedRefusal(
  sight: CircuitSight,
  { connections }: PlanInputs,
  operation: BlockedRefusal['operation'],
): BlockedRefusal | undefined {
  const blockers = blockersOf(sight, connections);
  return blockers.length === 0
    ? undefined
    : { code: 'deletion-blocked', on: refOf(sight.circuit), operation, blockers };
}

const kinds = [
  ['link', 'Links'],
  ['authorization', 'Authorizations'],
  ['global-reach', 'Global Reach'],
  ['route-filter', 'Route filters'],
] as const satisfies readonly (readonly [Blocker['kind'], string])[];

/** What hangs on the circuit, by kind. */
export function blockerFacts(sight: CircuitSight, { connections }: PlanInputs): readonly Fact[] {
  const blockers = blockersOf(sight, connections);
  return kinds.map(([kind, name]) => {
    const names = blockers.filter((blocker) => blocker.kind === kind).map((blocker) => blocker.name);
    return { name, value: names.join(', ') || 'none' };
  });
}
