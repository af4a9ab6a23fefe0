import type { CircuitId } from '../../circuit/circuit-id.ts';
import type { Instant } from '../../instant.ts';
import type { AddressFamily } from '../../peering/peering.ts';
import type { RouteObject, Vrp } from '../evidence.ts';
import type { OriginValidity } from '../origin-validation.ts';
import type { RegistryLossKind } from './registry-loss.ts';

/** What registries have of a circuit's accepted public prefixes. Kept by itself, one for each circuit. */
export type Registration = {
  readonly circuitId: CircuitId;
  /** When the registries were last asked. */
  readonly at: Instant;
  /** Not all of them answered then: they are asked again sooner. */
  readonly isPartial?: true;
  readonly prefixes: readonly RegisteredPrefix[];
};

/**
 * A prefix from the time that Microsoft accepted it until it is taken out of the peering. Each source is remembered by
 * what it said last, however long ago, beside the best that it said while Microsoft accepted the prefix.
 */
export type RegisteredPrefix = {
  /** Canonical CIDR. */
  readonly prefix: string;
  readonly family: AddressFamily;
  /** The AS number that is to originate it. */
  readonly asn: number;
  /** Whether Microsoft accepts it, as Azure said when the registries were asked. */
  readonly isAccepted: boolean;
  readonly irr: readonly IrrMemory[];
  readonly rpki?: RpkiMemory;
  readonly record?: RecordMemory;
  /** Losses that were first seen at the last look: believed when the next one sees them too. */
  readonly doubted: readonly RegistryLossKind[];
};

/** What a server of routing registries said. */
export type IrrMemory = {
  /** `host:port`. */
  readonly server: string;
  readonly at: Instant;
  /** Those that matter most, in a fixed order. */
  readonly routes: readonly Omit<RouteObject, 'maintainers'>[];
  /** Where our AS number stood. */
  readonly had: readonly Standing[];
};

/** Our AS number in a routing registry: for exactly the prefix, or for a network around it alone. */
export type Standing = { readonly source: string; readonly isExact: boolean };

export type RpkiState = OriginValidity['state'];

export type RpkiMemory = {
  readonly at: Instant;
  readonly state: RpkiState;
  /** Of an invalid one those that make it so. */
  readonly vrps: readonly Vrp[];
  /** Absent: Microsoft has not accepted the prefix since the RPKI was asked. */
  readonly had?: RpkiState;
};

/** The registration of the addresses. */
export type RecordMemory = {
  readonly at: Instant;
  readonly handle?: string;
  readonly organization?: string;
  /** The certificates in its remarks. */
  readonly certificates: readonly KnownCertificate[];
  /** The one whose key made the signature that Azure has; it may have gone from the registration. */
  readonly signer?: KnownCertificate;
};

export type KnownCertificate = { readonly fingerprint: string; readonly validTo: Instant };
