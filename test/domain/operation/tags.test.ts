import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTags, tagLimits, tagRefusalOf } from '../../../src/domain/operation/tags.ts';

const read = (text: string) => {
  const tags = parseTags(text);
  return tags.ok ? tags.value : tags.refusal;
};

const many = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`tag-${index}`, 'x']));

describe('tags are read', () => {
  test('one name=value a line, without the blanks around them', () => {
    expect(read(' env = prod \n\n site=lon\r\nurl=https://x/?a=b')).toEqual({
      env: 'prod',
      site: 'lon',
      url: 'https://x/?a=b',
    });
  });
  test('none from an empty text', () => {
    expect(read(' \n ')).toEqual({});
  });
  test('with an empty value', () => {
    expect(read('env=')).toEqual({ env: '' });
  });
  test.each([
    ['env', { code: 'tag-malformed', line: 'env' }],
    ['=prod', { code: 'tag-malformed', line: '=prod' }],
    ['a=1\nA=2', { code: 'tag-twice', name: 'A' }],
    ['a/b=1', { code: 'tag-name-forbidden', name: 'a/b' }],
    ['__proto__=1', { code: 'tag-name-forbidden', name: '__proto__' }],
  ])('%j is refused', (text, refusal) => {
    expect(read(text)).toEqual(refusal);
  });
});

describe('Azure’s limits', () => {
  test.each([...'<>%&\\?/'])('%s is in no name', (sign) => {
    expect(tagRefusalOf({ [`a${sign}b`]: 'x' })).toMatchObject({ code: 'tag-name-forbidden' });
  });
  test('fifty tags are taken, and no more', () => {
    expect(tagRefusalOf(many(50))).toBeUndefined();
    expect(tagRefusalOf(many(51))).toEqual({ code: 'tags-too-many', count: 51, limit: 50 });
  });
  test('names of 512 characters and values of 256 are taken, and no longer ones', () => {
    const name = 'n'.repeat(tagLimits.nameLength);
    const value = 'v'.repeat(tagLimits.valueLength);
    expect(tagRefusalOf({ [name]: value })).toBeUndefined();
    expect(tagRefusalOf({ [`${name}n`]: value })).toMatchObject({ code: 'tag-name-long', limit: 512 });
    expect(tagRefusalOf({ [name]: `${value}v` })).toMatchObject({ code: 'tag-value-long', limit: 256 });
  });
});

test('whatever is read is taken, and is read the same when it is written again', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.string({ maxLength: 40 }), (a, b) => {
      const tags = parseTags(`${a}=${b}\n${b}=${a}`);
      if (!tags.ok) return;
      expect(tagRefusalOf(tags.value)).toBeUndefined();
      const written = Object.entries(tags.value).map(([name, value]) => `${name}=${value}`);
      expect(read(written.join('\n'))).toEqual(tags.value);
    }),
  );
});
