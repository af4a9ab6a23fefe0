import type { Instant } from '../instant.ts';
import type { Link } from './link.ts';
import type { AddressFamily, PeeringType } from './peering.ts';

/** Where a BGP session is: a peering's, on one link, for one address family. */
export type SessionPlace = {
  readonly peering: PeeringType;
  readonly link: Link;
  readonly family: AddressFamily;
};

/** `unknown`: nobody has told yet, or not for long. Never counted as down. */
export const sessionStates = ['up', 'down', 'unknown'] as const;
export type SessionState = (typeof sessionStates)[number];

/**
 * What told how a session stands: `routes`: routeTablesSummary of Microsoft's edge, which is believed; `metric`: the
 * BgpAvailability metric alone, because the edge could not be asked.
 */
export const sessionBases = ['routes', 'metric'] as const;
export type SessionBasis = (typeof sessionBases)[number];

/** A BGP session as it is believed to stand. */
export type Session = SessionPlace & {
  readonly state: SessionState;
  /** Since when it is in that state, as far as was seen. */
  readonly since: Instant;
  readonly basis: SessionBasis;
  /** It is down, and the edge says that it never was up: it was configured and not brought up yet. */
  readonly neverUp?: true;
  /** The BGP state as the edge names it while the session is not established: Idle, Active, Connect … */
  readonly bgpState?: string;
  /** Prefixes received from you, at the last look. */
  readonly prefixes?: number;
  /** What `prefixes` usually is: a sharp fall is measured against it. */
  readonly usualPrefixes?: number;
  /** Since when `prefixes` is about what it is: what is usual comes down to it in the end. */
  readonly prefixesSince?: Instant;
  /** What was last told of the count, until it is normal again. */
  readonly prefixTurn?: PrefixTurn;
};

/** `fell`: sharply, against what is usual; `near-limit`: the session is about to be dropped. Never both. */
export const prefixTurns = ['fell', 'near-limit'] as const;
export type PrefixTurn = (typeof prefixTurns)[number];

/** Whether the other end of a link answers ARP (layer 2), for one peering. */
export type ArpStanding = {
  readonly peering: PeeringType;
  readonly link: Link;
  readonly state: SessionState;
  readonly since: Instant;
};
