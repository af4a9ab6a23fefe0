import type { Store } from '../store.ts';
import type { ProposalBoard } from './proposal-board.ts';

/** Crockford's: no I, L, O or U, which are misread. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 6;

/** A short name that people can read to one another, `R-7K2Q9M`; none that is kept or proposed has it. */
export async function newRequestId(
  { store, board, newId }: { store: Store; board: ProposalBoard; newId: () => string },
  attempts = 20,
): Promise<string> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const id = shortened(newId());
    if (!board.has(id) && !(await store.request(id))) return id;
  }
  throw new Error('No free name for a request was found.');
}

/** The first 30 bits of a UUID: each of its characters there is a random hexadecimal digit. */
function shortened(uuid: string): string {
  const bits = BigInt(`0x${uuid.replaceAll('-', '').slice(0, 8)}`) >> 2n;
  const letters = Array.from({ length }, (_, i) => alphabet.charAt(Number((bits >> BigInt(5 * i)) & 31n)));
  return `R-${letters.reverse().join('')}`;
}
