import type { Instant } from '../domain/instant.ts';

/** What every answer of Azure tells on the side: for health and metrics. */
export type AzureSight = {
  readonly host: 'arm' | 'metrics';
  readonly method: string;
  /** Undefined: no answer. */
  readonly status: number | undefined;
  /** From x-ms-ratelimit-remaining-subscription-reads and -writes, where told. */
  readonly remainingReads?: number;
  readonly remainingWrites?: number;
  /** Azure's clock, from the Date header, milliseconds; whole seconds. */
  readonly azureClock?: Instant;
  /** When the question was sent and answered, our clock. */
  readonly askedAt: Instant;
  readonly answeredAt: Instant;
};

/** What every call of Slack's Web API tells on the side: for health and metrics. */
export type SlackSight = {
  readonly method: string;
  /** Slack answered, also with a no to this very call (`not_in_channel`); false: no answer, 429, 5xx. */
  readonly ok: boolean;
  readonly throttled: boolean;
  readonly at: Instant;
  /** Slack's clock, from the Date header, milliseconds; whole seconds. */
  readonly slackClock?: Instant;
};

/** What became of an attempt to send an owed message: for health. */
export type OutboxSight = {
  /** `trouble`: it did not arrive, or nobody knows; it is tried again. `parked`: it was refused for good. */
  readonly kind: 'sent' | 'throttled' | 'trouble' | 'parked';
  /** Channel or user. */
  readonly channel: string;
  readonly at: Instant;
  /** Slack's word, or why there was no answer. */
  readonly reason?: string;
};

/** What every write of the state to the disk tells on the side. */
export type WriteSight = {
  readonly what: 'store' | 'audit';
  /** Undefined: it is durable. */
  readonly fault: unknown;
  readonly startedAt: Instant;
  readonly endedAt: Instant;
};
