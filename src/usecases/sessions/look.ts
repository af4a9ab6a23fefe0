import type { CircuitId } from '../../domain/circuit/circuit-id.ts';
import type { ConnectionStanding, Connectivity } from '../../domain/circuit/connectivity.ts';
import type { Instant } from '../../domain/instant.ts';
import type { createAtMost } from './at-most.ts';

/** One look under way. */
export type Look = {
  readonly id: string;
  /** As it is believed now: what a look has committed is in it. */
  readonly connectivity: Map<CircuitId, Connectivity>;
  /** Undefined: nobody asked, or nobody answered. A circuit that is not in it has none. */
  readonly connections: Promise<ReadonlyMap<CircuitId, readonly ConnectionStanding[]> | undefined>;
  /** Shared by all subscriptions. */
  readonly atEdge: ReturnType<typeof createAtMost>;
  /** The edge is not asked any more after that. */
  readonly askUntil: Instant;
  readonly tally: Tally;
};

export type Tally = {
  metrics: number;
  edge: number;
  graph: number;
  failures: number;
  changes: number;
  owed: number;
};
