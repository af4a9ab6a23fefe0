import type { Owed, Recipient } from '../domain/alert/notice.ts';
import type { SuspensionReason } from '../domain/alert/suspension.ts';
import type { VnetLink } from '../domain/circuit/circuit.ts';
import type { CircuitId } from '../domain/circuit/circuit-id.ts';
import type { Listing } from '../domain/circuit/survey.ts';
import type { Instant } from '../domain/instant.ts';

/** Azure, as far as circuits go. Each call throws AzureFault when Azure does not give what was asked. */
export interface Azure {
  /** Every circuit of a subscription: one LIST for each page, nothing else. */
  listCircuits(subscriptionId: string): Promise<Listing>;
  /** The virtual network gateways' connections to a circuit, in its own subscription. */
  listLinks(subscriptionId: string, circuitId: CircuitId): Promise<readonly VnetLink[]>;
}

export type AzureFaultKind =
  | 'throttled'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'unavailable'
  | 'unreachable'
  | 'unreadable';

/** Azure's fault, not ours: try later. The message is fit for people and holds no secret. */
export class AzureFault extends Error {
  readonly kind: AzureFaultKind;
  /** How long Azure asked to be left alone, milliseconds. */
  readonly retryAfterMs: number | undefined;
  constructor(kind: AzureFaultKind, message: string, options?: ErrorOptions & { retryAfterMs?: number }) {
    super(message, options);
    this.name = 'AzureFault';
    this.kind = kind;
    this.retryAfterMs = options?.retryAfterMs;
  }
}

/** How an attempt to send an owed message ended. */
export type PostOutcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'throttled'; readonly retryAfterMs: number }
  /** It may have arrived or not: look before sending again. */
  | { readonly kind: 'unknown'; readonly reason: string }
  /** It did not arrive and may be sent again. */
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'unreachable-channel'; readonly reason: SuspensionReason }
  /** It will never be accepted as it is. */
  | { readonly kind: 'rejected'; readonly reason: string };

/** Slack, as far as owed messages go. */
export interface Messenger {
  post(owed: Owed): Promise<PostOutcome>;
  /** Which of the keys have arrived with this recipient since then. Throws SlackFault when it cannot be told. */
  findDelivered(to: Recipient, keys: readonly string[], since: Instant): Promise<ReadonlySet<string>>;
}

/** Slack did not answer as hoped: try later. The message is fit for people and holds no secret. */
export class SlackFault extends Error {
  readonly retryAfterMs: number | undefined;
  constructor(message: string, options?: ErrorOptions & { retryAfterMs?: number }) {
    super(message, options);
    this.name = 'SlackFault';
    this.retryAfterMs = options?.retryAfterMs;
  }
}

/** A conversation as the bot stands to it. */
export type ChannelStanding =
  | { readonly kind: 'member' }
  | { readonly kind: 'not-member'; readonly reason: SuspensionReason };

export interface Channels {
  standing(channelId: string): Promise<ChannelStanding>;
  /** The direct conversation between the bot and a person. */
  openDirect(userId: string): Promise<string>;
}

export interface Log {
  info(facts: Readonly<Record<string, unknown>>, message: string): void;
  warn(facts: Readonly<Record<string, unknown>>, message: string): void;
  error(facts: Readonly<Record<string, unknown>>, message: string): void;
}

export type Now = () => Instant;
