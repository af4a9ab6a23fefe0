import { freeShortId } from '../short-id.ts';
import type { Store } from '../store.ts';
import type { ProposalBoard } from './proposal-board.ts';

/** A short name that people can read to one another, `R-7K2Q9M`; none that is kept or proposed has it. */
export function newRequestId({
  store,
  board,
  newId,
}: {
  store: Store;
  board: ProposalBoard;
  newId: () => string;
}): Promise<string> {
  return freeShortId('R', newId, async (id) => board.has(id) || (await store.request(id)) !== undefined);
}
