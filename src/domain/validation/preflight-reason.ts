import type { SpecialKind } from '../peering/address-kind.ts';
import type { AsnReservation } from '../peering/asn.ts';
import type { AddressFamily } from '../peering/peering.ts';
import type { PrefixState } from '../peering/prefix-states.ts';
import type { RouteObject, Silence, Vrp } from './evidence.ts';
import type { Invalidity } from './origin-validation.ts';

/** What is wrong with the text of a prefix, or with its addresses. Nobody has to be asked to know it. */
export type ShapeReason =
  | { readonly kind: 'malformed' }
  | { readonly kind: 'host-bits'; readonly suggestion: string }
  | { readonly kind: 'default-route' }
  | { readonly kind: 'not-public'; readonly special: SpecialKind; readonly range: string };

export type AsnReason =
  | { readonly kind: 'asn-untold' }
  | { readonly kind: 'asn-reserved'; readonly asn: number; readonly by: AsnReservation }
  /** Nobody can prove to own it (RFC 6996): Azure wants to see documents. */
  | { readonly kind: 'asn-private'; readonly asn: number; readonly whose: 'peer' | 'customer' };

/** Routing registries. `registry`: as the peering names it; `source`: as the IRR does. */
export type RouteReason =
  | { readonly kind: 'registry-none' }
  | { readonly kind: 'registry-not-asked'; readonly registry: string }
  | { readonly kind: 'route-exact'; readonly source: string; readonly origin: number }
  | { readonly kind: 'route-other-origin'; readonly source: string; readonly origins: readonly number[] }
  /** The right one is there; others name other AS numbers, wherever they are. */
  | { readonly kind: 'route-beside'; readonly objects: readonly RouteObject[] }
  /** The right one stands where Azure was not told to look. */
  | { readonly kind: 'route-elsewhere'; readonly sources: readonly string[] }
  | { readonly kind: 'route-covering'; readonly object: RouteObject }
  | { readonly kind: 'route-none'; readonly source: string }
  | { readonly kind: 'route-untold'; readonly source: string; readonly silent: readonly SilentServer[] }
  /** Anybody can register there. */
  | { readonly kind: 'route-weak'; readonly source: string };

/** No silent server at all: none that holds the registry is configured. */
export type SilentServer = { readonly server: string; readonly why: Silence };

export type RpkiReason =
  | { readonly kind: 'rpki-valid'; readonly vrps: readonly Vrp[] }
  | { readonly kind: 'rpki-invalid'; readonly why: Invalidity; readonly vrps: readonly Vrp[] }
  | { readonly kind: 'rpki-not-found' }
  | { readonly kind: 'rpki-silent'; readonly why: Silence };

export type HolderReason =
  | { readonly kind: 'holder-ours'; readonly organization: string }
  | { readonly kind: 'holder-other'; readonly organization: string }
  /** We do not know our own names, or the registry tells none. */
  | { readonly kind: 'holder-uncompared'; readonly organization: string | undefined }
  | { readonly kind: 'holder-unknown' }
  | { readonly kind: 'holder-silent'; readonly why: Silence }
  /** The record holds more, or fewer, addresses than the prefix. */
  | { readonly kind: 'record-differs'; readonly firstAddress: string; readonly lastAddress: string }
  | { readonly kind: 'certificate-there'; readonly count: number }
  /** This registry takes no certificate into a record (Microsoft's guide: LACNIC by ticket). */
  | { readonly kind: 'certificate-impossible' };

export type Reason =
  | ShapeReason
  | AsnReason
  | RouteReason
  | RpkiReason
  | HolderReason
  /** It is of no account to Azure: to advertise both is common. */
  | { readonly kind: 'overlaps'; readonly others: readonly string[] }
  | { readonly kind: 'accepted'; readonly state: PrefixState };

/** What is wrong with all prefixes of an address family together. */
export type ListFinding = {
  readonly kind: 'too-many';
  readonly family: AddressFamily;
  readonly count: number;
  readonly limit: number;
};
