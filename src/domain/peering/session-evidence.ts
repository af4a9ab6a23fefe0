import type { CircuitId } from '../circuit/circuit-id.ts';
import type { Instant } from '../instant.ts';
import type { Link } from './link.ts';
import type { AddressFamily, PeeringType } from './peering.ts';

/** One time series. Minutes without data have no point: no data is not zero. Oldest first. */
export type Availability = {
  readonly circuitId: CircuitId;
  readonly metric: 'bgp' | 'arp';
  readonly peering: PeeringType;
  readonly link: Link;
  /** Absent: Azure does not tell families apart here. */
  readonly family?: AddressFamily;
  readonly points: readonly AvailabilityPoint[];
};

/** `at`: the beginning of the minute. `percent`: 0 to 100, of that minute. */
export type AvailabilityPoint = { readonly at: Instant; readonly percent: number };

/** One line of routeTablesSummary. A number in statePfxRcd: established, with so many prefixes; a text: the BGP state. */
export type Neighbor = {
  readonly address: string;
  /** Undefined: the address is not one. */
  readonly family: AddressFamily | undefined;
  readonly asn?: number;
  readonly session:
    | { readonly kind: 'established'; readonly prefixes: number }
    | { readonly kind: 'not-established'; readonly bgpState: string };
  /** As it came: `5d03h`, `never`. */
  readonly upDown?: string;
};

/** `side`: whose address it is, where Azure says (interface `On-Prem` or `Microsoft`). */
export type ArpEntry = {
  readonly ageMinutes?: number;
  readonly side: 'yours' | 'microsoft' | 'unknown';
  readonly address: string;
  /** Absent: nobody answers there. */
  readonly mac?: string;
};
