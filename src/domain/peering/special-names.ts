import type { SpecialKind } from './address-kind.ts';
import type { AsnReservation } from './asn.ts';

/** After `has addresses of 10.0.0.0/8, which are`. */
export const specialKindNames: Readonly<Record<SpecialKind, string>> = {
  private: 'private (RFC 1918)',
  shared: 'shared by carriers (RFC 6598)',
  benchmarking: 'for benchmarks (RFC 2544)',
  'unique-local': 'unique local (RFC 4193)',
  'this-network': 'of no network (RFC 1122)',
  loopback: 'loopback',
  'link-local': 'link-local',
  protocol: 'kept for protocols (RFC 6890)',
  multicast: 'multicast',
  reserved: 'reserved',
};

/** After an AS number. */
export const reservationClauses: Readonly<Record<AsnReservation, string>> = {
  transition: 'stands for 32-bit numbers in old routers (AS_TRANS)',
  last: 'is reserved (RFC 7300)',
  microsoft: 'is Microsoft’s own',
  azure: 'is kept by Azure for itself',
};
