import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isEqual } from '../../src/domain/equality.ts';

test('plain data is equal to its copy', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(isEqual(value, structuredClone(value))).toBe(true);
    }),
  );
});

test('agrees with the runtime on what differs', () => {
  // JSON has one zero only.
  const value = fc.jsonValue({ maxDepth: 2 }).map((any): unknown => JSON.parse(JSON.stringify(any)));
  fc.assert(
    fc.property(value, value, (a, b) => {
      expect(isEqual(a, b)).toBe(isDeepStrictEqual(a, b));
      expect(isEqual(b, a)).toBe(isEqual(a, b));
    }),
  );
});

test('a missing field and an undefined one are the same', () => {
  expect(isEqual({ a: 1, b: undefined }, { a: 1 })).toBe(true);
  expect(isEqual({ a: 1 }, { a: 1, b: undefined })).toBe(true);
  expect(isEqual({ a: 1, b: null }, { a: 1 })).toBe(false);
  expect(isEqual({ a: 1 }, { a: 1, b: null })).toBe(false);
});

test('a list is never equal to a record', () => {
  expect(isEqual([], {})).toBe(false);
  expect(isEqual({ 0: 'a' }, ['a'])).toBe(false);
});
