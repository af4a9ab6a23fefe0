import type { Digest } from '../domain/alert/digest.ts';
import type { Incident } from '../domain/alert/incident.ts';
import { type Mute, muteKey } from '../domain/alert/mute.ts';
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
import type { Case } from '../domain/validation/case/case.ts';
import type { Registration } from '../domain/validation/registration/registration.ts';
import type { Posted } from '../usecases/ports.ts';
import type { Parked } from '../usecases/store.ts';
import type { StoreDocument, WritableDocument } from './document.ts';
import { currentVersion, marker } from './migrations.ts';
import { byName } from './order.ts';

export type RecordedOrder = { readonly circuitId: CircuitId; readonly order: Order };
export type PostedCard = { readonly card: string; readonly posted: Posted };

/**
 * What is remembered, as one immutable value: a transaction makes a new one that shares all that did not change.
 * Maps and sets keep the order of the answers: circuits by name, all else as it came.
 */
export type StoreState = {
  /** Without their orders. */
  readonly circuits: ReadonlyMap<CircuitId, KnownCircuit>;
  readonly orders: ReadonlyMap<CircuitId, RecordedOrder>;
  readonly connectivity: ReadonlyMap<CircuitId, Connectivity>;
  readonly registrations: ReadonlyMap<CircuitId, Registration>;
  readonly watched: ReadonlyMap<string, WatchedSubscription>;
  readonly subscriptions: ReadonlyMap<string, Subscription>;
  readonly mutes: ReadonlyMap<string, Mute>;
  readonly quietHours: ReadonlyMap<string, QuietHours>;
  readonly windows: ReadonlyMap<string, MaintenanceWindow>;
  readonly suspensions: ReadonlyMap<string, Suspension>;
  readonly incidents: ReadonlyMap<string, Incident>;
  readonly digests: ReadonlyMap<string, Digest>;
  readonly held: ReadonlyMap<string, Held>;
  readonly owed: ReadonlyMap<string, Owed>;
  readonly settledKeys: ReadonlySet<string>;
  readonly parked: readonly Parked[];
  readonly posted: ReadonlyMap<string, PostedCard>;
  readonly requests: ReadonlyMap<string, Request>;
  readonly cases: ReadonlyMap<string, Case>;
  readonly dueAudit: ReadonlyMap<string, AuditEntry>;
  readonly settledAudit: ReadonlySet<string>;
  readonly changes: readonly Change[];
};

/** Nothing has been committed yet. No other state is this object, not even one from which all was removed. */
export const emptyState: StoreState = {
  circuits: new Map(),
  orders: new Map(),
  connectivity: new Map(),
  registrations: new Map(),
  watched: new Map(),
  subscriptions: new Map(),
  mutes: new Map(),
  quietHours: new Map(),
  windows: new Map(),
  suspensions: new Map(),
  incidents: new Map(),
  digests: new Map(),
  held: new Map(),
  owed: new Map(),
  settledKeys: new Set(),
  parked: [],
  posted: new Map(),
  requests: new Map(),
  cases: new Map(),
  dueAudit: new Map(),
  settledAudit: new Set(),
  changes: [],
};

export const keyOf = {
  circuit: ({ circuit }: KnownCircuit) => circuit.id,
  watched: ({ subscriptionId }: WatchedSubscription) => subscriptionId,
  subscription: ({ id }: Subscription) => id,
  mute: muteKey,
  quietHours: ({ channelId }: QuietHours) => channelId,
  window: ({ id }: MaintenanceWindow) => id,
  suspension: ({ channelId }: Suspension) => channelId,
  incident: ({ id }: Incident) => id,
  digest: ({ id }: Digest) => id,
  held: ({ id }: Held) => id,
  connectivity: ({ circuitId }: Connectivity) => circuitId,
  registration: ({ circuitId }: Registration) => circuitId,
  owed: ({ key }: Owed) => key,
  order: ({ circuitId }: RecordedOrder) => circuitId,
  card: ({ card }: PostedCard) => card,
  request: ({ id }: Request) => id,
  case: ({ id }: Case) => id,
  audit: ({ id }: AuditEntry) => id,
};

export function toState(document: StoreDocument): StoreState {
  return {
    circuits: keyed(document.circuits.toSorted(byName), keyOf.circuit),
    orders: keyed(document.orders, keyOf.order),
    connectivity: keyed(document.connectivity, keyOf.connectivity),
    registrations: keyed(document.registrations, keyOf.registration),
    watched: keyed(document.watched, keyOf.watched),
    subscriptions: keyed(document.subscriptions, keyOf.subscription),
    mutes: keyed(document.mutes, keyOf.mute),
    quietHours: keyed(document.quietHours, keyOf.quietHours),
    windows: keyed(document.windows, keyOf.window),
    suspensions: keyed(document.suspensions, keyOf.suspension),
    incidents: keyed(document.incidents, keyOf.incident),
    digests: keyed(document.digests, keyOf.digest),
    held: keyed(document.held, keyOf.held),
    owed: keyed(document.owed, keyOf.owed),
    settledKeys: new Set(document.settledKeys),
    parked: document.parked,
    posted: keyed(document.posted, keyOf.card),
    requests: keyed(document.requests, keyOf.request),
    cases: keyed(document.cases, keyOf.case),
    dueAudit: keyed(document.dueAudit, keyOf.audit),
    settledAudit: new Set(document.settledAudit),
    changes: document.changes,
  };
}

export function toDocument(state: StoreState): WritableDocument {
  return {
    trunkline: marker,
    schemaVersion: currentVersion,
    watched: [...state.watched.values()],
    subscriptions: [...state.subscriptions.values()],
    mutes: [...state.mutes.values()],
    quietHours: [...state.quietHours.values()],
    windows: [...state.windows.values()],
    suspensions: [...state.suspensions.values()],
    incidents: [...state.incidents.values()],
    digests: [...state.digests.values()],
    held: [...state.held.values()],
    owed: [...state.owed.values()],
    parked: state.parked,
    settledKeys: [...state.settledKeys],
    posted: [...state.posted.values()],
    requests: [...state.requests.values()],
    cases: [...state.cases.values()],
    orders: [...state.orders.values()],
    dueAudit: [...state.dueAudit.values()],
    settledAudit: [...state.settledAudit],
    changes: state.changes,
    connectivity: [...state.connectivity.values()],
    registrations: [...state.registrations.values()],
    circuits: [...state.circuits.values()],
  };
}

function keyed<K, V>(values: readonly V[], key: (value: V) => K): ReadonlyMap<K, V> {
  return new Map(values.map((value) => [key(value), value]));
}
