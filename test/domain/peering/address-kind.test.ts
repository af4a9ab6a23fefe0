import { describe, expect, test } from 'vitest';
import { isInner, specialRangeOf } from '../../../src/domain/peering/address-kind.ts';
import { networkAround } from '../../../src/domain/peering/addresses.ts';
import { present } from '../../support/eventually.ts';

const kindOf = (text: string) => specialRangeOf(present(networkAround(text), text));

describe('public are', () => {
  test.each([
    '8.8.8.0/24',
    '11.0.0.0/8',
    '172.32.0.0/30',
    '192.169.0.0/30',
    '100.128.0.0/30',
    '223.255.255.252/30',
    '2600::/32',
    '2a00:1450::/126',
    // Kept for documentation: the addresses of a sandboxed world.
    '192.0.2.0/30',
    '198.51.100.0/24',
    '203.0.113.0/24',
    '2001:db8::/32',
  ])('%s', (text) => expect(kindOf(text)).toBeUndefined());
});

describe('only for private peering are', () => {
  test.each([
    ['10.0.0.0/30', 'private'],
    ['172.31.255.252/30', 'private'],
    ['192.168.255.252/30', 'private'],
    ['100.64.0.0/30', 'shared'],
    ['100.127.255.252/30', 'shared'],
    ['198.19.255.252/30', 'benchmarking'],
    ['fd00::/126', 'unique-local'],
    ['fc00::/126', 'unique-local'],
  ])('%s: %s', (text, kind) => {
    const special = present(kindOf(text), text);
    expect(special.kind).toBe(kind);
    expect(isInner(special)).toBe(true);
  });
});

describe('for no peering are', () => {
  test.each([
    ['0.0.0.0/30', 'this-network'],
    ['0.255.255.252/30', 'this-network'],
    ['127.0.0.0/30', 'loopback'],
    ['169.254.0.0/30', 'link-local'],
    ['192.0.0.0/30', 'protocol'],
    ['192.88.99.0/30', 'protocol'],
    ['224.0.0.0/30', 'multicast'],
    ['239.255.255.252/30', 'multicast'],
    ['240.0.0.0/30', 'reserved'],
    ['255.255.255.252/30', 'reserved'],
    ['::/126', 'loopback'],
    ['::ffff:10.0.0.0/126', 'reserved'],
    ['64:ff9b::/126', 'reserved'],
    ['fe80::/126', 'link-local'],
    ['ff02::/126', 'multicast'],
    ['2001::/126', 'protocol'],
    ['2002:a00::/126', 'protocol'],
    ['4000::/126', 'reserved'],
  ])('%s: %s', (text, kind) => {
    const special = present(kindOf(text), text);
    expect(special.kind).toBe(kind);
    expect(isInner(special)).toBe(false);
  });
});

test('a network that reaches into a special range is not public, and the range is named', () => {
  expect(kindOf('8.0.0.0/5')).toEqual({ kind: 'private', range: '10.0.0.0/8' });
  expect(kindOf('192.0.0.0/8')).toMatchObject({ kind: 'protocol' });
  expect(kindOf('4000::/2')).toEqual({ kind: 'reserved', range: '4000::/2' });
});
