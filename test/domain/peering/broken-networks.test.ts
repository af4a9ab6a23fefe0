import { describe, expect, test } from 'vitest';
import type { SetPeeringIntent } from '../../../src/domain/operation/intent.ts';
import type { Ground } from '../../../src/domain/peering/ground.ts';
import type { SettingRefusal } from '../../../src/domain/peering/refusal.ts';
import { aMicrosoftPeering } from '../../support/a-circuit.ts';
import { aMicrosoftIntent, aPrivateIntent, freeSubnets } from '../../support/a-peering-intent.ts';
import {
  aGround,
  ipv4,
  ipv6,
  published,
  refusalsOf,
  somePrefixes,
  withPeerings,
} from '../support/a-ground.ts';

const first = 'ipv4-primary';
const second = 'ipv4-secondary';
const listed = 'ipv4-prefixes';

describe('each rule of subnets and prefixes is broken by', () => {
  test.each<[string, SetPeeringIntent, SettingRefusal, Ground?]>([
    ['no subnets at all', aPrivateIntent({ ipv4: undefined }), { code: 'subnets-missing', at: first }],
    ['no primary', aPrivateIntent(ipv4({ primarySubnet: ' ' })), { code: 'subnet-missing', at: first }],
    ['no secondary', aPrivateIntent(ipv4({ secondarySubnet: '' })), { code: 'subnet-missing', at: second }],
    [
      'no secondary in IPv6',
      aPrivateIntent(ipv6('fd00::/126', '')),
      { code: 'subnet-missing', at: 'ipv6-secondary' },
    ],
    [
      'a bare address',
      aPrivateIntent(ipv4({ primarySubnet: '192.168.15.16' })),
      { code: 'network-malformed', at: first, value: '192.168.15.16', family: 'ipv4' },
    ],
    [
      'IPv6 in place of IPv4',
      aPrivateIntent(ipv4({ secondarySubnet: 'fd00::/126' })),
      { code: 'network-other-family', at: second, value: 'fd00::/126', family: 'ipv4' },
    ],
    [
      'host bits',
      aPrivateIntent(ipv4({ primarySubnet: '11.2.3.5/30' })),
      { code: 'network-host-bits', at: first, value: '11.2.3.5/30', suggestion: '11.2.3.4/30' },
    ],
    [
      'a /31',
      aPrivateIntent(ipv4({ primarySubnet: '192.168.15.16/31' })),
      { code: 'subnet-size', at: first, value: '192.168.15.16/31', length: 31, wanted: 30, whole: 29 },
    ],
    [
      'a /28 alone',
      aPrivateIntent({ ipv4: { primarySubnet: '192.168.15.16/28', secondarySubnet: '' } }),
      { code: 'subnet-size', at: first, value: '192.168.15.16/28', length: 28, wanted: 30, whole: 29 },
    ],
    [
      'a /29 that is not alone',
      aPrivateIntent(ipv4({ primarySubnet: '192.168.15.16/29', secondarySubnet: '192.168.15.24/30' })),
      { code: 'subnet-size', at: first, value: '192.168.15.16/29', length: 29, wanted: 30, whole: 29 },
    ],
    [
      'a /64',
      aPrivateIntent(ipv6('fd00::/126', 'fd00:0:0:1::/64')),
      {
        code: 'subnet-size',
        at: 'ipv6-secondary',
        value: 'fd00:0:0:1::/64',
        length: 64,
        wanted: 126,
        whole: 125,
      },
    ],
    [
      'multicast',
      aPrivateIntent(ipv4({ primarySubnet: '224.0.0.4/30' })),
      { code: 'network-unusable', at: first, value: '224.0.0.4/30', kind: 'multicast', range: '224.0.0.0/4' },
    ],
    [
      'private addresses on Microsoft peering',
      aMicrosoftIntent(published({ secondarySubnet: '10.0.0.4/30' })),
      { code: 'network-not-public', at: second, value: '10.0.0.4/30', kind: 'private', range: '10.0.0.0/8' },
    ],
    [
      'one subnet for both links',
      aPrivateIntent(ipv4({ secondarySubnet: freeSubnets.primarySubnet })),
      {
        code: 'subnets-overlap',
        at: second,
        value: freeSubnets.primarySubnet,
        other: freeSubnets.primarySubnet,
      },
    ],
    [
      'a subnet of another peering',
      aPrivateIntent(ipv4({ secondarySubnet: '198.51.100.4/30' })),
      {
        code: 'subnet-in-peering',
        at: second,
        value: '198.51.100.4/30',
        peering: 'MicrosoftPeering',
        other: '198.51.100.4/30',
      },
      withPeerings(aMicrosoftPeering()),
    ],
    [
      'a subnet that Azure keeps with host bits in another peering',
      aPrivateIntent(ipv4({ secondarySubnet: '198.51.100.4/30' })),
      {
        code: 'subnet-in-peering',
        at: second,
        value: '198.51.100.4/30',
        peering: 'MicrosoftPeering',
        other: '198.51.100.7/30',
      },
      withPeerings(aMicrosoftPeering('Configured', { ipv4: { primarySubnet: '198.51.100.7/30' } })),
    ],
    [
      'an IPv6 subnet of another peering',
      aPrivateIntent(ipv6('2001:db8::4/126', '2001:db8::8/126')),
      {
        code: 'subnet-in-peering',
        at: 'ipv6-primary',
        value: '2001:db8::4/126',
        peering: 'MicrosoftPeering',
        other: '2001:DB8::4/126',
      },
      withPeerings(aMicrosoftPeering('Configured', { ipv6: { secondarySubnet: '2001:DB8::4/126' } })),
    ],
    [
      'an address space of a linked network',
      aPrivateIntent(ipv4({ primarySubnet: '10.1.4.0/30' })),
      {
        code: 'subnet-in-network',
        at: first,
        value: '10.1.4.0/30',
        gateway: 'gw-hub',
        other: '10.1.0.0/16',
      },
      aGround({ networks: [{ gateway: 'gw-hub', spaces: ['10.0.0.0/16', '10.1.0.0/16'] }] }),
    ],
    [
      'no advertised prefix',
      aMicrosoftIntent(published({ advertisedPrefixes: [] })),
      { code: 'prefixes-missing', at: listed },
    ],
    [
      '201 prefixes',
      aMicrosoftIntent(published({ advertisedPrefixes: somePrefixes(201) })),
      { code: 'prefixes-too-many', at: listed, count: 201, limit: 200 },
    ],
    [
      'a prefix that is none',
      aMicrosoftIntent(published({ advertisedPrefixes: ['203.0.113.0'] })),
      { code: 'network-malformed', at: listed, value: '203.0.113.0', family: 'ipv4' },
    ],
    [
      'a prefix with host bits',
      aMicrosoftIntent(published({ advertisedPrefixes: ['203.0.113.0/24', '203.0.112.1/24'] })),
      { code: 'network-host-bits', at: listed, value: '203.0.112.1/24', suggestion: '203.0.112.0/24' },
    ],
    [
      'a prefix of the other family',
      aMicrosoftIntent(published({ advertisedPrefixes: ['2001:db8::/48'] })),
      { code: 'network-other-family', at: listed, value: '2001:db8::/48', family: 'ipv4' },
    ],
    [
      'a private prefix',
      aMicrosoftIntent(published({ advertisedPrefixes: ['172.16.0.0/16'] })),
      {
        code: 'network-not-public',
        at: listed,
        value: '172.16.0.0/16',
        kind: 'private',
        range: '172.16.0.0/12',
      },
    ],
    [
      'a multicast prefix',
      aMicrosoftIntent(published({ advertisedPrefixes: ['224.0.0.0/24'] })),
      {
        code: 'network-unusable',
        at: listed,
        value: '224.0.0.0/24',
        kind: 'multicast',
        range: '224.0.0.0/4',
      },
    ],
    [
      'the default route',
      aMicrosoftIntent(published({ advertisedPrefixes: ['0.0.0.0/0'] })),
      { code: 'prefix-default-route', at: listed, value: '0.0.0.0/0' },
    ],
    [
      'a prefix twice, in two spellings',
      aMicrosoftIntent({
        ipv4: undefined,
        ipv6: {
          primarySubnet: '2001:db8:1::/126',
          secondarySubnet: '2001:db8:1::4/126',
          advertisedPrefixes: ['2001:db8::/48', '2001:DB8:0::/48'],
        },
      }),
      { code: 'prefix-twice', at: 'ipv6-prefixes', value: '2001:DB8:0::/48' },
    ],
  ])('%s', (_name, intent, refusal, held) => {
    expect(refusalsOf(intent, held)).toEqual([refusal]);
  });
});
