import type { Change } from '../circuit/changes.ts';
import type { CircuitFilter } from '../circuit/filter.ts';
import type { Instant } from '../instant.ts';

/** A channel's hours in which only what is critical is told; the rest is told in one message when they end. */
export type QuietHours = {
  readonly channelId: string;
  /** Minutes from midnight in `zone`: 22:00 is 1320. `from` after `to`: over midnight. */
  readonly fromMinute: number;
  readonly toMinute: number;
  /** Days on which they begin, 1 Monday … 7 Sunday; none: each day. */
  readonly days: readonly number[];
  /** IANA time zone: Europe/London. */
  readonly zone: string;
  readonly byUserId: string;
};

/** Work that is known beforehand. `mark`: alerts are told and say so; `hold`: they wait until it is over. */
export type MaintenanceWindow = {
  /** Short enough to be said: `MW-3F7`; of Azure's, its tracking id. */
  readonly id: string;
  readonly from: Instant;
  readonly until: Instant;
  /** Which circuits: none: all. */
  readonly filter: CircuitFilter;
  readonly effect: 'mark' | 'hold';
  readonly note: string;
  readonly source:
    | { readonly kind: 'person'; readonly userId: string; readonly channelId: string }
    /** Azure Service Health, planned maintenance. Regions of Azure, lower case; none: not told. */
    | { readonly kind: 'azure'; readonly subscriptionId: string; readonly regions: readonly string[] };
};

/** Something that was not told when it happened, and why. It is told when that is over. */
export type Held = {
  readonly id: string;
  readonly channelId: string;
  readonly at: Instant;
  readonly why: HeldReason;
  readonly what:
    | { readonly kind: 'change'; readonly change: Change }
    | { readonly kind: 'incident'; readonly incidentId: string };
};

export type HeldReason =
  | { readonly kind: 'quiet-hours' }
  | { readonly kind: 'maintenance'; readonly windowId: string }
  /** `mute`: the mute's key (`muteKey`). */
  | { readonly kind: 'mute'; readonly mute: string };
