import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNetwork } from '../../../src/domain/peering/addresses.ts';
import { packNetwork, packPrefix } from '../../../src/registry/rpki/packed-prefix.ts';
import { networkOf } from '../support/whois.ts';

const anyLength = fc.nat(128);
const anyText = fc.oneof(
  fc.tuple(fc.ipV4(), anyLength).map(([address, length]) => `${address}/${length}`),
  fc.tuple(fc.ipV6(), anyLength).map(([address, length]) => `${address}/${length}`),
  fc.string({ unit: fc.constantFrom('0', '1', 'f', 'g', ':', '::', '.', '/', '-'), maxLength: 12 }),
);

describe('a packed prefix', () => {
  it('is what the domain reads, for every network in its canonical form', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        fc.pre(
          /^[\da-f:.]+\/\d+$/iu.test(text) && parseNetwork(text.replace(/\/.*/u, '/0')).ok !== undefined,
        );
        const network = parseNetwork(text);
        fc.pre(network.ok);
        if (!network.ok) return;
        const { text: canonical, length } = network.value;
        expect(packPrefix(canonical)).toEqual({ words: packNetwork(network.value), length });
      }),
    );
  });

  it('is never what the domain does not read', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const packed = packPrefix(text);
        const network = parseNetwork(text);
        if (packed) expect(network.ok && packNetwork(network.value)).toEqual(packed.words);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['2001:DB8::/32', [0x2001_0db8, 0, 0, 0], 32],
    ['::/0', [0, 0, 0, 0], 0],
    ['2001:db8:0:0:0:0:0:1/128', [0x2001_0db8, 0, 0, 1], 128],
    ['255.255.255.255/32', [0xffff_ffff], 32],
    ['0.0.0.0/0', [0], 0],
  ])('of %s is its words', (text, words, length) => {
    expect(packPrefix(text)).toEqual({ words, length });
    expect(packNetwork(networkOf(text))).toEqual(words);
  });

  it.each([
    '203.0.113.1/24',
    '203.0.113.0',
    '203.0.113.0/33',
    '203.0.113.0/024',
    '203.0.0113.0/24',
    '1::2::/64',
    '',
  ])('of %s is none', (text) => {
    expect(packPrefix(text)).toBeUndefined();
  });
});
