import type { Instant } from '../../domain/instant.ts';

/** How many of the newest answers are kept: one that a proxy kept, or that took long, shall count for nothing. */
const kept = 9;

/** A Date header names the second that has begun: on average, half of it is over. */
const halfSecondMs = 500;

/** What an answer tells of somebody else's clock. All in milliseconds; `clock` in whole seconds. */
export type ClockSample = {
  readonly clock: Instant;
  readonly askedAt: Instant;
  readonly answeredAt: Instant;
};

export interface ClockSamples {
  note(sample: ClockSample): void;
  /** By how much this machine was behind at each of the newest answers, milliseconds; the newest last. */
  skews(): readonly number[];
}

export function createClockSamples(): ClockSamples {
  let skews: readonly number[] = [];
  return {
    note({ clock, askedAt, answeredAt }) {
      const skew = clock + halfSecondMs - (askedAt + answeredAt) / 2;
      if (Number.isFinite(skew)) skews = [...skews, skew].slice(-kept);
    },
    skews: () => skews,
  };
}
