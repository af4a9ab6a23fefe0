import { ipv4Number, ipv4Text, ipv6Number, ipv6Text } from '../../world/ip-number.ts';

/** A block of addresses; `base` is its first address, no host bit of which is set. */
export type Prefix = { readonly family: 4 | 6; readonly base: bigint; readonly length: number };

export const bitsOf = ({ family }: Pick<Prefix, 'family'>): number => (family === 4 ? 32 : 128);

/** CIDR, or one address alone. Undefined: the text is none, or has host bits set. */
export function parsePrefix(text: string): Prefix | undefined {
  const [address = '', written, ...more] = text.trim().split('/');
  const family = address.includes(':') ? 6 : 4;
  const base = family === 4 ? ipv4Number(address) : ipv6Number(address);
  const length = written === undefined ? bitsOf({ family }) : lengthOf(written, family);
  if (base === undefined || length === undefined || more.length > 0) return undefined;
  const prefix = { family, base, length } as const;
  return base === (base & ~hostMask(prefix)) ? prefix : undefined;
}

/** Canonical CIDR. */
export function prefixText(prefix: Prefix): string {
  return `${addressText(prefix.family, prefix.base)}/${prefix.length}`;
}

export const firstAddress = ({ family, base }: Prefix): string => addressText(family, base);

export const lastAddress = (prefix: Prefix): string =>
  addressText(prefix.family, prefix.base | hostMask(prefix));

/** Whether all of `inner` is in `outer`; the same block covers itself. */
export function covers(outer: Prefix, inner: Prefix): boolean {
  if (outer.family !== inner.family || outer.length > inner.length) return false;
  return (inner.base & ~hostMask(outer)) === outer.base;
}

export function isSame(one: Prefix, other: Prefix): boolean {
  return one.family === other.family && one.length === other.length && one.base === other.base;
}

function lengthOf(written: string, family: 4 | 6): number | undefined {
  const length = /^\d{1,3}$/.test(written) ? Number(written) : Number.NaN;
  return length <= bitsOf({ family }) ? length : undefined;
}

function hostMask(prefix: Pick<Prefix, 'family' | 'length'>): bigint {
  return (1n << BigInt(bitsOf(prefix) - prefix.length)) - 1n;
}

const addressText = (family: 4 | 6, base: bigint): string => (family === 4 ? ipv4Text(base) : ipv6Text(base));
