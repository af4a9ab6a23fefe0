import type { Estate, Subscription } from './estate.ts';
import type { LinkState, Links } from './links.ts';
import type { FailoverTests } from './live/failover-tests.ts';
import type { Networks } from './networks.ts';
import { toWorldCircuit, type WorldCircuit } from './world/circuit.ts';
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
  readonly links: readonly LinkState[];
  readonly subscriptions: readonly Subscription[];
  readonly connections: readonly WorldConnection[];
  readonly gateways: readonly WorldGateway[];
  /** Those that have not ended. */
  readonly failoverTests: readonly WorldTest[];
};

/** What the control API and the page's world panel show. No service key and no authorization key is in it. */
export function azureWorld(parts: {
  readonly estate: Estate;
  readonly networks: Networks;
  readonly links: Links;
  readonly failoverTests: FailoverTests;
}): AzureWorld {
  const { estate, networks, links, failoverTests } = parts;
  const circuits = estate.circuits();
  return {
    circuits: circuits.map(toWorldCircuit),
    links: links.all(circuits),
    subscriptions: estate.subscriptions,
    connections: estate.connections().map(toWorldConnection),
    gateways: networks
      .gateways()
      .map((gateway) => toWorldGateway(gateway, networks.virtualNetworkOf(gateway))),
    failoverTests: circuits.flatMap((circuit) => toWorldTests(circuit, failoverTests.of(circuit))),
  };
}
