import { expect, test } from 'vitest';
import { parsePeeringWish } from '../../../src/domain/peering/wish.ts';

test.each([
  [[], undefined, false],
  [['private'], 'AzurePrivatePeering', false],
  [['MICROSOFT'], 'MicrosoftPeering', false],
  [['public', 'remove'], 'AzurePublicPeering', true],
  [['Remove', 'private'], 'AzurePrivatePeering', true],
  [['remove'], undefined, true],
])('%j asks for %s, remove: %s', (typed, peering, remove) => {
  expect(parsePeeringWish(typed)).toEqual({ ok: true, value: { peering, remove } });
});

test.each([
  ['privat', 'private'],
  ['remvoe', 'remove'],
  ['<!channel>', undefined],
  ['constructor', undefined],
])('%s is no word for it; nearest: %s', (word, didYouMean) => {
  const refusal = { code: 'peering-word-unknown', word, didYouMean };
  expect(parsePeeringWish(['private', word])).toEqual({ ok: false, refusal });
});

test('two peerings at once are one too many', () => {
  expect(parsePeeringWish(['private', 'microsoft'])).toMatchObject({
    refusal: { code: 'peering-word-unknown', word: 'microsoft' },
  });
});
