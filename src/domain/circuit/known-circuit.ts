import type { Instant } from '../instant.ts';
import type { Circuit } from './circuit.ts';
import type { Order } from './order.ts';
import type { Lateness } from './provider-wait.ts';
import type { CircuitStatus } from './states.ts';

/** What is remembered of a circuit: the facts last believed, and the history that tells look-alikes apart. */
export type KnownCircuit = {
  readonly circuit: Circuit;
  readonly firstSeenAt: Instant;
  /** When a fact about it last changed. */
  readonly changedAt: Instant;
  /** The provider has worked on it at some time: NotProvisioned then means deprovisioned, not new. */
  readonly wasProvisioned: boolean;
  /** It was first seen in the middle of a write, so its status has never been believable yet. */
  readonly unsettled?: true;
  /** A status seen once that is only believed when the next poll sees it too. */
  readonly doubtedStatus?: CircuitStatus;
  /** Since when the provider has been waited for: the order was recorded, or it began to work. */
  readonly waitingSince?: Instant;
  /** The provider is late, and that was told. */
  readonly late?: Lateness;
  /** What people recorded about its order. Kept by itself in the store: putting a circuit does not change it. */
  readonly order?: Order;
};
