import { expect, test } from 'vitest';
import { pageOf } from '../../src/usecases/page-of.ts';

const all = [1, 2, 3, 4, 5];

test.each([
  [0, { shown: [1, 2], page: 0, pageCount: 3 }],
  [2, { shown: [5], page: 2, pageCount: 3 }],
  [99, { shown: [5], page: 2, pageCount: 3 }],
  [-1, { shown: [1, 2], page: 0, pageCount: 3 }],
  [Number.NaN, { shown: [1, 2], page: 0, pageCount: 3 }],
  [1.9, { shown: [3, 4], page: 1, pageCount: 3 }],
])('page %s of five in twos', (wanted, paged) => {
  expect(pageOf(all, wanted, 2)).toEqual(paged);
});

test('of nothing there is one page', () => {
  expect(pageOf([], 3, 2)).toEqual({ shown: [], page: 0, pageCount: 1 });
});
