import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSame, nameOf, parseOpen } from '../../src/domain/open-enum.ts';

const known = ['NotProvisioned', 'DeProvisioned'] as const;

test.each([
  ['NotProvisioned', 'NotProvisioned'],
  ['notprovisioned', 'NotProvisioned'],
  ['DEPROVISIONED', 'DeProvisioned'],
  ['Deprovisioned', 'DeProvisioned'],
])('%s is read as %s', (text, value) => {
  expect(parseOpen(known, text)).toBe(value);
});

test('a value that is not known stays as it came', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      fc.pre(!known.some((value) => value.toLowerCase() === text.toLowerCase()));
      expect(nameOf(parseOpen(known, text))).toBe(text);
    }),
  );
});

test('values are the same by their names, and absent is only like absent', () => {
  expect(isSame({ unrecognised: 'OnHold' }, { unrecognised: 'OnHold' })).toBe(true);
  expect(isSame({ unrecognised: 'OnHold' }, 'NotProvisioned')).toBe(false);
  expect(isSame(undefined, undefined)).toBe(true);
  expect(isSame(undefined, { unrecognised: '' })).toBe(false);
});
