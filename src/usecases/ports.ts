import type { Access, AccessRefusal, Where } from '../domain/access/grant.ts';
import type { Permission, Role } from '../domain/access/role.ts';
import type { AzureTroubleKind } from '../domain/alert/life-signs.ts';
import type { Owed, Recipient } from '../domain/alert/notice.ts';
import type { SuspensionReason } from '../domain/alert/suspension.ts';
import type { Policy } from '../domain/approval/policy.ts';
import type { Failure } from '../domain/approval/request.ts';
import type { VnetLink } from '../domain/circuit/circuit.ts';
import type { CircuitAddress, CircuitId } from '../domain/circuit/circuit-id.ts';
import type { Listing } from '../domain/circuit/survey.ts';
import type { Instant } from '../domain/instant.ts';
import type {
  CircuitSight,
  Connection,
  FailoverTest,
  Gateway,
  ProviderOffer,
  ResourceGroup,
} from '../domain/operation/circuit-sight.ts';
import type { WriteStep } from '../domain/operation/step.ts';
import type { Result } from '../domain/result.ts';

/** Azure, as far as circuits go. Each call throws AzureFault when Azure does not give what was asked. */
export interface Azure {
  /** Every circuit of a subscription: one LIST for each page, nothing else. */
  listCircuits(subscriptionId: string): Promise<Listing>;
  /** The virtual network gateways' connections to a circuit, in its own subscription. */
  listLinks(subscriptionId: string, circuitId: CircuitId): Promise<readonly VnetLink[]>;
}

/** Azure, as far as one circuit's life goes. Each call throws AzureFault when Azure does not give what was asked. */
export interface AzureWriter {
  /** One circuit, asked for now. Undefined: there is none. */
  readCircuit(target: CircuitAddress): Promise<CircuitSight | undefined>;
  /** Secret. Undefined until Azure has issued it (provisioningState Succeeded, not the all-zero key). */
  readServiceKey(target: CircuitAddress): Promise<string | undefined>;
  /** Secret. Undefined: there is no such authorization. */
  readAuthorizationKey(target: CircuitAddress, authorization: string): Promise<string | undefined>;
  /** Connections to a circuit from gateways in any of these subscriptions. */
  connections(subscriptionIds: readonly string[], circuitId: CircuitId): Promise<readonly Connection[]>;
  /** ExpressRoute gateways of these subscriptions. */
  gateways(subscriptionIds: readonly string[]): Promise<readonly Gateway[]>;
  /** The live catalogue of connectivity providers. */
  offers(subscriptionId: string): Promise<readonly ProviderOffer[]>;
  resourceGroups(subscriptionId: string): Promise<readonly ResourceGroup[]>;
  /** Undefined: Azure offers no such tests there. */
  failoverTests(target: CircuitAddress): Promise<readonly FailoverTest[] | undefined>;
  /** Reads what the step changes, changes that and nothing else, and sends it. */
  send(target: CircuitAddress, step: WriteStep): Promise<Sent>;
  /** How the operation behind a URL that `send` gave stands. The URL is used verbatim and holds a signature. */
  follow(url: string): Promise<OperationLook>;
  /** Whether a step has been done, from the resource itself: for when nobody knows whether `send` arrived. */
  stand(target: CircuitAddress, step: WriteStep): Promise<StepStand>;
}

/** `started` without a URL: Azure gave none; the resource itself tells when it is over. */
export type Sent =
  | { readonly kind: 'done' }
  | { readonly kind: 'started'; readonly url: string | undefined; readonly retryAfterMs: number };

export type OperationLook =
  | { readonly kind: 'running'; readonly retryAfterMs: number }
  | { readonly kind: 'succeeded' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** Azure has forgotten the operation: the resource itself tells. */
  | { readonly kind: 'forgotten' };

export type StepStand =
  | { readonly kind: 'done' }
  /** All that can be seen of it is done; the rest, a shared key, Azure does not tell. */
  | { readonly kind: 'unseen' }
  | { readonly kind: 'under-way' }
  | { readonly kind: 'undone' }
  | { readonly kind: 'failed'; readonly failure: Failure };

export type AzureFaultKind = AzureTroubleKind;

/** Azure's fault, not ours: try later. The message is fit for people and holds no secret. */
export class AzureFault extends Error {
  readonly kind: AzureFaultKind;
  /** How long Azure asked to be left alone, milliseconds. */
  readonly retryAfterMs: number | undefined;
  /** Azure's own words, where it answered with any; no keys in them. */
  readonly failure: Failure | undefined;
  constructor(
    kind: AzureFaultKind,
    message: string,
    options?: ErrorOptions & { retryAfterMs?: number; failure?: Failure },
  ) {
    super(message, options);
    this.name = 'AzureFault';
    this.kind = kind;
    this.retryAfterMs = options?.retryAfterMs;
    this.failure = options?.failure;
  }
}

/** How an attempt to send an owed message ended. */
export type PostOutcome =
  | { readonly kind: 'sent'; readonly posted: Posted }
  | { readonly kind: 'throttled'; readonly retryAfterMs: number }
  /** It may have arrived or not: look before sending again. */
  | { readonly kind: 'unknown'; readonly reason: string }
  /** It did not arrive and may be sent again. */
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'unreachable-channel'; readonly reason: SuspensionReason }
  /** The thread that it belongs to is not there any more, or takes no replies. */
  | { readonly kind: 'thread-gone'; readonly reason: string }
  /** It will never be accepted as it is. */
  | { readonly kind: 'rejected'; readonly reason: string };

/** Where a message stands. */
export type Posted = { readonly channelId: string; readonly ts: string };

/** Slack, as far as owed messages go. */
export interface Messenger {
  /**
   * `at`: a card that stands already is edited; one that was deleted meanwhile is posted anew. `thread`: the message in
   * whose thread it stands.
   */
  post(owed: Owed, at?: Posted, thread?: Posted): Promise<PostOutcome>;
  /**
   * Which of the keys have arrived with this recipient since then, and where. A card is known by its own key.
   * `thread`: looks in the thread of this message instead. Throws SlackFault when it cannot be told.
   */
  findDelivered(
    to: Recipient,
    keys: readonly string[],
    since: Instant,
    thread?: Posted,
  ): Promise<ReadonlyMap<string, Posted>>;
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

/** Who belongs to user groups. */
export interface Directory {
  /** Ids of a user group's members. Throws SlackFault; a group that there is not has none. */
  membersOf(groupId: string): Promise<readonly string[]>;
}

/** The rules that whoever runs Trunkline wrote down: read anew when their files change. */
export interface Rules {
  access(): Access;
  policy(): Policy;
  /** What is wrong with a file that was changed; the last good one is in force meanwhile. */
  troubles(): readonly string[];
}

/** Decides who may. Asked at each command, each click and again when something is carried out. */
export interface Gatekeeper {
  /** `where` undefined: no circuit is meant, a role anywhere is enough. Fails closed for everything but `read`. */
  check(
    userId: string,
    permission: Permission,
    where?: Where & { readonly name: string },
  ): Promise<Result<true, AccessRefusal>>;
  /** Whether somebody holds the role that a rule of the policy names; an admin holds every role. Fails closed. */
  holds(
    userId: string,
    role: Role,
    where: Where & { readonly name: string },
  ): Promise<Result<true, AccessRefusal>>;
}

export interface Log {
  info(facts: Readonly<Record<string, unknown>>, message: string): void;
  warn(facts: Readonly<Record<string, unknown>>, message: string): void;
  error(facts: Readonly<Record<string, unknown>>, message: string): void;
}

export type Now = () => Instant;
