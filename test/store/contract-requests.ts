import { describe, expect, it } from 'vitest';
import type { RequestState } from '../../src/domain/approval/request.ts';
import { historyCaps, type Store, StoreConflict } from '../../src/usecases/store.ts';
import { anOwed } from './support/builders.ts';
import { aRequest } from './support/request-builders.ts';

const over = (at: number): RequestState => ({ state: 'withdrawn', at, by: 'U1' });

/** Requests: none is changed by somebody who has not seen what it is now. */
export function describeRequestContract(current: () => Store): void {
  const idsOf = async (query?: { readonly all: boolean }) =>
    (await current().requests(query)).map(({ id }) => id);

  describe('requests', () => {
    it('that are not over are answered, oldest first; the others where all are asked for', async () => {
      const young = aRequest('young', { requestedAt: 3_000 });
      const done = aRequest('done', { requestedAt: 2_000 }, over(2_500));
      const old = aRequest('old', { requestedAt: 1_000 });
      await current().commit({ putRequests: [young, done, old] });
      expect(await current().requests()).toEqual([old, young]);
      expect(await idsOf({ all: true })).toEqual(['old', 'done', 'young']);
    });

    it('are answered by id, over or not, as they were put', async () => {
      const phase = {
        kind: 'following',
        url: 'https://arm/op?t=1',
        since: 2_000,
        nextLookAt: 3_000,
      } as const;
      const running = { state: 'executing', startedAt: 2_000, step: 0, phase } as const;
      await current().commit({ putRequests: [aRequest('a', {}, running), aRequest('b', {}, over(1))] });
      expect(await current().request('a')).toEqual(aRequest('a', {}, running));
      expect(await current().request('b')).toEqual(aRequest('b', {}, over(1)));
      expect(await current().request('c')).toBeUndefined();
    });

    it('are changed one revision after the other', async () => {
      await current().commit({ putRequests: [aRequest('a')] });
      await current().commit({ putRequests: [aRequest('a', { revision: 2 }, over(2_000))] });
      expect((await current().request('a'))?.revision).toBe(2);
      expect(await idsOf()).toEqual([]);
    });

    it.each([
      ['a new one that says it is not', aRequest('new', { revision: 2 })],
      ['one that is there and says it is new', aRequest('a')],
      ['a revision that is there', aRequest('a', { revision: 2 })],
      ['a revision that leaves one out', aRequest('a', { revision: 4 })],
    ])('refuse %s, and nothing of that transaction has happened', async (_name, request) => {
      await current().commit({ putRequests: [aRequest('a')] });
      await current().commit({ putRequests: [aRequest('a', { revision: 2 })] });
      const conflict = current().commit({ owe: [anOwed('k')], putRequests: [request] });
      await expect(conflict).rejects.toThrow(StoreConflict);
      expect(await current().owed()).toEqual([]);
      expect(await current().requests({ all: true })).toEqual([aRequest('a', { revision: 2 })]);
    });

    it('let the first of two win that build on the same one, and leave others alone', async () => {
      await current().commit({ putRequests: [aRequest('a')] });
      const approved = { state: 'approved', at: 2_000 } as const;
      const first = current().commit({ putRequests: [aRequest('a', { revision: 2 }, approved)] });
      const second = current().commit({ putRequests: [aRequest('a', { revision: 2 }, over(2_000))] });
      const other = current().commit({ owe: [anOwed('k')] });
      await expect(second).rejects.toThrow('Request a is at revision 2, so revision 2 does not follow.');
      // Who was refused and reads again sees what came before.
      expect((await current().request('a'))?.state).toBe('approved');
      await Promise.all([first, other]);
      expect(await current().owed()).toHaveLength(1);
    });

    it('that are over are kept in so many; those that ended first go first, and open ones never', async () => {
      const ended = Array.from({ length: historyCaps.requests }, (_, index) =>
        aRequest(`r-${index}`, { requestedAt: index }, over(10_000 - index)),
      );
      const open = aRequest('open', { requestedAt: 0 });
      await current().commit({ putRequests: [open, ...ended] });
      await current().commit({ putRequests: [aRequest('last', { requestedAt: 1 }, over(20_000))] });
      const ids = await idsOf({ all: true });
      expect(ids).toHaveLength(historyCaps.requests + 1);
      expect(ids).toContain('open');
      expect(ids).toContain('last');
      expect(ids).not.toContain(`r-${historyCaps.requests - 1}`);
    });
  });
}
