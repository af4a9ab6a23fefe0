import { describe, expect, it } from 'vitest';
import { caseCard } from '../../src/domain/validation/case/messages.ts';
import { historyCaps, type Store, StoreConflict } from '../../src/usecases/store.ts';
import { aCase, aCaseFile, caseAt } from '../support/a-case.ts';
import { anOwed } from './support/builders.ts';

const opened = (at: number) => ({ at, why: 'validation-needed' as const });
const closed = (at: number) => ({ closed: { at, why: 'by-hand' as const } });

/** Cases: none is changed by somebody who has not seen what it is now. */
export function describeCaseContract(current: () => Store): void {
  const idsOf = async (query?: { readonly all: boolean }) =>
    (await current().cases(query)).map(({ id }) => id);

  describe('cases', () => {
    it('that are open are answered, oldest first; the others where all are asked for', async () => {
      const young = aCase({ id: 'young', opened: opened(3_000) });
      const over = aCase({ id: 'over', opened: opened(2_000), ...closed(2_500) });
      const old = aCase({ id: 'old', opened: opened(1_000) });
      await current().commit({ putCases: [young, over, old] });
      expect(await current().cases()).toEqual([old, young]);
      expect(await idsOf({ all: true })).toEqual(['old', 'over', 'young']);
    });

    it('are answered by id, closed or not, as they were put', async () => {
      const far = { ...caseAt('answers'), id: 'far', revision: 1 };
      const over = aCase({ id: 'over', ...closed(2_000) });
      await current().commit({ putCases: [far, over] });
      expect(await current().case('far')).toEqual(far);
      expect(await current().case('over')).toEqual(over);
      expect(await current().case('none')).toBeUndefined();
    });

    it.each([
      ['a new one that says it is not', aCase({ id: 'new', revision: 2 })],
      ['one that is there and says it is new', aCase({ id: 'a' })],
      ['a revision that is there', aCase({ id: 'a', revision: 2 })],
      ['a revision that leaves one out', aCase({ id: 'a', revision: 4 })],
    ])('refuse %s, and nothing of that transaction has happened', async (_name, it) => {
      await current().commit({ putCases: [aCase({ id: 'a' })] });
      await current().commit({ putCases: [aCase({ id: 'a', revision: 2 })] });
      const conflict = current().commit({ owe: [anOwed('k')], putCases: [it] });
      await expect(conflict).rejects.toThrow(StoreConflict);
      expect(await current().owed()).toEqual([]);
      expect(await current().cases({ all: true })).toEqual([aCase({ id: 'a', revision: 2 })]);
    });

    it('let the first of two win that build on the same one', async () => {
      await current().commit({ putCases: [aCase({ id: 'a' })] });
      const first = current().commit({ putCases: [aCase({ id: 'a', revision: 2, files: [aCaseFile()] })] });
      const second = current().commit({ putCases: [aCase({ id: 'a', revision: 2 })] });
      await expect(second).rejects.toThrow('Case a is at revision 2, so revision 2 does not follow.');
      await first;
      expect((await current().case('a'))?.files).toHaveLength(1);
    });

    it('that are closed are kept in so many; those that have files, and open ones, are never dropped', async () => {
      const over = Array.from({ length: historyCaps.cases + 1 }, (_, index) =>
        aCase({ id: `c-${index}`, ...closed(10_000 + index) }),
      );
      const open = aCase({ id: 'open', opened: opened(0) });
      const withFiles = aCase({ id: 'files', files: [aCaseFile()], ...closed(1) });
      const cleared = aCase({
        id: 'cleared',
        files: [aCaseFile({ isRemoved: true })],
        closed: { ...closed(2).closed, filesRemoved: true },
      });
      await current().commit({ putCases: [open, withFiles, cleared, ...over] });
      const ids = await idsOf({ all: true });
      expect(ids).toHaveLength(historyCaps.cases + 2);
      expect(ids).toEqual(expect.arrayContaining(['open', 'files', 'c-1', `c-${historyCaps.cases}`]));
      expect(ids).not.toContain('cleared');
      expect(ids).not.toContain('c-0');
    });

    it('keep the place of their message as long as they are open', async () => {
      const place = { channelId: 'C1', ts: '1.1' };
      const posted = (id: string) => ({ card: caseCard(id), posted: place });
      await current().commit({ putCases: [aCase({ id: 'open' }), aCase({ id: 'over', ...closed(1) })] });
      await current().commit({ putPosted: [posted('open'), posted('over')] });
      const others = Array.from({ length: historyCaps.posted }, (_, index) => posted(`other-${index}`));
      await current().commit({ putPosted: others });
      expect(await current().posted(caseCard('open'))).toEqual(place);
      expect(await current().posted(caseCard('over'))).toBeUndefined();
    });
  });
}
