import type { Instant } from '../instant.ts';
import type { AddressFamily } from '../peering/peering.ts';

/** What a source said, or that it said nothing. Silence is never "not found". */
export type Told<T> =
  | { readonly kind: 'told'; readonly value: T; readonly at: Instant }
  | { readonly kind: 'silent'; readonly why: Silence; readonly detail?: string };

/** `detail` of a silence is a short sentence fit for people, without URLs that hold secrets. */
export const silences = [
  /** There is no such source in the configuration. */
  'not-configured',
  'unreachable',
  'timed-out',
  'throttled',
  /** It answered that it will not. */
  'refused',
  /** It answered what nobody can read, or more than is read. */
  'unreadable',
  /** What it said last is too old to be believed. */
  'stale',
] as const;
export type Silence = (typeof silences)[number];

/** A route or route6 object of a routing registry. */
export type RouteObject = {
  /** Canonical CIDR. */
  readonly prefix: string;
  readonly origin: number;
  /** The registry that holds it, upper case: RADB, RIPE, ARIN-NONAUTH … */
  readonly source: string;
  /** Its maintainers, where the server tells them. */
  readonly maintainers?: readonly string[];
};

/** What one IRR server knows of a prefix: objects for exactly it, and for what covers it. */
export type IrrSight = {
  /** `host:port`. */
  readonly server: string;
  readonly told: Told<readonly RouteObject[]>;
};

/** A validated ROA payload. */
export type Vrp = {
  readonly prefix: string;
  readonly maxLength: number;
  /** 0: nobody may originate it (AS0 ROA, RFC 7607). */
  readonly asn: number;
  /** Trust anchor, lower case, where the list tells it. */
  readonly ta?: string;
};

/** The VRPs that cover a prefix, of a list that was made at `builtAt`. */
export type RpkiSight = Told<{ readonly vrps: readonly Vrp[]; readonly builtAt?: Instant }>;

/** The registration of the addresses (RDAP ip network, RFC 9083). */
export type Holder = {
  readonly handle: string;
  /** The network's name: netname. */
  readonly name?: string;
  /** The registrant's name, as the registry has it. */
  readonly organization?: string;
  readonly country?: string;
  readonly firstAddress: string;
  readonly lastAddress: string;
  readonly parentHandle?: string;
  /** ALLOCATED PA, ASSIGNMENT …, as the registry words it. */
  readonly type?: string;
  /** Which registry answered: the RDAP server's host. */
  readonly registry: string;
  /** Remarks and comments, one text each, lines joined by \n. */
  readonly remarks: readonly string[];
  /** The certificates that stand in remarks, as PEM, re-joined. */
  readonly certificates: readonly string[];
};

/** Undefined value: the registry knows no such registration. */
export type HolderSight = Told<Holder | undefined>;

/** All that is known of one prefix from outside Azure. */
export type PrefixEvidence = {
  /** Canonical CIDR. */
  readonly prefix: string;
  readonly family: AddressFamily;
  readonly irr: readonly IrrSight[];
  readonly rpki: RpkiSight;
  readonly holder: HolderSight;
};
