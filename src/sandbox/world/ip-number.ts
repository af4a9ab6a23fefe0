/** Undefined: the text is no such address. */
export function ipv4Number(address: string): bigint | undefined {
  const bytes = address.split('.');
  const isOne = bytes.length === 4 && bytes.every((byte) => /^\d{1,3}$/.test(byte) && Number(byte) < 256);
  return isOne ? bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n) : undefined;
}

export function ipv6Number(address: string): bigint | undefined {
  const [head = '', tail, ...more] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = 8 - left.length - right.length;
  if (more.length > 0 || (tail === undefined ? gap !== 0 : gap < 1)) return undefined;
  const groups = [...left, ...Array<string>(gap).fill('0'), ...right];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return groups.reduce((sum, group) => sum * 65_536n + BigInt(`0x${group}`), 0n);
}

const shift = (number: bigint, bits: number) => number >> BigInt(bits);

export function ipv4Text(number: bigint): string {
  return [24, 16, 8, 0].map((bits) => shift(number, bits) & 255n).join('.');
}

/** With its longest run of zeros left out, as routers write it. */
export function ipv6Text(number: bigint): string {
  const groups = [112, 96, 80, 64, 48, 32, 16, 0].map((bits) => (shift(number, bits) & 65_535n).toString(16));
  const runs = groups.join(':').match(/(?:^|:)0(?::0)+(?=:|$)/g) ?? [];
  const longest = runs.toSorted((a, b) => b.length - a.length)[0];
  if (longest === undefined) return groups.join(':');
  return groups
    .join(':')
    .replace(longest, ':')
    .replace(/^:(?!:)/, '::')
    .replace(/:$/, '::')
    .replace(/:{3,}/, '::');
}
