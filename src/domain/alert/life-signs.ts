import type { Instant } from '../instant.ts';
import type { BlindReason } from './condition.ts';

/** What Trunkline knows of itself: whether it sees, and whether it is heard. */
export type LifeSigns = {
  readonly subscriptions: readonly SubscriptionSign[];
  readonly metrics: readonly MetricsSign[];
  readonly polls: PollSigns;
  readonly clock: ClockSkew;
  readonly disk: DiskSign;
  readonly slack: SlackSign;
  /** Messages that Slack refused for good: how many, and the last of them. */
  readonly parked: { readonly count: number; readonly lastAt: Instant | undefined };
  /** Undefined: nobody tells. */
  readonly credentials: { readonly expiresAt: Instant | undefined };
};

export type SubscriptionSign = {
  readonly subscriptionId: string;
  /** The last complete read; undefined: never. */
  readonly lastReadAt: Instant | undefined;
  readonly trouble: SubscriptionTrouble | undefined;
};

export type SubscriptionTrouble = {
  /** As the ports name what Azure did. */
  readonly kind:
    | 'locked'
    | 'changed'
    | 'refused'
    | 'throttled'
    | 'unauthorized'
    | 'forbidden'
    | 'not-found'
    | 'unavailable'
    | 'unreachable'
    | 'unreadable';
  readonly message: string;
  readonly since: Instant;
  /** Azure asked to be left alone until then. */
  readonly notBefore: Instant;
  /** How many reads in a row failed. Polls that left Azure alone are not among them. */
  readonly polls: number;
};

export type MetricsSign = {
  /** `subscription/region`. */
  readonly scope: string;
  readonly lastGoodAt: Instant | undefined;
  readonly trouble:
    | {
        readonly kind: SubscriptionTrouble['kind'];
        readonly message: string;
        readonly since: Instant;
        /** How many looks in a row failed. */
        readonly looks: number;
      }
    | undefined;
};

export type PollSigns = {
  /** Of the process. */
  readonly startedAt: Instant;
  readonly lastStartedAt: Instant | undefined;
  readonly lastEndedAt: Instant | undefined;
  /** The calm pace. */
  readonly intervalMs: number;
};

/** Median of the newest answers, milliseconds in whole seconds; positive: this machine's clock is behind. */
export type ClockSkew = { readonly azureMs: number | undefined; readonly slackMs: number | undefined };

export type DiskSign = {
  readonly lastGoodAt: Instant | undefined;
  readonly trouble:
    | {
        readonly reason: Extract<BlindReason, 'disk-full' | 'read-only' | 'not-writable'>;
        readonly detail: string;
        readonly since: Instant;
      }
    | undefined;
};

export type SlackSign = {
  readonly lastOkAt: Instant | undefined;
  readonly trouble:
    | {
        readonly reason: Extract<
          BlindReason,
          'unreachable' | 'unavailable' | 'throttled' | 'credentials-refused' | 'forbidden'
        >;
        readonly detail: string;
        readonly since: Instant;
      }
    | undefined;
};
