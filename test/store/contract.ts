import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/usecases/store.ts';
import { describeAlertContract } from './contract-alerts.ts';
import { describeAuditContract } from './contract-audit.ts';
import { describeCardContract } from './contract-cards.ts';
import { describeCaseContract } from './contract-cases.ts';
import { describeDeliveryContract } from './contract-delivery.ts';
import { describeMemoryContract } from './contract-memory.ts';
import { describeOrderContract } from './contract-orders.ts';
import { describeRequestContract } from './contract-requests.ts';
import { answersOf } from './support/answers.ts';
import { aKnownCircuit, anOwed } from './support/builders.ts';

export type Engine = {
  readonly store: Store;
  /** Closes the store and opens it again; absent where nothing outlives the process. */
  readonly reopen?: () => Promise<Store>;
};

/** What every engine behind the port keeps. `create` gives one with nothing in it. */
export function describeStoreContract(name: string, create: () => Promise<Engine>): void {
  describe(`${name}: the store contract`, () => {
    let engine: Engine;
    let store: Store;

    beforeEach(async () => {
      engine = await create();
      store = engine.store;
    });

    afterEach(async () => {
      if (!engine.reopen) return store.close();
      const before = await answersOf(store);
      const reopened = await engine.reopen();
      expect(await answersOf(reopened), 'the same answers after it is opened again').toEqual(before);
      await reopened.close();
    });

    it('is new until the first commit that changes something', async () => {
      expect(await store.isNew()).toBe(true);
      await store.commit({});
      await store.commit({ settle: [], removeSuspensions: ['C1'] });
      expect(await store.isNew()).toBe(true);
      await store.commit({ putCircuits: [aKnownCircuit()] });
      expect(await store.isNew()).toBe(false);
    });

    it('is not new when all was removed again', async () => {
      const known = aKnownCircuit();
      await store.commit({ putCircuits: [known] });
      await store.commit({ removeCircuits: [known.circuit.id] });
      expect(await store.circuits()).toEqual([]);
      expect(await store.isNew()).toBe(false);
    });

    it('keeps every one of many commits at once, in their order', async () => {
      const keys = Array.from({ length: 50 }, (_, index) => `key-${index}`);
      await Promise.all(keys.map((key) => store.commit({ owe: [anOwed(key)] })));
      expect((await store.owed()).map(({ key }) => key)).toEqual(keys);
    });

    it('refuses a number that cannot be stored, and nothing of that transaction has happened', async () => {
      const bad = store.commit({ owe: [anOwed('a')], putCircuits: [aKnownCircuit({}, { changedAt: NaN })] });
      const good = store.commit({ owe: [anOwed('b')] });
      await expect(bad).rejects.toThrow('transaction.putCircuits.0.changedAt is NaN, which cannot be stored');
      await good;
      expect((await store.owed()).map(({ key }) => key)).toEqual(['b']);
      expect(await store.circuits()).toEqual([]);
    });

    describeMemoryContract(() => store);
    describeDeliveryContract(() => store);
    describeCardContract(() => store);
    describeRequestContract(() => store);
    describeCaseContract(() => store);
    describeOrderContract(() => store);
    describeAuditContract(() => store);
    describeAlertContract(() => store);
  });

  describe(`${name}: closing`, () => {
    it('ends after the commits under way, and cannot be used afterwards', async () => {
      const { store, reopen } = await create();
      const commit = store.commit({ owe: [anOwed('a')] });
      await Promise.all([store.close(), store.close()]);
      await commit;
      await expect(store.owed()).rejects.toThrow('closed');
      await expect(store.commit({})).rejects.toThrow('closed');
      const reopened = await reopen?.();
      if (reopened) expect(await reopened.owed()).toHaveLength(1);
      await reopened?.close();
    });
  });
}
