import type { Instant } from '../instant.ts';

/** The order at the connectivity provider, as people recorded it. What is not known is absent. */
export type Order = {
  readonly provider: string;
  readonly orderNumber?: string;
  readonly contact?: string;
  /** Layer 2: the customer configures routing. Layer 3: the provider does. */
  readonly layer?: 2 | 3;
  /** The day by which the provider has promised to be done, `2026-12-31`. */
  readonly promisedOn?: string;
  readonly recordedBy: string;
  readonly recordedAt: Instant;
};
