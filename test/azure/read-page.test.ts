import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Page, readPage } from '../../src/azure/read-page.ts';
import { AzureFault } from '../../src/usecases/ports.ts';
import { wireCircuit } from './support/wire.ts';

/** Texts that look like JSON from within a string. */
const hostile = fc.oneof(
  fc.string(),
  fc.constantFrom('{', '}', '"', '\\', '\\"', '},{', ']', '"}]}', 'Zürich 東京 🛰️', '\u2028'),
);
const circuit = fc
  .record({ name: fc.constantFrom('lon-01', 'fra-02', 'ams-03'), tag: hostile, bandwidthInMbps: fc.nat() })
  .map(({ name, tag, bandwidthInMbps }) =>
    wireCircuit(name, { serviceProviderProperties: { bandwidthInMbps } }, { tags: { [tag]: tag } }),
  );
const item = fc.oneof({ weight: 9, arbitrary: circuit }, fc.constantFrom<unknown>(null, 7, 'x', {}, [[{}]]));
const page = fc
  .record({ value: fc.array(item, { maxLength: 6 }), nextLink: fc.option(hostile, { nil: undefined }) })
  .chain((content) =>
    fc.constantFrom(undefined, 1, '\t').map((indent) => JSON.stringify(content, null, indent)),
  );

function read(json: string, before?: Page): Page {
  return readPage(json, before);
}

/** What a page says, without where it says it. */
function meaning({ items, nextLink }: Page) {
  return { sights: items.map(({ sight }) => sight), nextLink };
}

/** The items after something else: then they are not told apart before they are parsed. */
function laidOutOtherwise(json: string): string {
  return `{"odd":1,${json.slice(json.indexOf('{') + 1)}`;
}

describe('a page', () => {
  test('means the same, whatever page was read before', () => {
    fc.assert(
      fc.property(page, page, (old, json) => {
        expect(meaning(read(json, read(old)))).toEqual(meaning(read(json)));
      }),
    );
  });

  test('means the same, taken apart or parsed as a whole', () => {
    fc.assert(
      fc.property(page, (json) => {
        expect(meaning(read(json))).toEqual(meaning(read(laidOutOtherwise(json))));
      }),
    );
  });

  test('that comes again in the same words is the page itself', () => {
    const json = JSON.stringify({ value: [wireCircuit('lon-01')] });
    const before = read(json);
    expect(read(json, before)).toBe(before);
  });

  test('gives the very same circuits where they stand in the same words', () => {
    const items = ['lon-01', 'fra-02', 'ams-03'].map((name) => wireCircuit(name));
    const before = read(JSON.stringify({ value: items }));
    const changed = items.with(1, wireCircuit('fra-02', { provisioningState: 'Updating' }));
    const after = read(JSON.stringify({ value: changed }), before);
    expect(after.items.map(({ sight }, index) => sight === before.items[index]?.sight)).toEqual([
      true,
      false,
      true,
    ]);
  });

  test('of which anything is missing is not read in part', () => {
    const json = JSON.stringify({ value: [wireCircuit('lon-01'), wireCircuit('fra-02')], nextLink: 'x' });
    const whole = read(json);
    for (let length = 0; length < json.length; length++) {
      expect(() => read(json.slice(0, length), whole)).toThrow(AzureFault);
    }
  });

  test.each([
    '{"value":[{}{}]}',
    '{"value":[{},]}',
    '{"value":[,{}]}',
    '{"value":[{]}',
    '{"value":{}}',
    '[]',
  ])('%s is no page', (json) => {
    expect(() => read(json)).toThrow(AzureFault);
  });
});
