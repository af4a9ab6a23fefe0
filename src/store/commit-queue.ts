import type { Transaction } from '../usecases/store.ts';
import { applyTransaction } from './apply.ts';
import type { StoreState } from './state.ts';
import { assertStorable } from './storable.ts';

type Waiting = {
  readonly transaction: Transaction;
  readonly resolve: () => void;
  readonly reject: (cause: unknown) => void;
};

export type CommitQueue = {
  /** What has been made durable, and nothing else. */
  readonly durable: () => StoreState;
  readonly commit: (transaction: Transaction) => Promise<void>;
  readonly idle: () => Promise<void>;
};

/** Commits one after the other. Those that come while a save is under way share the next one, and its fate. */
export function createCommitQueue(
  initial: StoreState,
  save: (next: StoreState) => Promise<void>,
): CommitQueue {
  let durable = initial;
  let waiting: Waiting[] = [];
  let working: Promise<void> | undefined;

  async function work(): Promise<void> {
    await null; // commits of one tick go together
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      await saveTogether(batch);
    }
    working = undefined;
  }

  async function saveTogether(batch: readonly Waiting[]): Promise<void> {
    const { next, applied, refused } = applyAll(durable, batch);
    try {
      if (next !== durable) await save(next);
      durable = next;
      for (const { resolve } of applied) resolve();
    } catch (fault) {
      for (const { reject } of applied) reject(fault);
    }
    // Not sooner: who reads again must see what it was in conflict with.
    for (const { entry, why } of refused) entry.reject(why);
  }

  return {
    durable: () => durable,
    commit: (transaction) =>
      new Promise((resolve, reject) => {
        waiting.push({ transaction, resolve, reject });
        working ??= work();
      }),
    idle: async () => working,
  };
}

/** A transaction that cannot be applied, by a conflict or a bug of its author: the others go on without it. */
function applyAll(before: StoreState, batch: readonly Waiting[]) {
  let next = before;
  const applied: Waiting[] = [];
  const refused: { readonly entry: Waiting; readonly why: unknown }[] = [];
  for (const entry of batch) {
    try {
      assertStorable(entry.transaction);
      next = applyTransaction(next, entry.transaction);
      applied.push(entry);
    } catch (why) {
      refused.push({ entry, why });
    }
  }
  return { next, applied, refused };
}
