import { describe, expect, it } from 'vitest';
import { createCommitQueue } from '../../src/store/commit-queue.ts';
import { emptyState, type StoreState } from '../../src/store/state.ts';
import { StoreConflict, StoreFault } from '../../src/usecases/store.ts';
import { aRequest } from './support/request-builders.ts';

/** A queue whose saves end when the test says so. */
function aQueue() {
  const saves: { readonly keys: readonly string[]; readonly end: (fault?: StoreFault) => void }[] = [];
  let onSave = () => {};
  const save = (next: StoreState) =>
    new Promise<void>((resolve, reject) => {
      saves.push({ keys: [...next.settledKeys], end: (fault) => (fault ? reject(fault) : resolve()) });
      onSave();
    });
  const queue = createCommitQueue(emptyState, save);
  const nextSave = () =>
    new Promise<void>((resolve) => {
      onSave = resolve;
    });
  return { queue, saves, nextSave, keys: () => [...queue.durable().settledKeys] };
}

const full = new StoreFault('unwritable', 'the disk is full');

describe('the commit queue', () => {
  it('saves together what comes while a save is under way, and answers only what is durable', async () => {
    const { queue, saves, nextSave, keys } = aQueue();
    const started = nextSave();
    const first = queue.commit({ settle: ['a'] });
    await started;
    const others = [queue.commit({ settle: ['b'] }), queue.commit({ settle: ['c'] })];
    expect(keys()).toEqual([]);

    const again = nextSave();
    saves[0]?.end();
    await first;
    await again;
    expect(keys()).toEqual(['a']);
    saves[1]?.end();
    await Promise.all(others);
    expect(saves.map((save) => save.keys)).toEqual([['a'], ['a', 'b', 'c']]);
    expect(keys()).toEqual(['a', 'b', 'c']);
  });

  it('refuses exactly the commits of a failed save: the next one knows nothing of them', async () => {
    const { queue, saves, nextSave, keys } = aQueue();
    const started = nextSave();
    const failing = expect(queue.commit({ settle: ['a'] })).rejects.toBe(full);
    await started;
    const next = queue.commit({ settle: ['b'] });
    const again = nextSave();
    saves[0]?.end(full);
    await failing;
    await again;
    saves[1]?.end();
    await next;
    expect(saves[1]?.keys).toEqual(['b']);
    expect(keys()).toEqual(['b']);
  });

  it('refuses a conflict only when what it is in conflict with is durable', async () => {
    const { queue, saves, nextSave, keys } = aQueue();
    const started = nextSave();
    const order: string[] = [];
    const first = queue.commit({ settle: ['a'], putRequests: [aRequest('r')] });
    const second = queue.commit({ settle: ['b'], putRequests: [aRequest('r')] }).catch((cause: unknown) => {
      order.push(keys().join());
      expect(cause).toBeInstanceOf(StoreConflict);
    });
    await started;
    saves[0]?.end();
    await Promise.all([first, second]);
    expect(order).toEqual(['a']);
    expect(saves.map((save) => save.keys)).toEqual([['a']]);
  });

  it('saves nothing when nothing changes', async () => {
    const { queue, saves } = aQueue();
    await queue.commit({});
    await queue.idle();
    expect(saves).toEqual([]);
  });
});
