import type { CircuitRef } from '../circuit/changes.ts';
import type { CircuitStatus } from '../circuit/states.ts';
import type { Instant } from '../instant.ts';
import type { Link } from '../peering/link.ts';
import type { AddressFamily } from '../peering/peering.ts';
import type { PrefixesState, PrefixState } from '../peering/prefix-states.ts';
import type { SessionBasis, SessionState } from '../peering/session.ts';
import type { RegistryLoss } from '../validation/registration/registry-loss.ts';
import type { Severity } from './severity.ts';
import type { Subject } from './subject.ts';

/** How one subject stands at one look. Level, not edge: saying the same twice changes nothing. */
export type Condition = {
  readonly subject: Subject;
  /** Absent where the subject is Trunkline itself. */
  readonly circuit?: CircuitRef;
  readonly verdict: Verdict;
};

export type Verdict =
  | { readonly kind: 'bad'; readonly severity: Severity; readonly trouble: Trouble }
  | { readonly kind: 'good' }
  /** Nobody can tell now: an incident neither opens nor ends by it. */
  | { readonly kind: 'unknown' }
  /** There is no such thing any more: what was open about it ends, without being healthy. */
  | { readonly kind: 'gone'; readonly why: GoneReason };

export const goneReasons = [
  'circuit-gone',
  'peering-removed',
  /** Administratively: BGP is not meant to run. */
  'peering-disabled',
  /** Deprovisioned, or prefixes withdrawn, or the connection deleted. */
  'not-expected',
  'not-watched',
] as const;
export type GoneReason = (typeof goneReasons)[number];

/** The facts of what is wrong, as a message needs them. */
export type Trouble =
  | ConnectivityTrouble
  | {
      readonly kind: 'prefix-limit';
      readonly link: Link;
      readonly prefixes: number;
      /** Above it the session is dropped. Source: expressroute-limits.md: 4,000 (Premium 10,000) IPv4 and 100 IPv6
       * prefixes on private peering, 200 on Microsoft peering. */
      readonly limit: number;
    }
  | {
      readonly kind: 'prefix-drop';
      readonly link: Link;
      readonly prefixes: number;
      readonly usualPrefixes: number;
      readonly since: Instant;
    }
  /** `parts`: `circuit`, or names of peerings. */
  | { readonly kind: 'provisioning'; readonly parts: readonly string[] }
  | { readonly kind: 'status'; readonly status: CircuitStatus }
  | {
      readonly kind: 'validation';
      readonly state: PrefixesState;
      /** Those that are not valid; at most 50. */
      readonly prefixes: readonly { readonly prefix: string; readonly state: PrefixState }[];
      readonly omitted: number;
    }
  | RegistryTrouble
  | CertificateTrouble
  | {
      readonly kind: 'vnet-link';
      readonly connection: string;
      readonly gateway: string;
      readonly status: string;
    }
  | BlindTrouble;

/** The sessions of a peering, those that are up included: whoever reads it must know what still carries traffic. */
export type ConnectivityTrouble = {
  readonly kind: 'connectivity';
  /** `degraded`: at least one link still has every family it should; `down`: a family has no session at all;
   * `layer-2`: BGP is up and a link's other end does not answer ARP. */
  readonly extent: 'degraded' | 'down' | 'layer-2';
  readonly sessions: readonly SessionSight[];
};

/** Microsoft has accepted these prefixes, and would not as the registries are now. */
export type RegistryTrouble = {
  readonly kind: 'registry';
  /** At most 50. */
  readonly prefixes: readonly {
    readonly prefix: string;
    /** The AS number that is to originate it. */
    readonly asn: number;
    readonly losses: readonly RegistryLoss[];
  }[];
  readonly omitted: number;
};

export type CertificateTrouble = {
  readonly kind: 'certificate';
  /** By the one that ends first: within 30 days, within 7, or it has ended. */
  readonly stage: 'month' | 'week' | 'ended';
  /** Those of this stage or worse, the first to end first; at most 50. */
  readonly prefixes: readonly { readonly prefix: string; readonly endsAt: Instant }[];
  readonly omitted: number;
};

export type SessionSight = {
  readonly link: Link;
  readonly family: AddressFamily;
  readonly state: SessionState;
  readonly since: Instant;
  readonly basis: SessionBasis;
  readonly bgpState?: string;
  /** It has not come up since it was configured. */
  readonly neverUp?: true;
  /** Your side of the session, where the subnet tells it. */
  readonly peerAddress?: string;
  readonly peerAsn?: number;
  readonly prefixes?: number;
  readonly arp: SessionState;
};

export const blindReasons = [
  'unreachable',
  'unavailable',
  'throttled',
  'credentials-refused',
  'credentials-expiring',
  'forbidden',
  'not-found',
  'unreadable',
  'overdue',
  'skewed',
  'disk-full',
  'read-only',
  'not-writable',
  'refused-message',
] as const;
export type BlindReason = (typeof blindReasons)[number];

/** Why Trunkline cannot see, or be heard. No secret, no URL in `detail`. */
export type BlindTrouble = {
  readonly kind: 'blind';
  readonly reason: BlindReason;
  /** A short sentence with what was met: Azure's or the system's words. */
  readonly detail?: string;
  /** When it was met first; absent: when it was first seen. */
  readonly since?: Instant;
  /** When all was last well. */
  readonly lastGoodAt?: Instant;
  /** A number that belongs to the reason: seconds of skew, messages put aside, days until credentials end. */
  readonly amount?: number;
};
