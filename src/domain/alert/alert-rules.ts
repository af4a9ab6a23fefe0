import type { SubjectKind } from './subject.ts';

/** The times and sizes of alerting. Milliseconds. */
export type AlertRules = {
  /** How long something must be bad before it is told. */
  readonly fireAfterMs: number;
  /** How long it must be well before it is over; only for what comes and goes by itself (`damped`). */
  readonly clearAfterMs: number;
  /** A resolved incident that comes back within this time is the same incident. */
  readonly reopenWithinMs: number;
  /** Bad so often within the time: it is flapping. */
  readonly flapTimes: number;
  readonly flapWithinMs: number;
  /** Without a turn for so long: flapping is over. */
  readonly calmMs: number;
  /** More than this for one channel in one poll: one digest. */
  readonly digestOver: number;
};

export const defaultAlertRules: AlertRules = {
  fireAfterMs: 0,
  clearAfterMs: 60_000,
  reopenWithinMs: 30 * 60_000,
  flapTimes: 3,
  flapWithinMs: 10 * 60_000,
  calmMs: 10 * 60_000,
  digestOver: 10,
};

/** What comes and goes by itself; the others are states that somebody set. */
export const damped: readonly SubjectKind[] = ['connectivity', 'vnet-link', 'blind'];
