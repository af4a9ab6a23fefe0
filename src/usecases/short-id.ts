/** Crockford's: no I, L, O or U, which are misread. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 6;

/** One that nothing has yet. */
export async function freeShortId(
  prefix: string,
  newId: () => string,
  isTaken: (id: string) => Promise<boolean>,
  attempts = 20,
): Promise<string> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const id = shortId(prefix, newId());
    if (!(await isTaken(id))) return id;
  }
  throw new Error(`No free name with ${prefix} was found.`);
}

/** A name that people can read to one another, `R-7K2Q9M`: the first 30 bits of a UUID, which are random. */
export function shortId(prefix: string, uuid: string): string {
  const bits = BigInt(`0x${uuid.replaceAll('-', '').slice(0, 8)}`) >> 2n;
  const letters = Array.from({ length }, (_, i) => alphabet.charAt(Number((bits >> BigInt(5 * i)) & 31n)));
  return `${prefix}-${letters.reverse().join('')}`;
}
