import fc from 'fast-check';
import { parse } from 'ipaddr.js';
import { describe, expect, it } from 'vitest';
import { newPeering } from '../../../src/sandbox/azure/model/new-peering.ts';
import { linkAddresses } from '../../../src/sandbox/azure/model/subnet.ts';

function yoursIn(prefix: string, family: 'ipv4' | 'ipv6') {
  const v4 = family === 'ipv4' ? prefix : '192.168.0.0/30';
  const peering = newPeering('AzurePrivatePeering', 'London', {
    peerASN: 64496,
    vlanId: 1,
    primaryPeerAddressPrefix: v4,
    secondaryPeerAddressPrefix: v4,
    ipv6: { primaryPeerAddressPrefix: prefix, secondaryPeerAddressPrefix: prefix, state: 'Enabled' },
  });
  return linkAddresses(peering, 'secondary', family);
}

describe('the two addresses of a link', () => {
  it.each([
    ['192.0.2.4/30', '192.0.2.5', '192.0.2.6'],
    ['11.2.3.7/30', '11.2.3.5', '11.2.3.6'],
    ['2001:db8:16::4/126', '2001:db8:16::5', '2001:db8:16::6'],
    ['::/126', '::1', '::2'],
    ['2001:db8:0:1:1:1:1:0/126', '2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:2'],
    ['2001:0:0:1::/126', '2001:0:0:1::1', '2001:0:0:1::2'],
  ])('of %s are %s and %s', (prefix, yours, microsofts) => {
    expect(yoursIn(prefix, prefix.includes(':') ? 'ipv6' : 'ipv4')).toEqual({ yours, microsofts });
  });

  it.each([
    '',
    '192.0.2/30',
    '192.0.2.256/30',
    '1:2:3/126',
    '1::2::3/126',
    'x::/126',
    '1:2:3:4:5:6:7::8/126',
  ])('are not found in %j', (prefix) => {
    expect([yoursIn(prefix, 'ipv4'), yoursIn(prefix, 'ipv6')]).toEqual([undefined, undefined]);
  });

  it('are the first two of the subnet, as another reader has it', () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        fc.pre(!address.includes('.'));
        const found = yoursIn(`${address}/126`, 'ipv6');
        const bytes = parse(address).toByteArray();
        bytes[15] = ((bytes[15] ?? 0) & ~3) + 1;
        expect(parse(found?.yours ?? '').toByteArray()).toEqual(bytes);
      }),
    );
  });
});
