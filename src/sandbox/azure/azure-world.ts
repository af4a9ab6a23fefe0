import type { Estate, Subscription } from './estate.ts';
import type { Links } from './links.ts';
import type { FailoverTests } from './live/failover-tests.ts';
import type { Networks } from './networks.ts';
import type { PlannedWork, PlannedWorks } from './planned-works.ts';
import type { Support } from './support/support.ts';
import { toWorldTerms, type WorldTerms } from './support/world-terms.ts';
import { toWorldTicket, type WorldTicket } from './support/world-ticket.ts';
import type { Marks } from './telemetry/marks.ts';
import type { Received } from './telemetry/received.ts';
import { toWorldCircuit, type WorldCircuit } from './world/circuit.ts';
import { toWorldLinks, type WorldLink } from './world/link.ts';
import {
  toWorldConnection,
  toWorldGateway,
  toWorldTests,
  type WorldConnection,
  type WorldGateway,
  type WorldTest,
} from './world/network.ts';

export type AzureWorld = {
  readonly circuits: readonly WorldCircuit[];
  readonly links: readonly WorldLink[];
  readonly subscriptions: readonly Subscription[];
  readonly connections: readonly WorldConnection[];
  readonly gateways: readonly WorldGateway[];
  /** Those that have not ended. */
  readonly failoverTests: readonly WorldTest[];
  readonly plannedMaintenance: readonly PlannedWork[];
  /** Newest first. */
  readonly tickets: readonly WorldTicket[];
  readonly support: WorldTerms;
};

/** What the control API and the page's world panel show. No service key and no authorization key is in it. */
export function azureWorld(parts: {
  readonly estate: Estate;
  readonly networks: Networks;
  readonly links: Links;
  readonly failoverTests: FailoverTests;
  readonly marks: Marks;
  readonly received: Received;
  readonly plannedWorks: PlannedWorks;
  readonly support: Support;
}): AzureWorld {
  const { estate, networks, links, failoverTests, marks, received, plannedWorks, support } = parts;
  const circuits = estate.circuits();
  return {
    circuits: circuits.map((circuit) => toWorldCircuit(circuit, marks)),
    links: circuits.flatMap((circuit) => toWorldLinks(circuit, links, received)),
    subscriptions: estate.subscriptions,
    connections: estate.connections().map(toWorldConnection),
    gateways: networks
      .gateways()
      .map((gateway) => toWorldGateway(gateway, networks.virtualNetworkOf(gateway))),
    failoverTests: circuits.flatMap((circuit) => toWorldTests(circuit, failoverTests.of(circuit))),
    plannedMaintenance: plannedWorks.list(),
    tickets: support.desk.tickets().map((ticket) => toWorldTicket(ticket, support)),
    support: toWorldTerms(support),
  };
}
