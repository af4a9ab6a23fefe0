import type { Instant } from '../instant.ts';
import type { BlindReason } from './condition.ts';

/** What Trunkline knows of its own eyes, voice and memory at one moment. */
export type LifeSigns = {
  readonly subscriptions: readonly SubscriptionSigns[];
  readonly metrics: readonly MetricsSigns[];
  readonly polls: PollSigns;
  /** How far this machine's clock is from theirs, milliseconds, at the latest answers; the sign does not matter here. */
  readonly clock: { readonly azureMs: readonly number[]; readonly slackMs: readonly number[] };
  readonly disk: {
    readonly trouble?: Trouble<Extract<BlindReason, 'disk-full' | 'read-only' | 'not-writable'>>;
    readonly lastGoodAt?: Instant;
  };
  readonly slack: {
    readonly trouble?: Trouble<
      Extract<BlindReason, 'unreachable' | 'unavailable' | 'throttled' | 'credentials-refused'>
    >;
    readonly lastGoodAt?: Instant;
  };
  /** Messages that Slack refused for good, as far as they are kept. */
  readonly parked: readonly { readonly at: Instant; readonly reason: string }[];
  /** Absent: nobody tells when they end. */
  readonly credentials?: { readonly expiresAt: Instant };
};

export type SubscriptionSigns = {
  readonly subscriptionId: string;
  /** The last complete read; absent: none yet. */
  readonly lastReadAt?: Instant;
  readonly trouble?: AzureTrouble;
};

export type MetricsSigns = {
  /** `subscription/region`. */
  readonly scope: string;
  readonly lastGoodAt?: Instant;
  readonly trouble?: AzureTrouble;
};

export type PollSigns = {
  readonly intervalMs: number;
  /** When this process began: before it nobody was to poll. */
  readonly startedAt: Instant;
  readonly lastEndedAt?: Instant;
};

/** Why Azure gives nothing, in the words of the port's faults. */
export type AzureTrouble = {
  readonly kind: AzureTroubleKind;
  /** Fit for people; no secret. */
  readonly message: string;
  /** The first failure since all was well. */
  readonly since: Instant;
  /** How many polls in a row failed. */
  readonly polls: number;
  /** Until when Azure asked to be left alone; polls before it do not ask. */
  readonly notBefore?: Instant;
};

/** How Azure does not give what was asked. */
export type AzureTroubleKind =
  /** Another operation holds the resource (429 RetryableErrorDueToAnotherOperation, 409): it is over soon. */
  | 'locked'
  /** The resource changed since it was read (412). */
  | 'changed'
  /** Azure refuses what was asked (400, 409 …): asking again is of no use. */
  | 'refused'
  | 'throttled'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'unavailable'
  | 'unreachable'
  | 'unreadable';

type Trouble<Reason> = { readonly reason: Reason; readonly since: Instant; readonly detail?: string };
