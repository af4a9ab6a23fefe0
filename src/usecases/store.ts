import type { Digest } from '../domain/alert/digest.ts';
import type { Incident } from '../domain/alert/incident.ts';
import type { Mute } from '../domain/alert/mute.ts';
import type { Owed } from '../domain/alert/notice.ts';
import type { Held, MaintenanceWindow, QuietHours } from '../domain/alert/quiet.ts';
import type { Subscription } from '../domain/alert/subscription.ts';
import type { Suspension } from '../domain/alert/suspension.ts';
import type { Request } from '../domain/approval/request.ts';
import type { AuditEntry } from '../domain/audit/entry.ts';
import type { Change } from '../domain/circuit/changes.ts';
import type { CircuitId } from '../domain/circuit/circuit-id.ts';
import type { Connectivity } from '../domain/circuit/connectivity.ts';
import type { KnownCircuit } from '../domain/circuit/known-circuit.ts';
import type { Order } from '../domain/circuit/order.ts';
import type { WatchedSubscription } from '../domain/circuit/survey.ts';
import type { Instant } from '../domain/instant.ts';
import type { Case } from '../domain/validation/case/case.ts';
import type { Registration } from '../domain/validation/registration/registration.ts';
import type { Posted } from './ports.ts';

/**
 * Everything Trunkline remembers. A commit is one transaction: after it, all of it survives a crash, or none of it
 * happened. No engine shows through; each passes the suite in test/store/contract.ts.
 */
export interface Store {
  /** All circuits, or those of one Azure subscription; ordered by name, then resource group. */
  circuits(subscriptionId?: string): Promise<readonly KnownCircuit[]>;
  circuit(id: CircuitId): Promise<KnownCircuit | undefined>;
  watchedSubscriptions(): Promise<readonly WatchedSubscription[]>;
  /** Subscriptions of all channels, or of one; oldest first. */
  subscriptions(channelId?: string): Promise<readonly Subscription[]>;
  mutes(): Promise<readonly Mute[]>;
  quietHours(): Promise<readonly QuietHours[]>;
  /** Those that are not over, or ended so lately that what they held is not told yet; by their beginning. */
  maintenanceWindows(): Promise<readonly MaintenanceWindow[]>;
  suspensions(): Promise<readonly Suspension[]>;
  /** What is known of the sessions and connections of circuits, by circuit. */
  connectivity(): Promise<ReadonlyMap<CircuitId, Connectivity>>;
  /** What registries have of the accepted prefixes of circuits, by circuit. */
  registrations(): Promise<ReadonlyMap<CircuitId, Registration>>;
  /** Incidents that are not resolved, and those that are and may be opened again, oldest first; with `all`, as far as they are kept. */
  incidents(query?: { readonly all?: boolean }): Promise<readonly Incident[]>;
  incident(id: string): Promise<Incident | undefined>;
  digests(): Promise<readonly Digest[]>;
  digest(id: string): Promise<Digest | undefined>;
  /** What is told when quiet hours, a window or a mute end, oldest first. */
  held(): Promise<readonly Held[]>;
  /** Messages not yet delivered, in the order in which they were owed. */
  owed(): Promise<readonly Owed[]>;
  /** Messages that Slack will not take, newest last; capped. */
  parked(): Promise<readonly Parked[]>;
  /** Changes at or after `since` (of one circuit, when given), oldest first; the history is capped. */
  changes(query?: { readonly since?: Instant; readonly circuitId?: CircuitId }): Promise<readonly Change[]>;
  /** Requests that are not over, oldest first; with `all`, those that are over too, as far as they are kept. */
  requests(query?: { readonly all?: boolean }): Promise<readonly Request[]>;
  request(id: string): Promise<Request | undefined>;
  /** Cases that are open, oldest first; with `all`, those that are closed too, as far as they are kept. */
  cases(query?: { readonly all?: boolean }): Promise<readonly Case[]>;
  case(id: string): Promise<Case | undefined>;
  /** What people recorded about orders; `circuits` and `circuit` carry it too. */
  orders(): Promise<ReadonlyMap<CircuitId, Order>>;
  /** Where a card stands; undefined: it has not been posted, or not found again. */
  posted(card: string): Promise<Posted | undefined>;
  /** Audit entries that are not in the audit file yet, oldest first. */
  dueAudit(): Promise<readonly AuditEntry[]>;
  /** True until the first commit ever: nothing has been remembered yet. */
  isNew(): Promise<boolean>;
  /**
   * Throws StoreFault when it could not be made durable, and StoreConflict when it builds on a request that has moved
   * on; then nothing of it has happened.
   */
  commit(transaction: Transaction): Promise<void>;
  /** Ends after what is under way; the store cannot be used afterwards. */
  close(): Promise<void>;
}

/** A message that was refused for good, kept with the reason so that it can be looked at. */
export type Parked = { readonly owed: Owed; readonly reason: string; readonly parkedAt: Instant };

/**
 * All parts are optional; what is absent stays as it is. A transaction that changes nothing writes nothing. What one
 * transaction both removes and puts is there afterwards; a message that it both owes and settles is settled.
 */
export type Transaction = {
  readonly putCircuits?: readonly KnownCircuit[];
  readonly removeCircuits?: readonly CircuitId[];
  readonly putWatched?: readonly WatchedSubscription[];
  /** Each id once. */
  readonly addChanges?: readonly Change[];
  /** A key that is owed or was settled already is not owed again. A card's newer message takes the place of its older one. */
  readonly owe?: readonly Owed[];
  /** Of what is owed here and would stand at the end: before which waiting message it stands instead. */
  readonly oweBefore?: readonly { readonly key: string; readonly before: string }[];
  /** Keys of messages that have arrived, or need not be sent any more. */
  readonly settle?: readonly string[];
  /** Takes them out of what is owed; their keys count as settled. */
  readonly park?: readonly Parked[];
  /** Replaces the one with the same id. */
  readonly putSubscriptions?: readonly Subscription[];
  readonly removeSubscriptions?: readonly string[];
  /** One for each channel and circuit: a new one replaces the old. */
  readonly putMutes?: readonly Mute[];
  readonly removeMutes?: readonly Pick<Mute, 'channelId' | 'circuitId' | 'kind'>[];
  /** One for each channel. */
  readonly putQuietHours?: readonly QuietHours[];
  /** Channel ids. */
  readonly removeQuietHours?: readonly string[];
  readonly putWindows?: readonly MaintenanceWindow[];
  readonly removeWindows?: readonly string[];
  /** Goes with its circuit. */
  readonly putConnectivity?: readonly Connectivity[];
  /** Goes with its circuit. */
  readonly putRegistrations?: readonly Registration[];
  /** Replaces the one with the same id. An unresolved one is never dropped. */
  readonly putIncidents?: readonly Incident[];
  /** Pending ones that got well: they never were. */
  readonly removeIncidents?: readonly string[];
  /** One whose incidents are all over may be dropped. */
  readonly putDigests?: readonly Digest[];
  readonly hold?: readonly Held[];
  /** Ids. */
  readonly unhold?: readonly string[];
  readonly putSuspensions?: readonly Suspension[];
  /** Channel ids. */
  readonly removeSuspensions?: readonly string[];
  /** `revision` is 1 for a new one and one more than the stored one's for a change; else StoreConflict. */
  readonly putRequests?: readonly Request[];
  /** As requests: `revision` is one more than the stored one's. */
  readonly putCases?: readonly Case[];
  readonly putOrders?: readonly { readonly circuitId: CircuitId; readonly order: Order }[];
  readonly removeOrders?: readonly CircuitId[];
  readonly putPosted?: readonly { readonly card: string; readonly posted: Posted }[];
  /** Owed to the audit file. */
  readonly audit?: readonly AuditEntry[];
  /** Ids of entries that are in the audit file. */
  readonly settleAudit?: readonly string[];
};

/** How many of each are kept; the oldest go first. */
export const historyCaps = {
  changes: 5_000,
  settledKeys: 5_000,
  parked: 200,
  /** Those that are over; open ones are never dropped. */
  requests: 500,
  /** Those that are closed; open ones are never dropped. */
  cases: 200,
  posted: 2_000,
  settledAudit: 1_000,
  /** Resolved ones; the others are never dropped. */
  incidents: 1_000,
  /** Those without an unresolved incident; the others are never dropped. */
  digests: 100,
} as const;

/** Somebody else changed the request or the case meanwhile: read it again and decide anew. */
export class StoreConflict extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StoreConflict';
  }
}

/** The store cannot be used or written. `kind` tells what a person must do about it. */
export class StoreFault extends Error {
  readonly kind: 'locked' | 'damaged' | 'foreign' | 'newer' | 'unwritable';
  constructor(kind: StoreFault['kind'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreFault';
    this.kind = kind;
  }
}
