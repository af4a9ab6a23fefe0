import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOverlapping, networkAround } from '../../../src/domain/peering/addresses.ts';
import { packPrefix } from '../../../src/registry/rpki/packed-prefix.ts';
import { createVrpTable } from '../../../src/registry/rpki/vrp-table.ts';
import { present } from '../../support/eventually.ts';
import { networkOf } from '../support/whois.ts';

/** Close to one another, so that much is covered by something; some in the words behind the first. */
const anyPrefix = fc
  .oneof(
    fc.tuple(fc.nat(7), fc.nat(32)).map(([part, length]) => `203.0.${part}.0/${length}`),
    fc.tuple(fc.nat(3), fc.nat(3), fc.nat(128)).map(([a, b, length]) => `2001:db8:${a}::${b}:0:1/${length}`),
  )
  .map((text) => present(networkAround(text), text).text);
const anyEntry = fc.record({
  prefix: anyPrefix,
  asn: fc.constantFrom(0, 64_496, 4_294_967_295),
  expires: fc.constantFrom(0, 99, 101),
  anchor: fc.constantFrom('', 'ripe', 'arin'),
});

type Entry = {
  readonly prefix: string;
  readonly asn: number;
  readonly expires: number;
  readonly anchor: string;
};

function tableOf(entries: readonly Entry[]) {
  const table = createVrpTable();
  for (const { prefix, ...rest } of entries) {
    const packed = present(packPrefix(prefix), prefix);
    table.add({ prefix: packed, maxLength: packed.length, ...rest });
  }
  return table.build();
}

function covers(prefix: string, network: string): boolean {
  const [around, within] = [networkOf(prefix), networkOf(network)];
  return around.length <= within.length && isOverlapping(around, within);
}

describe('the table of VRPs', () => {
  it('finds what covers a network, as going through all of them does', () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 40 }), anyPrefix, (entries, asked) => {
        const expected = entries
          .filter(({ prefix, expires }) => covers(prefix, asked) && (expires === 0 || expires > 100))
          .map(({ prefix, asn, anchor }) => ({
            prefix,
            asn,
            maxLength: networkOf(prefix).length,
            ...(anchor ? { ta: anchor } : {}),
          }));
        const found = tableOf(entries).covering(networkOf(asked), 100);
        const inOrder = (all: readonly object[]) =>
          all.map((each) => JSON.stringify(each, Object.keys(each).sort())).sort();
        expect(inOrder(found)).toEqual(inOrder(expected));
        const lengths = found.map(({ prefix }) => networkOf(prefix).length);
        expect(lengths).toEqual(lengths.toSorted((a, b) => b - a));
      }),
      { numRuns: 300 },
    );
  });

  it('holds more than it began with', () => {
    const entries = Array.from({ length: 5_000 }, (_, index) => ({
      prefix: `10.${index >> 8}.${index & 255}.0/24`,
      asn: index,
      expires: 0,
      anchor: `anchor ${index % 300}`,
    }));
    const table = tableOf(entries);
    expect(table.size).toBe(5_000);
    const asns = entries.map(({ prefix }) => table.covering(networkOf(prefix), 0).map(({ asn }) => asn));
    expect(asns).toEqual(entries.map(({ asn }) => [asn]));
  });
});
