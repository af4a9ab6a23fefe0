import { describe, expect, test } from 'vitest';
import { diffPeerings } from '../../../src/domain/peering/diff.ts';
import type { Peering, PublicPrefixes } from '../../../src/domain/peering/peering.ts';
import { aMicrosoftPeering, aPeering } from '../../support/a-circuit.ts';

const peering = 'MicrosoftPeering';
const part = { peering, family: 'ipv4' };

function withList(list: Partial<PublicPrefixes>): Peering {
  const whole = aMicrosoftPeering('Configured');
  const publicPrefixes = { advertised: [], state: 'Configured', each: [], ...list } as const;
  return { ...whole, ipv4: { ...whole.ipv4, publicPrefixes } };
}

describe('routing domains come and go', () => {
  test('added', () => {
    expect(diffPeerings([], [aPeering()])).toEqual([
      { kind: 'peering-added', peering: 'AzurePrivatePeering', state: 'Enabled' },
    ]);
  });
  test('added with prefixes that need validation already: both are told', () => {
    expect(diffPeerings([], [aMicrosoftPeering('ValidationNeeded')])).toEqual([
      { kind: 'peering-added', peering, state: 'Enabled' },
      { kind: 'prefixes-state', ...part, before: 'NotConfigured', after: 'ValidationNeeded' },
    ]);
  });
  test('removed', () => {
    expect(diffPeerings([aPeering()], [])).toEqual([
      { kind: 'peering-removed', peering: 'AzurePrivatePeering' },
    ]);
  });
  test('a name in another casing is the same', () => {
    expect(diffPeerings([aPeering()], [aPeering({ name: 'azureprivatepeering' })])).toEqual([]);
  });
});

describe('state of BGP provisioning', () => {
  test.each([
    ['Enabled', 'Disabled'],
    ['Disabled', 'Enabled'],
    ['Enabled', { unrecognised: 'Suspended' }],
  ] as const)('%o → %o', (before, after) => {
    expect(diffPeerings([aPeering({ state: before })], [aPeering({ state: after })])).toEqual([
      { kind: 'peering-state', peering: 'AzurePrivatePeering', before, after },
    ]);
  });
});

describe('settings', () => {
  const by = (lastModifiedBy: string | undefined, vlanId: number) => aPeering({ lastModifiedBy, vlanId });

  test('changed by oneself', () => {
    expect(diffPeerings([by('Customer', 100)], [by('Customer', 200)])).toEqual([
      {
        kind: 'peering-changed',
        peering: 'AzurePrivatePeering',
        by: 'Customer',
        fields: [{ field: 'VLAN ID', before: '100', after: '200' }],
      },
    ]);
  });

  test('changed by somebody else, who is named', () => {
    expect(diffPeerings([by('Customer', 100)], [by('Equinix', 100)])).toEqual([
      {
        kind: 'peering-changed',
        peering: 'AzurePrivatePeering',
        by: 'Equinix',
        fields: [{ field: 'Last modified by', before: 'Customer', after: 'Equinix' }],
      },
    ]);
  });

  test('who it was becoming known is no change', () => {
    expect(diffPeerings([by(undefined, 100)], [by('Customer', 100)])).toEqual([]);
    expect(diffPeerings([by('Customer', 100)], [by(undefined, 100)])).toEqual([]);
  });

  test('every setting that people agree on is compared', () => {
    const other = aMicrosoftPeering('Configured', {
      vlanId: 301,
      peerAsn: 64_511,
      ipv4: {
        primarySubnet: '198.51.100.8/30',
        secondarySubnet: '198.51.100.12/30',
        routeFilter: 'filter-1',
        publicPrefixes: {
          advertised: ['203.0.113.0/25'],
          state: 'Configured',
          customerAsn: 64_511,
          routingRegistry: 'ARIN',
          each: [],
        },
      },
      ipv6: { primarySubnet: '2001:db8::/126' },
    });
    const [difference] = diffPeerings([aMicrosoftPeering()], [other]);
    expect(difference).toMatchObject({ kind: 'peering-changed' });
    expect(difference?.kind === 'peering-changed' && difference.fields.map(({ field }) => field)).toEqual([
      'VLAN ID',
      'Peer ASN',
      'IPv4 primary subnet',
      'IPv4 secondary subnet',
      'IPv4 route filter',
      'IPv4 advertised public prefixes',
      'IPv4 customer ASN',
      'IPv4 routing registry',
      'IPv6 primary subnet',
    ]);
  });

  test('azureASN is Microsoft’s own and no setting', () => {
    expect(diffPeerings([aPeering()], [aPeering({ azureAsn: undefined })])).toEqual([]);
  });
});

describe('advertised public prefixes', () => {
  test('the state of the list', () => {
    const before = withList({ state: 'Configuring' });
    expect(diffPeerings([before], [withList({ state: 'ValidationNeeded' })])).toEqual([
      { kind: 'prefixes-state', ...part, before: 'Configuring', after: 'ValidationNeeded' },
    ]);
  });

  test('the state of each prefix', () => {
    const each = (first: 'Configured' | 'ValidationFailed') => [
      { prefix: '203.0.113.0/25', state: first },
      { prefix: '203.0.113.128/25', state: 'Configured' as const },
    ];
    expect(
      diffPeerings([withList({ each: each('Configured') })], [withList({ each: each('ValidationFailed') })]),
    ).toEqual([
      {
        kind: 'prefix-state',
        ...part,
        prefix: '203.0.113.0/25',
        before: 'Configured',
        after: 'ValidationFailed',
      },
    ]);
  });

  test('IPv6 has its own list', () => {
    const ipv6 = (state: 'Configured' | 'ValidationNeeded') =>
      aPeering({ type: peering, ipv6: { publicPrefixes: { advertised: [], state, each: [] } } });
    expect(diffPeerings([ipv6('Configured')], [ipv6('ValidationNeeded')])).toEqual([
      { kind: 'prefixes-state', peering, family: 'ipv6', before: 'Configured', after: 'ValidationNeeded' },
    ]);
  });

  const prefix = '203.0.113.0/24';
  test.each([
    ['nothing said', undefined, undefined],
    ['the state no longer said', 'Configured', undefined],
    ['NotConfigured after nothing said', undefined, 'NotConfigured'],
  ] as const)('%s is no change of a prefix', (_, before, after) => {
    const list = (state: 'Configured' | 'NotConfigured' | undefined) =>
      withList({ each: [{ prefix, state }] });
    expect(diffPeerings([list(before)], [list(after)])).toEqual([]);
  });

  test('a state after nothing said is a change', () => {
    expect(
      diffPeerings(
        [withList({ each: [{ prefix }] })],
        [withList({ each: [{ prefix, state: 'ValidationNeeded' }] })],
      ),
    ).toEqual([{ kind: 'prefix-state', ...part, prefix, before: undefined, after: 'ValidationNeeded' }]);
  });

  test('another order of the same prefixes is no change', () => {
    const [a, b] = ['203.0.113.0/25', '203.0.113.128/25'];
    const before = withList({ advertised: [a, b], each: [{ prefix: a }, { prefix: b }] });
    const after = withList({ advertised: [b, a], each: [{ prefix: b }, { prefix: a }] });
    expect(diffPeerings([before], [after])).toEqual([]);
  });

  test('an empty list and no list are the same', () => {
    const none = { ...aMicrosoftPeering(), ipv4: { ...withList({}).ipv4, publicPrefixes: undefined } };
    const empty = withList({ state: 'NotConfigured' });
    expect(diffPeerings([none], [empty])).toEqual([]);
    expect(diffPeerings([empty], [none])).toEqual([]);
  });
});
