import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FamilySettings, PeeringSettings } from '../../../src/domain/operation/intent.ts';
import type { WriteStep } from '../../../src/domain/operation/step.ts';
import { example } from '../support/example.ts';
import { differences } from '../support/json-paths.ts';
import { recorded } from '../support/recorded-resource.ts';
import { addressOf, serving, startStandIn } from '../support/stand-in.ts';
import { withStrangers } from '../support/strangers.ts';
import { idOf, type Json, wirePeering } from '../support/wire.ts';

type Kind = 'AzurePrivatePeering' | 'MicrosoftPeering';

const pathOf = (kind: Kind) => `${idOf('lon-01')}/peerings/${kind}`;
const pool = ['203.0.113.0/24', '198.51.100.0/24', '192.0.2.0/25', '2001:DB8:1::/48', '2001:db8:2::/48'];

const config = {
  advertisedPublicPrefixes: ['203.0.113.0/24', '192.0.2.0/25', '2001:db8:1::/48'],
  advertisedCommunities: ['12076:5010'],
  advertisedPublicPrefixesState: 'ValidationNeeded',
  customerASN: 64_500,
  legacyMode: 1,
  routingRegistryName: 'RIPENCC',
  advertisedPublicPrefixInfo: [
    { prefix: '203.0.113.0/24', validationId: 'id-1', signature: 'c2lnLTE=', validationState: 'Configured' },
    { prefix: '192.0.2.0/25', validationId: 'id-2', signature: '', validationState: 'ValidationNeeded' },
    { prefix: '2001:db8:1::/48', signature: 'c2lnLTM=' },
    { prefix: '100.64.0.0/10', signature: 'of a prefix that is not advertised' },
  ],
};

const ipv6PeeringConfig = {
  primaryPeerAddressPrefix: '2001:db8:f::/126',
  secondaryPeerAddressPrefix: '2001:db8:f::4/126',
  microsoftPeeringConfig: config,
  routeFilter: { id: '/subscriptions/s/routeFilters/v6' },
  state: 'Enabled',
};

const routeFilter = { id: '/subscriptions/s/routeFilters/v4' };
const connections = [{ name: 'global-reach', properties: { addressPrefix: '10.0.0.0/29' } }];

/** IPv6 alone, as far as Azure says anything of IPv4. */
const noIpv4 = {
  primaryPeerAddressPrefix: '',
  secondaryPeerAddressPrefix: null,
  microsoftPeeringConfig: null,
};

const documents: Readonly<Record<Kind, readonly Json[]>> = {
  AzurePrivatePeering: [
    ...recorded(/peerings\/AzurePrivatePeering$/u),
    { ...wirePeering('AzurePrivatePeering', { connections, microsoftPeeringConfig: null }), etag: 'W/"1"' },
    { ...wirePeering('AzurePrivatePeering', { ipv6PeeringConfig, sharedKey: 'told0nce' }), etag: 'W/"2"' },
    { ...wirePeering('AzurePrivatePeering', { ...noIpv4, ipv6PeeringConfig }), etag: 'W/"5"' },
  ],
  MicrosoftPeering: [
    ...recorded(/peerings\/MicrosoftPeering$/u),
    example('ExpressRouteCircuitPeeringGet').answer,
    {
      ...wirePeering('MicrosoftPeering', { microsoftPeeringConfig: config, routeFilter, ipv6PeeringConfig }),
      etag: 'W/"3"',
    },
    { ...wirePeering('MicrosoftPeering', { ipv6PeeringConfig: null }), etag: 'W/"4"' },
    {
      ...wirePeering('MicrosoftPeering', { ...noIpv4, ipv6PeeringConfig, routeFilter: null }),
      etag: 'W/"6"',
    },
  ],
};

function familyOf(kind: Kind): fc.Arbitrary<FamilySettings> {
  const subnets = {
    primarySubnet: fc.constantFrom('192.168.15.16/30', '104.0.0.0/30', '2001:db8:f::/126'),
    secondarySubnet: fc.constantFrom('192.168.15.20/30', '105.0.0.0/30', '2001:db8:f::4/126'),
  };
  const prefixes = fc.uniqueArray(fc.constantFrom(...pool), { minLength: 1 });
  return kind === 'AzurePrivatePeering'
    ? fc.record(subnets)
    : fc.record(
        {
          ...subnets,
          advertisedPrefixes: prefixes,
          customerAsn: fc.constantFrom(64_500, 10_000),
          routingRegistry: fc.constantFrom('ARIN', 'RIPENCC', 'LEVEL3'),
        },
        { requiredKeys: ['primarySubnet', 'secondarySubnet', 'advertisedPrefixes'] },
      );
}

function settingsOf(kind: Kind): fc.Arbitrary<PeeringSettings> {
  return fc.record(
    {
      vlanId: fc.constantFrom(100, 101, 103, 300),
      peerAsn: fc.constantFrom(65_010, 10_001, 4_200_000_000),
      sharedKey: fc.constantFrom('abc123'),
      ipv4: familyOf(kind),
      ipv6: familyOf(kind),
    },
    { requiredKeys: ['vlanId', 'peerAsn'] },
  );
}

/** Every path that may be different; a family that is not asked for may only go as a whole, when there is one. */
function mayDiffer(kind: Kind, before: unknown, settings: PeeringSettings): readonly RegExp[] {
  const { sharedKey, ipv4, ipv6 } = settings;
  const subnets = '(primary|secondary)PeerAddressPrefix';
  const lists =
    'microsoftPeeringConfig(/(advertisedPublicPrefixes|advertisedPublicPrefixInfo|customerASN|routingRegistryName)(/.*)?)?';
  const family = kind === 'MicrosoftPeering' ? `(${subnets}|${lists})` : subnets;
  return [
    /^\/properties\/(vlanId|peerASN)$/u,
    ...(sharedKey ? [/^\/properties\/sharedKey$/u] : []),
    ...(ipv4 ? [new RegExp(`^/properties/${family}$`, 'u')] : []),
    ...(!ipv4 && isConfigured(before)
      ? [new RegExp(`^/properties/(${subnets}|microsoftPeeringConfig|routeFilter)$`, 'u')]
      : []),
    ...(ipv6 ? [new RegExp(`^/properties/ipv6PeeringConfig(/${family})?$`, 'u')] : []),
    ...(!ipv6 && isConfigured(ownAt(before, 'ipv6PeeringConfig'))
      ? [/^\/properties\/ipv6PeeringConfig$/u]
      : []),
  ];
}

function isConfigured(family: unknown): boolean {
  return Boolean(ownAt(family, 'primaryPeerAddressPrefix') || ownAt(family, 'secondaryPeerAddressPrefix'));
}

/** What a family must look like afterwards, seen from the document before. */
function expectFamily(kind: Kind, before: unknown, after: unknown, wanted: FamilySettings | undefined): void {
  if (!wanted) {
    if (isConfigured(before)) expect(leftOf(after)).toEqual([]);
    return;
  }
  expect(ownAt(after, 'primaryPeerAddressPrefix')).toBe(wanted.primarySubnet);
  expect(ownAt(after, 'secondaryPeerAddressPrefix')).toBe(wanted.secondarySubnet);
  if (kind === 'MicrosoftPeering') {
    expectLists(ownAt(before, 'microsoftPeeringConfig'), ownAt(after, 'microsoftPeeringConfig'), wanted);
  }
}

/** What must be gone with a family. */
function leftOf(family: unknown): readonly string[] {
  const fields = [
    'primaryPeerAddressPrefix',
    'secondaryPeerAddressPrefix',
    'microsoftPeeringConfig',
    'routeFilter',
  ];
  return fields.filter((field) => ownAt(family, field) !== undefined);
}

function expectLists(before: unknown, after: unknown, wanted: FamilySettings): void {
  const lower = (list: unknown) => listOf(list).map((prefix) => String(prefix).toLowerCase());
  const advertised = lower(wanted.advertisedPrefixes);
  const old = lower(ownAt(before, 'advertisedPublicPrefixes'));
  expect(lower(ownAt(after, 'advertisedPublicPrefixes')).toSorted()).toEqual(advertised.toSorted());
  expect(ownAt(after, 'customerASN') || undefined).toBe(wanted.customerAsn);
  expect(ownAt(after, 'routingRegistryName') || undefined).toBe(wanted.routingRegistry);
  const stays = (entry: unknown) => {
    const prefix = String(ownAt(entry, 'prefix')).toLowerCase();
    return advertised.includes(prefix) || !old.includes(prefix);
  };
  expect(listOf(ownAt(after, 'advertisedPublicPrefixInfo'))).toEqual(
    listOf(ownAt(before, 'advertisedPublicPrefixInfo')).filter(stays),
  );
}

function ownAt(value: unknown, key: string): unknown {
  return Object(value) === value ? Object(value)[key] : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

describe.each(['AzurePrivatePeering', 'MicrosoftPeering'] as const)('%s', (kind) => {
  test('only what was asked is different in the PUT, whatever the peering holds', async () => {
    const standIn = await startStandIn(serving({}));
    await fc.assert(
      fc.asyncProperty(withStrangers(documents[kind]), settingsOf(kind), async (document, settings) => {
        standIn.replay(serving({ [pathOf(kind)]: document }));
        const step: WriteStep = { kind: 'put-peering', peering: kind, settings };
        const sent = await standIn.writer.send(addressOf(), step);
        const [read, put, ...more] = standIn.questions;
        expect([read?.method, more]).toEqual(['GET', []]);
        if (!put) expect(sent).toEqual({ kind: 'done' });
        const after: unknown = put ? JSON.parse(put.body) : document;
        expect(put?.headers['if-match']).toBe(put ? document.etag : undefined);

        const was = ownAt(document, 'properties');
        const is = ownAt(after, 'properties');
        const allowed = mayDiffer(kind, was, settings);
        const strayed = differences(document, after).filter(
          (path) => !allowed.some((form) => form.test(path)),
        );
        expect(strayed).toEqual([]);
        expect([ownAt(is, 'vlanId'), ownAt(is, 'peerASN')]).toEqual([settings.vlanId, settings.peerAsn]);
        if (settings.sharedKey) expect(ownAt(is, 'sharedKey')).toBe(settings.sharedKey);
        expectFamily(kind, was, is, settings.ipv4);
        const [was6, is6] = [ownAt(was, 'ipv6PeeringConfig'), ownAt(is, 'ipv6PeeringConfig')];
        expectFamily(kind, was6, is6, settings.ipv6);
      }),
      { numRuns: 300 },
    );
  });
});
