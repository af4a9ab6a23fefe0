import { describe, expect, it } from 'vitest';
import { historyCaps, type Store } from '../../src/usecases/store.ts';
import { anEntry } from './support/request-builders.ts';

/** Entries on their way to the audit file. */
export function describeAuditContract(current: () => Store): void {
  const dueIds = async () => (await current().dueAudit()).map(({ id }) => id);

  describe('audit entries', () => {
    it('are due in the order in which they were owed, whatever their time, until they are settled', async () => {
      await current().commit({ audit: [anEntry('b', { at: 2_000 }), anEntry('c', { at: 1_000 })] });
      await current().commit({ audit: [anEntry('a', { at: 3_000 })] });
      expect(await current().dueAudit()).toEqual([
        anEntry('b', { at: 2_000 }),
        anEntry('c', { at: 1_000 }),
        anEntry('a', { at: 3_000 }),
      ]);
      await current().commit({ settleAudit: ['b', 'a'] });
      expect(await dueIds()).toEqual(['c']);
    });

    it('are due once, as they were first', async () => {
      await current().commit({ audit: [anEntry('a'), anEntry('a', { note: 'other' })] });
      await current().commit({ audit: [anEntry('a', { note: 'other' })] });
      expect(await current().dueAudit()).toEqual([anEntry('a')]);
    });

    it('are not due again once they are settled', async () => {
      await current().commit({ audit: [anEntry('a')] });
      await current().commit({ settleAudit: ['a'] });
      await current().commit({ audit: [anEntry('a')] });
      expect(await dueIds()).toEqual([]);
    });

    it('are over when one transaction owes and settles them', async () => {
      await current().commit({ audit: [anEntry('a')], settleAudit: ['a'] });
      await current().commit({ audit: [anEntry('a')] });
      expect(await dueIds()).toEqual([]);
    });

    it('that are settled are remembered so many, the oldest are forgotten first', async () => {
      const ids = Array.from({ length: historyCaps.settledAudit + 1 }, (_, index) => `id-${index}`);
      await current().commit({ settleAudit: ids });
      await current().commit({ audit: [anEntry('id-0'), anEntry('id-1')] });
      expect(await dueIds()).toEqual(['id-0']);
    });
  });
}
