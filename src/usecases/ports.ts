import type { Access, AccessRefusal, Where } from '../domain/access/grant.ts';
import type { Permission, Role } from '../domain/access/role.ts';
import type { Owed, Recipient } from '../domain/alert/notice.ts';
import type { SuspensionReason } from '../domain/alert/suspension.ts';
import type { Policy } from '../domain/approval/policy.ts';
import type { Failure } from '../domain/approval/request.ts';
import type { AuditEntry } from '../domain/audit/entry.ts';
import type { VnetLink } from '../domain/circuit/circuit.ts';
import type { CircuitAddress, CircuitId } from '../domain/circuit/circuit-id.ts';
import type { ConnectionStanding } from '../domain/circuit/connectivity.ts';
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
import type { Link } from '../domain/peering/link.ts';
import type {
  ArpEntry,
  Availability,
  AvailabilityPoint,
  Neighbor,
} from '../domain/peering/session-evidence.ts';
import type { Result } from '../domain/result.ts';

/** Azure, as far as circuits go. Each call throws AzureFault when Azure does not give what was asked. */
export interface Azure {
  /** Every circuit of a subscription: one LIST for each page, nothing else. */
  listCircuits(subscriptionId: string): Promise<Listing>;
  /** The virtual network gateways' connections to a circuit, in its own subscription. */
  listLinks(subscriptionId: string, circuitId: CircuitId): Promise<readonly VnetLink[]>;
}

/** What runs over circuits, which ARM's resources do not tell. Each call throws AzureFault. */
export interface Telemetry {
  /**
   * BgpAvailability and ArpAvailability of these circuits, a point a minute: one metrics batch. At most
   * `circuitsPerBatch`, all of one subscription and region. Costs no ARM budget. A circuit without any data is left out.
   */
  availability(ask: AvailabilityAsk): Promise<readonly Availability[]>;
  /**
   * What Microsoft's edge says of the sessions of one peering on one link (routeTablesSummary): a POST and at least one
   * GET. Waits for the answer no longer than `timeoutMs`, and throws `unavailable` then.
   */
  routeSummary(ask: EdgeAsk): Promise<readonly Neighbor[]>;
  /** The edge's ARP table for one peering on one link. */
  arpTable(ask: EdgeAsk): Promise<readonly ArpEntry[]>;
  /** Bytes since the counters began, by link. */
  traffic(target: CircuitAddress): Promise<Traffic>;
  /** Every gateway connection of these subscriptions with its status: one Resource Graph query for each 1,000. */
  connectionStatuses(subscriptionIds: readonly string[]): Promise<readonly CircuitConnection[]>;
  /** Planned maintenance of ExpressRoute that Azure Service Health tells a subscription of. */
  plannedMaintenance(subscriptionId: string): Promise<readonly PlannedMaintenance[]>;
  /** Resolves when Azure's support API can be asked at all; whether a support plan lets it open tickets is not told. */
  supportReach(): Promise<void>;
}

/** Microsoft's limit of metrics:getBatch (facts/azure.md 3.2). */
export const circuitsPerBatch = 50;

export type AvailabilityAsk = {
  readonly subscriptionId: string;
  /** Azure region: its own door, in real Azure. */
  readonly region: string;
  readonly circuitIds: readonly CircuitId[];
  readonly from: Instant;
  readonly until: Instant;
};

export type { ArpEntry, Availability, AvailabilityPoint, Neighbor };

export type EdgeAsk = {
  readonly target: CircuitAddress;
  /** The peering's name within the circuit. */
  readonly peering: string;
  readonly link: Link;
  readonly timeoutMs: number;
};

export type Traffic = {
  readonly [L in Link]: { readonly bytesIn: number | undefined; readonly bytesOut: number | undefined };
};

/** A gateway's connection and the circuit that it leads to. */
export type CircuitConnection = ConnectionStanding & { readonly circuitId: CircuitId };

export type PlannedMaintenance = {
  readonly trackingId: string;
  readonly subscriptionId: string;
  readonly title: string;
  readonly from: Instant;
  readonly until: Instant;
  /** Lower case; none: not told. */
  readonly regions: readonly string[];
  readonly isOver: boolean;
};

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

export type AzureFaultKind =
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

/** The append-only, hash-chained file beside the store. */
export interface AuditFile {
  /** Appends those whose id is not there yet, in this order, and makes them durable. Throws AuditFault. */
  append(entries: readonly AuditEntry[]): Promise<void>;
  /** Throws AuditFault. */
  read(query: { readonly fits: (entry: AuditEntry) => boolean; readonly limit: number }): Promise<AuditPage>;
}

export type AuditPage = {
  /** The newest that fit, oldest first. */
  readonly entries: readonly AuditEntry[];
  /** How many fit in all. */
  readonly total: number;
  /** Lines that are not as they were written, so that nobody knows whether they fit. */
  readonly unreadable: number;
};

export interface Log {
  info(facts: Readonly<Record<string, unknown>>, message: string): void;
  warn(facts: Readonly<Record<string, unknown>>, message: string): void;
  error(facts: Readonly<Record<string, unknown>>, message: string): void;
}

export type Now = () => Instant;
