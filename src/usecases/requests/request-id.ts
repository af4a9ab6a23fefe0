import { shortId } from '../short-id.ts';
import type { Store } from '../store.ts';
import type { ProposalBoard } from './proposal-board.ts';

/** A short name that people can read to one another, `R-7K2Q9M`; none that is kept or proposed has it. */
export async function newRequestId(
  { store, board, newId }: { store: Store; board: ProposalBoard; newId: () => string },
  attempts = 20,
): Promise<string> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const id = shortId('R', newId());
    if (!board.has(id) && !(await store.request(id))) return id;
  }
  throw new Error('No free name for a request was found.');
}
