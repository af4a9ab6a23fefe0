import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closest } from '../../../src/domain/text/closest.ts';

const commands = ['help', 'list', 'show', 'subscribe', 'unsubscribe', 'subscriptions', 'whoami'];

test.each([
  ['lsit', 'list'],
  ['lis', 'list'],
  ['LIST', 'list'],
  ['shwo', 'show'],
  ['subscibe', 'subscribe'],
  ['unsuscribe', 'unsubscribe'],
  ['subs', 'subscribe'],
  ['subscription', 'subscriptions'],
  ['who', 'whoami'],
])('%s is near %s', (typed, meant) => {
  expect(closest(typed, commands)).toBe(meant);
});

test.each(['delete', 'x', 'zz', 'provisioned', ''])('%j is near nothing', (typed) => {
  expect(closest(typed, commands)).toBeUndefined();
});

test('an empty word is near nothing, however short the names are', () => {
  expect(closest('', ['a', 'bb'])).toBeUndefined();
});

describe('laws', () => {
  const names = fc.uniqueArray(fc.stringMatching(/^[a-z0-9-]{1,12}$/), { maxLength: 6 });

  test('suggests only what there is', () => {
    fc.assert(
      fc.property(fc.string(), names, (typed, known) => {
        const suggestion = closest(typed, known);
        if (suggestion !== undefined) expect(known).toContain(suggestion);
      }),
    );
  });

  test('never suggests another name for one that is there', () => {
    fc.assert(
      fc.property(names, (known) => {
        for (const name of known) expect(closest(name.toUpperCase(), known)).toBe(name);
      }),
    );
  });

  test('does not depend on the order of the names, but for equally near ones', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), names, (typed, known) => {
        const found = closest(typed, known) !== undefined;
        expect(closest(typed, known.toReversed()) !== undefined).toBe(found);
      }),
    );
  });
});
