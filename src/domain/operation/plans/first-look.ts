import type { CircuitSight } from '../circuit-sight.ts';
import type { PlanInputs } from '../plan.ts';

/** What a plan can be tried with when only the circuit has been read: enough to say early what its state forbids. */
export function firstLook(sight: CircuitSight | undefined): PlanInputs {
  return {
    sight,
    order: undefined,
    connections: [],
    gateways: [],
    offers: [],
    resourceGroups: [],
    neighbours: [],
    failoverTests: [],
  };
}
