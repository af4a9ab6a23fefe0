import type { CircuitAddress, CircuitId } from '../domain/circuit/circuit-id.ts';
import type { ConnectionStanding } from '../domain/circuit/connectivity.ts';
import type { Instant } from '../domain/instant.ts';
import type { Link } from '../domain/peering/link.ts';
import type { ArpEntry, Availability, Neighbor } from '../domain/peering/session-evidence.ts';

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
