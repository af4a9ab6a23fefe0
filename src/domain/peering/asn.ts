import type { AsnInput } from './input.ts';
import type { AsnRefusal } from './refusal.ts';

/** Autonomous system numbers are 16 or 32 bit; 0 is nobody's (RFC 7607), the last is reserved (RFC 7300). */
export const asnRange = { min: 1, max: 4_294_967_295 } as const;

export const asnReservations = ['transition', 'last', 'microsoft', 'azure'] as const;
export type AsnReservation = (typeof asnReservations)[number];

export type ReservedAsn = { readonly from: number; readonly to: number; readonly by: AsnReservation };

/**
 * Numbers that no customer's router can have. Sources: RFC 7300 and 4893, and expressroute-routing.md (2023-09-06) for
 * 12076 and 65515–65520. Those kept for documentation (RFC 5398) are left out: a sandboxed world uses them.
 */
const reserved: readonly ReservedAsn[] = [
  { from: 12_076, to: 12_076, by: 'microsoft' },
  { from: 23_456, to: 23_456, by: 'transition' },
  { from: 65_515, to: 65_520, by: 'azure' },
  { from: 65_535, to: 65_535, by: 'last' },
  { from: 4_294_967_295, to: 4_294_967_295, by: 'last' },
];

/** What is wrong with an AS number; at most one thing. */
export function asnRefusals(asn: number, at: AsnInput): readonly AsnRefusal[] {
  const { min, max } = asnRange;
  if (!Number.isInteger(asn) || asn < min || asn > max)
    return [{ code: 'asn-malformed', at, value: String(asn), min, max }];
  const taken = reserved.find(({ from, to }) => asn >= from && asn <= to);
  return taken ? [{ code: 'asn-reserved', at, asn, ...taken }] : [];
}

/** For use within an organisation (RFC 6996): nobody can prove to own one. */
export function isPrivateAsn(asn: number): boolean {
  return (asn >= 64_512 && asn <= 65_534) || (asn >= 4_200_000_000 && asn <= 4_294_967_294);
}
