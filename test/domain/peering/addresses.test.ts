import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addressAt,
  halvesOf,
  isOverlapping,
  type Network,
  networkAround,
  parseNetwork,
} from '../../../src/domain/peering/addresses.ts';
import { present } from '../../support/eventually.ts';

const networkOf = (text: string): Network => present(networkAround(text), text);
const quad = (number: number) => [24, 16, 8, 0].map((shift) => (number >>> shift) & 255).join('.');

/** An IPv4 network, computed by other means than the code: as a number and a length. */
const anIpv4 = fc
  .record({ number: fc.nat(0xffffffff), length: fc.integer({ min: 1, max: 32 }) })
  .map(({ number, length }) => {
    const first = Math.floor(number / 2 ** (32 - length)) * 2 ** (32 - length);
    return { first, last: first + 2 ** (32 - length) - 1, length, text: `${quad(first)}/${length}` };
  });
const groups = fc.array(fc.nat(0xffff), { minLength: 8, maxLength: 8 });
const hex = (group: number) => group.toString(16);

describe('a network is read', () => {
  test.each([
    ['192.168.15.16/30', '192.168.15.16/30'],
    [' 192.168.15.16/30 ', '192.168.15.16/30'],
    ['0.0.0.0/0', '0.0.0.0/0'],
    ['203.0.113.7/32', '203.0.113.7/32'],
    ['2001:DB8:0:0:0:0:0:4/126', '2001:db8::4/126'],
    ['2001:0db8::0004/126', '2001:db8::4/126'],
    ['::/0', '::/0'],
  ])('%s as %s', (text, canonical) => {
    expect(parseNetwork(text)).toMatchObject({ ok: true, value: { text: canonical } });
  });

  test.each([
    '',
    '192.168.15.16',
    '192.168.15.16/',
    '/30',
    '192.168.15.16/33',
    '192.168.15.16/-1',
    '192.168.15.16/030',
    '192.168.15.16/3 0',
    '192.168.15/24',
    '10.1/16',
    '010.0.0.0/30',
    '0x0a.0.0.0/30',
    '256.0.0.0/30',
    '3232239376/30',
    '2001:db8::/129',
    '2001:db8:::/126',
    'fe80::1%eth0/126',
    '192.168.15.16/255.255.255.252',
    'lon-01',
    '<!channel>',
  ])('and “%s” is none', (text) => {
    expect(parseNetwork(text)).toEqual({ ok: false, refusal: { kind: 'malformed' } });
    expect(networkAround(text)).toBeUndefined();
  });

  test.each([
    ['11.2.3.5/30', '11.2.3.4/30'],
    ['192.168.15.18/30', '192.168.15.16/30'],
    ['2001:db8::5/126', '2001:db8::4/126'],
    ['2001:db8::7/125', '2001:db8::/125'],
  ])('%s has host bits: %s is meant', (text, suggestion) => {
    expect(parseNetwork(text)).toEqual({ ok: false, refusal: { kind: 'host-bits', suggestion } });
    expect(networkOf(text).text).toBe(suggestion);
  });
});

describe('for any network', () => {
  test('its IPv4 text is read back as it is, and any other address of it suggests it', () => {
    fc.assert(
      fc.property(anIpv4, fc.nat(), ({ first, last, length, text }, offset) => {
        expect(parseNetwork(text)).toMatchObject({ ok: true, value: { text, length } });
        const inside = first + (offset % (last - first + 1));
        const read = parseNetwork(`${quad(inside)}/${length}`);
        if (inside === first) expect(read.ok).toBe(true);
        else expect(read).toEqual({ ok: false, refusal: { kind: 'host-bits', suggestion: text } });
      }),
    );
  });

  test('all ways to write an IPv6 network are one text, which is the shortest', () => {
    fc.assert(
      fc.property(groups, (parts) => {
        const long = parts.map((part) => hex(part).padStart(4, '0')).join(':');
        const ways = [long, long.toUpperCase(), parts.map(hex).join(':')];
        const texts = ways.map((way) => networkOf(`${way}/128`).text);
        expect(new Set(texts).size).toBe(1);
        const [text = ''] = texts;
        expect(networkOf(text).text).toBe(text);
        expect(text).not.toMatch(/[A-Z]|(?:^|:)0\w|:0:0:.*::|::.*:0:0:/u);
      }),
    );
  });

  test('overlap is mutual, and is having an address in common', () => {
    fc.assert(
      fc.property(anIpv4, anIpv4, (a, b) => {
        const common = a.first <= b.last && b.first <= a.last;
        expect(isOverlapping(networkOf(a.text), networkOf(b.text))).toBe(common);
        expect(isOverlapping(networkOf(b.text), networkOf(a.text))).toBe(common);
      }),
    );
  });

  test('overlap is there with itself and with each half, and not between the halves', () => {
    fc.assert(
      fc.property(groups, fc.integer({ min: 0, max: 127 }), (parts, length) => {
        const network = networkOf(`${parts.map(hex).join(':')}/${length}`);
        const [low, high] = halvesOf(network);
        expect(isOverlapping(network, network)).toBe(true);
        expect([low, high].every((half) => isOverlapping(half, network))).toBe(true);
        expect(isOverlapping(low, high)).toBe(false);
        expect([low.text, high.text].map((text) => parseNetwork(text).ok)).toEqual([true, true]);
        expect(low.first).toBe(network.first);
      }),
    );
  });

  test('families never overlap', () => {
    expect(isOverlapping(networkOf('0.0.0.0/0'), networkOf('::/0'))).toBe(false);
  });
});

test('addresses are counted from the first', () => {
  expect(addressAt(networkOf('192.168.15.16/30'), 1)).toBe('192.168.15.17');
  expect(addressAt(networkOf('2001:db8::4/126'), 2)).toBe('2001:db8::6');
  expect(addressAt(networkOf('10.0.0.252/30'), 2)).toBe('10.0.0.254');
});
