import type { Instant } from '../../domain/instant.ts';

/** What every write of the state to the disk tells on the side. */
export type WriteSight = {
  readonly what: 'store' | 'audit';
  /** Undefined: it is durable. */
  readonly fault: unknown;
  readonly startedAt: Instant;
  readonly endedAt: Instant;
};
