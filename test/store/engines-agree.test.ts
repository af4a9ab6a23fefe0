import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openFileStore } from '../../src/store/file-store.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { type Store, StoreConflict, type Transaction } from '../../src/usecases/store.ts';
import { answersOf } from './support/answers.ts';
import { transaction } from './support/arbitrary-transaction.ts';
import { scratchFolders } from './support/scratch.ts';

const scratch = scratchFolders();

/** Both take a transaction, or both refuse it for the same reason. */
async function commitTo(stores: readonly [Store, Store], transaction: Transaction): Promise<void> {
  const [one, other] = await Promise.all(
    stores.map((store) =>
      store.commit(transaction).catch((cause: unknown) => {
        if (!(cause instanceof StoreConflict)) throw cause;
        return cause.message;
      }),
    ),
  );
  expect(one).toBe(other);
}

it('any sequence of transactions has the same answers in memory, in a file, and in that file opened again', async () => {
  const folder = await scratch();
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(transaction, { maxLength: 8 }), fc.nat({ max: 8 }), async (all, cut) => {
      const path = join(folder, `${run++}.json`);
      const memory = createMemoryStore();
      const first = (await openFileStore({ path })).store;
      for (const one of all.slice(0, cut)) await commitTo([memory, first], one);
      expect(await answersOf(first)).toEqual(await answersOf(memory));
      await first.close();

      const second = (await openFileStore({ path })).store;
      expect(await answersOf(second)).toEqual(await answersOf(memory));
      // What is not answered counts too: the settled keys decide what may be owed later.
      for (const one of all.slice(cut)) await commitTo([memory, second], one);
      expect(await answersOf(second)).toEqual(await answersOf(memory));
      await second.close();
    }),
    { numRuns: 150 },
  );
});
