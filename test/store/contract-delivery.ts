import { describe, expect, it } from 'vitest';
import { historyCaps, type Store } from '../../src/usecases/store.ts';
import { anOwed, aParked } from './support/builders.ts';

/** Messages: owed, settled, parked. */
export function describeDeliveryContract(current: () => Store): void {
  const owedKeys = async () => (await current().owed()).map(({ key }) => key);
  const parkedKeys = async () => (await current().parked()).map(({ owed }) => owed.key);

  describe('owed messages', () => {
    it('are answered in the order in which they were owed, whatever their time', async () => {
      await current().commit({ owe: [anOwed('b', { owedAt: 2_000 })] });
      await current().commit({ owe: [anOwed('c', { owedAt: 1_000 }), anOwed('a', { owedAt: 3_000 })] });
      expect(await owedKeys()).toEqual(['b', 'c', 'a']);
    });

    it('are not owed again while they are owed, and stay as they were', async () => {
      await current().commit({ owe: [anOwed('a'), anOwed('a', { owedAt: 5_000 })] });
      await current().commit({ owe: [anOwed('a', { owedAt: 9_000 })] });
      expect(await current().owed()).toEqual([anOwed('a')]);
    });

    it('are not owed again once they are settled', async () => {
      await current().commit({ owe: [anOwed('a'), anOwed('b')] });
      await current().commit({ settle: ['a'] });
      await current().commit({ owe: [anOwed('a')] });
      expect(await owedKeys()).toEqual(['b']);
    });

    it('are over when one transaction owes and settles them', async () => {
      await current().commit({ owe: [anOwed('a')], settle: ['a'] });
      expect(await owedKeys()).toEqual([]);
    });

    it('are not owed any more when they were settled before', async () => {
      await current().commit({ settle: ['a'] });
      await current().commit({ owe: [anOwed('a')] });
      expect(await owedKeys()).toEqual([]);
    });

    it('settles so many keys, the oldest are forgotten first', async () => {
      const keys = Array.from({ length: historyCaps.settledKeys + 1 }, (_, index) => `key-${index}`);
      await current().commit({ settle: keys });
      await current().commit({ owe: [anOwed('key-0'), anOwed('key-1')] });
      expect(await owedKeys()).toEqual(['key-0']);
    });
  });

  describe('parked messages', () => {
    it('are answered newest last, and are over', async () => {
      await current().commit({ owe: [anOwed('a'), anOwed('b'), anOwed('c')] });
      await current().commit({ park: [aParked('b', 2_000)] });
      await current().commit({ park: [aParked('a', 1_000)] });
      await current().commit({ owe: [anOwed('a')] });
      expect(await parkedKeys()).toEqual(['a', 'b']);
      expect(await owedKeys()).toEqual(['c']);
    });

    it('are kept in so many, the oldest go first', async () => {
      const many = Array.from({ length: historyCaps.parked + 1 }, (_, at) => aParked(`key-${at}`, at));
      await current().commit({ park: many });
      const keys = await parkedKeys();
      expect(keys).toHaveLength(historyCaps.parked);
      expect(keys[0]).toBe('key-1');
    });
  });
}
