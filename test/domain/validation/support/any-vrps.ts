import fc from 'fast-check';
import type { Vrp } from '../../../../src/domain/validation/evidence.ts';

export type Route = { readonly prefix: string; readonly asn: number };

/** Few AS numbers and few addresses, so that most routes are covered by something. */
const anyAsn = fc.constantFrom(64_496, 64_497, 64_511, 4_200_000_000);

type Cidr = { readonly prefix: string; readonly length: number; readonly bits: number };

/** Between /8 and /32, near one another. Not /0: the other validator takes no such VRP. */
const anyIpv4: fc.Arbitrary<Cidr> = fc
  .record({ seed: fc.nat(0xff), length: fc.constantFrom(8, 12, 16, 20, 22, 23, 24, 25, 28, 31, 32) })
  .map(({ seed, length }) => {
    const address =
      ((203 * 2 ** 24 + (seed >> 4) * 2 ** 16 + (seed & 15) * 2 ** 8 + (seed & 1)) >>> 0) & mask(length);
    const bytes = [24, 16, 8, 0].map((shift) => (address >>> shift) & 255);
    return { prefix: `${bytes.join('.')}/${length}`, length, bits: 32 };
  });

function mask(length: number): number {
  return (~0 << (32 - length)) >>> 0;
}

const anyIpv6: fc.Arbitrary<Cidr> = fc
  .record({
    third: fc.nat(3),
    fourth: fc.nat(3),
    length: fc.constantFrom(16, 29, 32, 44, 46, 47, 48, 62, 63, 64, 128),
  })
  .map(({ third, fourth, length }) => {
    const words = [0x2001, 0xdb8, third, fourth].map((word, index) => word & wordMask(length - index * 16));
    return { prefix: `${words.map((word) => word.toString(16)).join(':')}::/${length}`, length, bits: 128 };
  });

function wordMask(bits: number): number {
  if (bits <= 0) return 0;
  return bits >= 16 ? 0xffff : (0xffff << (16 - bits)) & 0xffff;
}

/** IPv6 is read far more slowly, and differs in nothing but its width. */
const anyCidr = fc.oneof({ weight: 4, arbitrary: anyIpv4 }, { weight: 1, arbitrary: anyIpv6 });

export const anyRoute: fc.Arbitrary<Route> = fc
  .tuple(anyCidr, anyAsn)
  .map(([{ prefix }, asn]) => ({ prefix, asn }));

export const anyVrp: fc.Arbitrary<Vrp> = fc
  .tuple(
    anyCidr,
    fc.nat(9),
    fc.oneof({ weight: 5, arbitrary: anyAsn }, { weight: 1, arbitrary: fc.constant(0) }),
  )
  .map(([{ prefix, length, bits }, more, asn]) => ({
    prefix,
    maxLength: Math.min(bits, length + more),
    asn,
  }));

export const anyVrps: fc.Arbitrary<readonly Vrp[]> = fc.array(anyVrp, { maxLength: 6 });
