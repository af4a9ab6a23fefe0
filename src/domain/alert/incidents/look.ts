import type { CircuitRef } from '../../circuit/changes.ts';
import type { Instant } from '../../instant.ts';
import type { AlertRules } from '../alert-rules.ts';
import type { Cause } from '../cause.ts';
import type { Subject } from '../subject.ts';

/** What is the same for every incident at one look. */
export type Look = {
  readonly now: Instant;
  readonly rules: AlertRules;
  readonly newId: () => string;
  /** The failover test of ours that explains why this is bad now; undefined: none that goes on. */
  readonly causeOf?: (subject: Subject, circuit: CircuitRef | undefined, now: Instant) => Cause | undefined;
};
