import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseWish, renderWish, type Wish, wants } from '../../../src/domain/alert/subscription.ts';
import { changeKinds } from '../../../src/domain/circuit/changes.ts';
import { filterKeys, isLasting } from '../../../src/domain/circuit/filter.ts';
import { parseWords } from '../../../src/domain/text/words.ts';
import { aChange, aCircuitRef } from '../../support/a-circuit.ts';
import { everyChange } from '../../support/every-difference.ts';
import { aValue } from '../support/a-value.ts';

function parse(text: string) {
  const words = parseWords(text);
  if (!words.ok) throw new Error(words.refusal.code);
  return parseWish(words.value);
}

function wishOf(text: string): Wish {
  const wish = parse(text);
  if (!wish.ok) throw new Error(wish.refusal.code);
  return wish.value;
}

describe('what a channel wishes', () => {
  test('everything, when it says nothing', () => {
    expect(everyChange().every((change) => wants(wishOf(''), change))).toBe(true);
  });

  test.each(changeKinds)('only kind:%s', (kind) => {
    const wanted = everyChange().filter((change) => wants(wishOf(`kind:${kind.toUpperCase()}`), change));
    expect(wanted.map(({ difference }) => difference.kind)).toEqual([kind]);
  });

  test('several kinds, each once', () => {
    expect(wishOf('kind:status,sku kind:sku').kinds).toEqual(['status', 'sku']);
  });

  test.each([
    ['circuit:lon', true],
    ['location:london provider:equinix', true],
    ['tag:env=prod', true],
    ['tag:env=test', false],
    ['circuit:ams', false],
    ['circuit:lon kind:sku', false],
  ])('%s: %s', (text, wanted) => {
    const change = aChange({ circuit: aCircuitRef({ tags: { env: 'prod' } }) });
    expect(wants(wishOf(text), change)).toBe(wanted);
  });
});

describe('what cannot be wished', () => {
  test.each([
    ['kind:provider-stat', { code: 'kind-unknown', value: 'provider-stat', didYouMean: 'provider-state' }],
    ['kind:', { code: 'kind-unknown', value: '', didYouMean: undefined }],
    ['state:ready', { code: 'filter-passing', key: 'state' }],
    ['needs:attention', { code: 'filter-passing', key: 'needs' }],
    ['colour:red', { code: 'filter-key-unknown', key: 'colour', didYouMean: undefined }],
  ])('%s', (text, refusal) => {
    expect(parse(text)).toEqual({ ok: false, refusal });
  });
});

test('a wish that is rendered and read is the wish', () => {
  const wishes = fc.record({
    filter: fc.array(fc.record({ key: fc.constantFrom(...filterKeys.filter(isLasting)), value: aValue }), {
      maxLength: 3,
    }),
    kinds: fc.subarray([...changeKinds]),
  });
  fc.assert(
    fc.property(wishes, (wish) => {
      expect(wishOf(renderWish(wish))).toEqual(wish);
    }),
  );
});
