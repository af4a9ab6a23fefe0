import type { ChangeKind } from '../circuit/changes.ts';
import type { CircuitId } from '../circuit/circuit-id.ts';
import type { Instant } from '../instant.ts';
import type { Trouble } from './condition.ts';
import type { IncidentState } from './incident.ts';
import type { Severity } from './severity.ts';
import type { Subject } from './subject.ts';

/** Why many things are told in one message. */
export const digestReasons = [
  /** More than `digestOver` in one poll. */
  'storm',
  'quiet-hours',
  'maintenance',
  'mute-ended',
  /** Slack could not be reached for so long that the oldest updates were folded. */
  'slack-away',
] as const;
export type DigestReason = (typeof digestReasons)[number];

/** Many alerts in one message of one channel; edited while the incidents in it go on. */
export type Digest = {
  readonly id: string;
  readonly revision: number;
  readonly channelId: string;
  readonly why: DigestReason;
  /** The time that it tells of. Of a storm both are the poll's. */
  readonly since: Instant;
  readonly until: Instant;
  /** What ended, in words fit for people: a mute's circuit, a window's note. */
  readonly about?: string;
  readonly lines: readonly DigestLine[];
  /** How many of the oldest changes are no longer among the lines, after a very long time without Slack. */
  readonly omitted?: number;
};

/** Names the thing by itself: what it points to may be gone from the history when somebody asks. */
export type DigestLine = {
  readonly severity: Severity;
  readonly at: Instant;
  /** '' where it is about Trunkline itself. */
  readonly circuitId: CircuitId | '';
  readonly circuitName: string;
  readonly resourceGroup: string;
} & (
  | { readonly kind: 'incident'; readonly incidentId: string; readonly subject: Subject }
  | { readonly kind: 'change'; readonly changeId: string; readonly changeKind: ChangeKind }
);

/** What stands in the digest's message; the whole list is behind its button. */
export type DigestView = {
  readonly id: string;
  readonly why: DigestReason;
  readonly since: Instant;
  readonly until: Instant;
  readonly about?: string;
  /** Lines, those that were left out included. */
  readonly total: number;
  readonly incidents: { readonly open: number; readonly clearing: number; readonly over: number };
  readonly changes: readonly { readonly kind: ChangeKind; readonly count: number }[];
  /** Of what is not over; when all is over, of all. */
  readonly worst: Severity;
  /** The most important ones, at most `digestTop`, what is still open first. */
  readonly top: readonly DigestSight[];
};

/** A line, and how its incident stands now. Without `now`: a change, or an incident of long ago. */
export type DigestSight = DigestLine & {
  readonly now?: { readonly state: IncidentState; readonly severity: Severity; readonly trouble: Trouble };
};

export const digestTop = 10;

export function digestCard(digestId: string): string {
  return `digest.${digestId}`;
}
