import type { CircuitRef } from '../circuit/changes.ts';
import type { Instant } from '../instant.ts';
import type { Cause } from './cause.ts';
import type { GoneReason, Trouble } from './condition.ts';
import type { Severity } from './severity.ts';
import type { Subject } from './subject.ts';

/**
 * pending (seen, not long enough to be told) → open → clearing (good again, not long enough to be over) → resolved.
 * A pending one that gets well is forgotten. A resolved one that comes back within `reopenWithinMs` is open again.
 */
export const incidentStates = ['pending', 'open', 'clearing', 'resolved'] as const;
export type IncidentState = (typeof incidentStates)[number];

/** Something that is wrong, from its beginning to its end. */
export type Incident = {
  /** Unique; short enough to be said: `INC-7K2QF`. */
  readonly id: string;
  /** One more with each change: names the versions of its messages. */
  readonly revision: number;
  readonly subject: Subject;
  readonly circuit?: CircuitRef;
  readonly state: IncidentState;
  /** As it is now; of a clearing or resolved one, as it last was. */
  readonly severity: Severity;
  /** The last bad facts. */
  readonly trouble: Trouble;
  /** Since when it is bad, as far as is known; of a pending one, when it was first seen so. */
  readonly firstBadAt: Instant;
  /** When it was told, or would have been: the end of the fire-after time. */
  readonly openedAt?: Instant;
  /** Of the last time it got well. */
  readonly goodSince?: Instant;
  readonly resolvedAt?: Instant;
  /** Why it is over: well again, or not there any more. */
  readonly ending?: { readonly kind: 'well' } | { readonly kind: 'gone'; readonly why: GoneReason };
  /** When it got bad, newest last, as far back as flapping is measured. */
  readonly bads: readonly Instant[];
  /** It goes up and down so often that single turns are not told. */
  readonly flapping?: Flapping;
  /** How often it came back after it was resolved. */
  readonly reopened: number;
  /** What happened, oldest first; of more than `stepLimit` the oldest but the first are left out. */
  readonly steps: readonly IncidentStep[];
  readonly omittedSteps: number;
  readonly acknowledged?: { readonly by: string; readonly at: Instant; readonly note?: string };
  readonly assigned?: { readonly to: string; readonly by: string; readonly at: Instant };
  /** The request of somebody that brought it about: a failover test, say. */
  readonly cause?: Cause;
  /** Where and how it is told, one for each channel. */
  readonly tellings: readonly Telling[];
};

export type Flapping = {
  readonly since: Instant;
  /** How often it got bad. */
  readonly times: number;
  /** When it last got bad or well. */
  readonly lastTurnAt: Instant;
  /** When its messages were last made to show this: not at each turn. */
  readonly shownAt: Instant;
};

export type IncidentStep = {
  /** 1, 2, 3 …: never used twice in an incident. */
  readonly n: number;
  readonly at: Instant;
  readonly what: StepWhat;
};

export type StepWhat =
  | { readonly kind: 'opened'; readonly severity: Severity; readonly trouble: Trouble }
  /** Other facts, or another severity, of what is still bad. */
  | { readonly kind: 'changed'; readonly severity: Severity; readonly trouble: Trouble }
  | { readonly kind: 'well' }
  /** It was well for less than the clear-after time. */
  | { readonly kind: 'bad-again'; readonly severity: Severity; readonly trouble: Trouble }
  | { readonly kind: 'resolved'; readonly lastedMs: number; readonly ending: NonNullable<Incident['ending']> }
  | { readonly kind: 'reopened'; readonly severity: Severity; readonly trouble: Trouble }
  | { readonly kind: 'flapping'; readonly times: number; readonly withinMs: number }
  | { readonly kind: 'calm'; readonly times: number }
  | { readonly kind: 'acknowledged'; readonly by: string; readonly note?: string }
  | { readonly kind: 'assigned'; readonly to: string; readonly by: string }
  /** In one channel; the others hear it all. */
  | { readonly kind: 'muted'; readonly by: string; readonly until: Instant; readonly channelId: string };

/** How many steps an incident keeps. */
export const stepLimit = 60;

/** How a channel knows of an incident. */
export type Telling = {
  readonly channelId: string;
  /** `card`: its own message; `digest`: a line of a digest; `held`: not told yet. */
  readonly form: 'card' | 'digest' | 'held';
  /** The name of its newest message there; of a digest's, the digest's. Absent while held. */
  readonly card?: string;
  /** Fresh messages after the first. */
  readonly bumps: number;
  /** The worst severity that was told with a sound. */
  readonly toldSeverity: Severity;
  /** Number of the last step that was told there. */
  readonly toldStep: number;
};

/** Fresh messages that one incident may have in one channel beyond its first. */
export const bumpLimit = 2;

export function isOpen({ state }: Pick<Incident, 'state'>): boolean {
  return state === 'open' || state === 'clearing';
}

/** The name of an incident's one message in a channel, under which all its versions are known. */
export function incidentCard(incidentId: string, bumps = 0): string {
  return `incident.${incidentId}${bumps > 0 ? `.${bumps}` : ''}`;
}
