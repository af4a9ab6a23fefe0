import { expect, test } from 'vitest';
import { parseWish } from '../../../src/domain/alert/subscription.ts';

test('kinds of change mean the same in any order', () => {
  const typed = (value: string) => parseWish([{ key: 'kind', value }]);
  expect(typed('sku,bandwidth')).toEqual(typed('bandwidth,sku,bandwidth'));
});
