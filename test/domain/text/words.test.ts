import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseWords, quoteWord, textLimit, type Word } from '../../../src/domain/text/words.ts';
import { aValue } from '../support/a-value.ts';

function read(text: string): readonly string[] | string {
  const words = parseWords(text);
  return words.ok ? words.value.map(say) : words.refusal.code;
}

function say({ key, value }: Word): string {
  return key === undefined ? value : `${key}=[${value}]`;
}

test.each<[string, readonly string[]]>([
  ['', []],
  ['   ', []],
  ['list lon', ['list', 'lon']],
  ['provider:Equinix', ['provider=[Equinix]']],
  ['provider:"Equinix UK" lon', ['provider=[Equinix UK]', 'lon']],
  ['"two words"', ['two words']],
  ['tag:env=prod', ['tag=[env=prod]']],
  ['tag:env="prod eu" lon', ['tag=[env=prod eu]', 'lon']],
  ['tag:"env=prod eu"', ['tag=[env=prod eu]']],
  ['tag:a:b', ['tag=[a:b]']],
  ['provider:', ['provider=[]']],
  ['""', ['']],
  ['"say \\"hi\\""', ['say "hi"']],
  ['"back\\\\slash"', ['back\\slash']],
  ['show\u201clon 01\u201d', ['show', 'lon 01']],
  ['«lon 01»', ['lon 01']],
  ['lon\u0000-01\nams\u200b', ['lon', '-01', 'ams']],
  ['rg-net/lon-01', ['rg-net/lon-01']],
])('reads %j', (text, words) => {
  expect(read(text)).toEqual(words);
});

test('refuses a quote that is not closed', () => {
  expect(read('provider:"Equinix')).toBe('quote-open');
});

test('refuses what is longer than anything that a person means', () => {
  expect(parseWords('x'.repeat(textLimit + 1))).toEqual({
    ok: false,
    refusal: { code: 'text-too-long', length: 1_001, limit: 1_000 },
  });
  expect(parseWords('x'.repeat(textLimit)).ok).toBe(true);
});

describe('laws', () => {
  test('a quoted word is read back as that one word', () => {
    fc.assert(
      fc.property(aValue, (value) => {
        expect(read(quoteWord(value))).toEqual([value]);
      }),
    );
  });

  test('with a key too', () => {
    fc.assert(
      fc.property(aValue, (value) => {
        expect(read(`tag:${quoteWord(value)}`)).toEqual([`tag=[${value}]`]);
      }),
    );
  });

  test('words are read in their order', () => {
    fc.assert(
      fc.property(fc.array(aValue, { maxLength: 6 }), (values) => {
        expect(read(values.map(quoteWord).join(' '))).toEqual(values);
      }),
    );
  });

  test('any text is read or refused', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => read(text) !== undefined));
  });
});
