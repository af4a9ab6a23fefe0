import type { ArpStanding, Session } from '../peering/session.ts';
import type { CircuitId } from './circuit-id.ts';

/** How a virtual network's connection to a circuit stands. Source: connectionStatus of Microsoft.Network/connections. */
export type ConnectionStanding = {
  readonly name: string;
  readonly resourceGroup: string;
  readonly gateway: string;
  /** Connected, Connecting, NotConnected, Unknown, or as it came. */
  readonly status: string;
  /** While the status is none to go by, Connecting or Unknown: the last that was. */
  readonly lastSettled?: string;
};

/** What is known beyond ARM's resource: what really runs over a circuit. Kept by itself, one for each circuit. */
export type Connectivity = {
  readonly circuitId: CircuitId;
  readonly sessions: readonly Session[];
  readonly arp: readonly ArpStanding[];
  readonly connections: readonly ConnectionStanding[];
};
