import { describe, expect, test } from 'vitest';
import type { Circuit } from '../../../../src/domain/circuit/circuit.ts';
import type { RemovePeeringIntent, SetPeeringIntent } from '../../../../src/domain/operation/intent.ts';
import type { Plan, PlanInputs } from '../../../../src/domain/operation/plan.ts';
import { planPeering } from '../../../../src/domain/operation/plans/peering.ts';
import {
  aCircuit,
  aDirectService,
  aMicrosoftPeering,
  aPeering,
  aService,
} from '../../../support/a-circuit.ts';
import {
  aMicrosoftIntent,
  aPrivateIntent,
  aRemoval,
  freeSubnets,
  publicFamily,
} from '../../../support/a-peering-intent.ts';
import { typedKey } from '../../../support/an-intent.ts';
import { anOrder } from '../../../support/an-order.ts';
import { present } from '../../../support/eventually.ts';
import { aCircuitSight, aConnection, aGateway, somePlanInputs } from '../../../support/plan-inputs.ts';

type Asked = SetPeeringIntent | RemovePeeringIntent;

const on = { id: aCircuit().id, name: 'lon-01' };
const inputsFor = (circuit: Partial<Circuit>, more: Partial<PlanInputs> = {}) =>
  somePlanInputs({ sight: aCircuitSight(circuit), ...more });
const bare = inputsFor({ peerings: [] });

function planOf(intent: Asked, inputs: PlanInputs): Plan {
  const planned = planPeering(intent, inputs);
  if (!planned.ok) throw new Error(`refused: ${planned.refusal.code}`);
  return planned.value;
}

/** In words: `VLAN ID: 100 → 200`. */
const changesOf = (intent: Asked, inputs: PlanInputs) =>
  planOf(intent, inputs).changes.map(({ field, before, after }) => `${field}: ${before} → ${after}`);
const seenOf = (intent: Asked, inputs: PlanInputs) =>
  Object.fromEntries(planOf(intent, inputs).seen.map(({ name, value }) => [name, value]));

describe('refused is', () => {
  const notProvisioned = { code: 'not-provisioned', name: 'lon-01', operation: 'peering' } as const;
  const linked = {
    connections: [aConnection({ gatewayId: aGateway().id.toUpperCase() })],
    gateways: [aGateway({ addressSpaces: ['192.168.15.0/24'] }), aGateway({ name: 'gw-other' })],
  };

  test.each<[string, Asked, PlanInputs, object]>([
    [
      'a circuit that is gone',
      aPrivateIntent(),
      somePlanInputs({ sight: undefined }),
      { code: 'target-gone', name: 'lon-01' },
    ],
    [
      'a circuit that Azure works on',
      aPrivateIntent(),
      inputsFor({ provisioningState: 'Updating', status: 'Disabled' }),
      { code: 'target-unsettled', name: 'lon-01', provisioningState: 'Updating' },
    ],
    [
      'a peering that Azure works on',
      aPrivateIntent(),
      inputsFor({ peerings: [aPeering({ provisioningState: 'Deleting' })] }),
      { code: 'target-unsettled', name: 'lon-01', provisioningState: 'Deleting' },
    ],
    [
      'a circuit that the provider has not provisioned',
      aPrivateIntent(),
      inputsFor({ service: aService({ providerState: 'Provisioning' }) }),
      { ...notProvisioned, providerState: 'Provisioning', status: 'Enabled' },
    ],
    [
      'a circuit that Microsoft has disabled',
      aPrivateIntent(),
      inputsFor({ status: 'Disabled' }),
      { ...notProvisioned, providerState: 'Provisioned', status: 'Disabled' },
    ],
    [
      'a removal from one that is not provisioned',
      aRemoval('AzurePrivatePeering'),
      inputsFor({ service: aService({ providerState: 'NotProvisioned' }) }),
      { ...notProvisioned, providerState: 'NotProvisioned', status: 'Enabled' },
    ],
    [
      'a setting that breaks a rule',
      aPrivateIntent({ vlanId: 4_095 }),
      bare,
      { code: 'vlan-malformed', at: 'vlan', value: '4095', min: 1, max: 4_094 },
    ],
    [
      'a subnet of a linked network, whatever the casing of its id',
      aPrivateIntent(),
      inputsFor({ peerings: [] }, linked),
      {
        code: 'subnet-in-network',
        at: 'ipv4-primary',
        value: '192.168.15.16/30',
        gateway: 'gw-hub',
        other: '192.168.15.0/24',
      },
    ],
    [
      'what is so already',
      aPrivateIntent(),
      inputsFor({ peerings: [aPeering()] }),
      { code: 'nothing-to-change', name: 'lon-01' },
    ],
    [
      'what is so already on Microsoft peering',
      aMicrosoftIntent(),
      inputsFor({ peerings: [aMicrosoftPeering()] }),
      { code: 'nothing-to-change', name: 'lon-01' },
    ],
    [
      'the removal of what is not there',
      aRemoval('MicrosoftPeering'),
      inputsFor({ peerings: [aPeering()] }),
      { code: 'peering-absent', on, peering: 'MicrosoftPeering' },
    ],
    [
      'the removal of a name that nobody knows',
      aRemoval('OddPeering'),
      bare,
      { code: 'peering-absent', on, peering: { unrecognised: 'OddPeering' } },
    ],
    [
      'the removal of a provider’s routing',
      aRemoval('AzurePrivatePeering'),
      inputsFor({ peerings: [aPeering({ lastModifiedBy: 'Orange' })] }),
      { code: 'routing-by-provider', at: 'override', on, provider: 'Equinix' },
    ],
    [
      'the removal of what carries Global Reach',
      aRemoval('azureprivatepeering'),
      somePlanInputs({
        sight: aCircuitSight(
          {},
          { globalReach: [{ name: 'to-fra', peering: 'AzurePrivatePeering', status: 'Connected' }] },
        ),
      }),
      { code: 'peering-in-global-reach', on, peering: 'AzurePrivatePeering', connections: ['to-fra'] },
    ],
  ])('%s', (_name, intent, inputs, refusal) => {
    expect(planPeering(intent, inputs)).toEqual({ ok: false, refusal });
  });

  test('public peering, which was retired on 2024-03-31', () => {
    // As it would come from a file or a form of another version: the type alone does not keep it out.
    const forged: Asked = JSON.parse(JSON.stringify({ ...aPrivateIntent(), peering: 'AzurePublicPeering' }));
    expect(planPeering(forged, bare)).toEqual({ ok: false, refusal: { code: 'peering-retired', on } });
  });
});

describe('allowed is', () => {
  test.each<[string, Asked, PlanInputs]>([
    ['a new peering', aPrivateIntent(), bare],
    [
      'ExpressRoute Direct, which has no provider state',
      aPrivateIntent(),
      inputsFor({ service: aDirectService(), peerings: [] }),
    ],
    ['Microsoft peering on Standard', aMicrosoftIntent(), bare],
    ['to set again what failed', aPrivateIntent(), inputsFor({ provisioningState: 'Failed', peerings: [] })],
    [
      'to remove a peering that is stuck in a failed circuit',
      aRemoval('AzurePrivatePeering'),
      inputsFor({ provisioningState: 'Failed', peerings: [aPeering({ provisioningState: 'Deleting' })] }),
    ],
    [
      'the removal of a retired public peering',
      aRemoval('AzurePublicPeering'),
      inputsFor({ peerings: [aPeering({ name: 'AzurePublicPeering', type: 'AzurePublicPeering' })] }),
    ],
    [
      'a subnet of a network that is not linked to this circuit',
      aPrivateIntent(),
      inputsFor({ peerings: [] }, { gateways: [aGateway({ addressSpaces: ['192.168.0.0/16'] })] }),
    ],
    [
      'a linked network that cannot be read',
      aPrivateIntent(),
      inputsFor(
        { peerings: [] },
        {
          connections: [aConnection({ gatewayId: aGateway().id })],
          gateways: [aGateway({ addressSpaces: undefined })],
        },
      ),
    ],
    [
      'Global Reach over another peering',
      aRemoval('MicrosoftPeering'),
      somePlanInputs({
        sight: aCircuitSight(
          { peerings: [aPeering(), aMicrosoftPeering()] },
          { globalReach: [{ name: 'to-fra', peering: 'AzurePrivatePeering', status: 'Connected' }] },
        ),
      }),
    ],
  ])('%s', (_name, intent, inputs) => {
    expect(planPeering(intent, inputs)).toMatchObject({ ok: true });
  });
});

describe('what would change is told', () => {
  test('of a new private peering: all of it', () => {
    expect(changesOf(aPrivateIntent(), bare)).toEqual([
      'Azure private peering:  → configured',
      'Azure private peering VLAN ID:  → 100',
      'Azure private peering Peer ASN:  → 65010',
      'Azure private peering IPv4 primary subnet:  → 192.168.15.16/30',
      'Azure private peering IPv4 secondary subnet:  → 192.168.15.20/30',
    ]);
  });

  test('of one that is there: what is different, and nothing of what stays', () => {
    const filtered = { ...aMicrosoftPeering().ipv4, routeFilter: 'rf-m365' };
    const ipv4 = { ...publicFamily, advertisedPrefixes: ['203.0.112.0/24'], customerAsn: undefined };
    const inputs = inputsFor({ peerings: [aMicrosoftPeering('Configured', { ipv4: filtered })] });
    expect(changesOf(aMicrosoftIntent({ vlanId: 301, ipv4 }), inputs)).toEqual([
      'Microsoft peering VLAN ID: 300 → 301',
      'Microsoft peering IPv4 customer ASN: 64510 → ',
      'Microsoft peering IPv4 advertised public prefix 203.0.113.0/24: advertised → ',
      'Microsoft peering IPv4 advertised public prefix 203.0.112.0/24:  → advertised',
    ]);
  });

  test('of a family that comes or goes', () => {
    const ipv6 = { primarySubnet: 'fd00::/126', secondarySubnet: 'fd00::4/126' };
    expect(changesOf(aPrivateIntent({ ipv6 }), somePlanInputs())).toEqual([
      'Azure private peering IPv6 primary subnet:  → fd00::/126',
      'Azure private peering IPv6 secondary subnet:  → fd00::4/126',
    ]);
    expect(changesOf(aPrivateIntent(), inputsFor({ peerings: [aPeering({ ipv6 })] }))).toEqual([
      'Azure private peering IPv6 primary subnet: fd00::/126 → ',
      'Azure private peering IPv6 secondary subnet: fd00::4/126 → ',
    ]);
  });

  test('and another spelling is no change', () => {
    const ipv6 = { primarySubnet: 'FD00::/126', secondarySubnet: 'FD00:0::4/126' };
    const inputs = inputsFor({ peerings: [aPeering({ ipv6 })] });
    expect(planPeering(aPrivateIntent({ ipv6 }), inputs)).toMatchObject({
      refusal: { code: 'nothing-to-change' },
    });
  });

  test('of a removal: all that goes', () => {
    const peering = aMicrosoftPeering();
    expect(changesOf(aRemoval('MicrosoftPeering'), inputsFor({ peerings: [peering] }))).toEqual([
      'Microsoft peering: configured → ',
      'Microsoft peering VLAN ID: 300 → ',
      'Microsoft peering Peer ASN: 64510 → ',
      'Microsoft peering IPv4 primary subnet: 198.51.100.0/30 → ',
      'Microsoft peering IPv4 secondary subnet: 198.51.100.4/30 → ',
      'Microsoft peering IPv4 customer ASN: 64510 → ',
      'Microsoft peering IPv4 routing registry: RIPENCC → ',
      'Microsoft peering IPv4 advertised public prefix 203.0.113.0/24: advertised → ',
    ]);
  });

  test('of the key: that it is set or changed, never what it is', () => {
    const withKey = aPrivateIntent({ sharedKey: typedKey });
    expect(changesOf(withKey, bare)).toContain('Azure private peering MD5 key:  → set');
    expect(changesOf(withKey, somePlanInputs())).toEqual([
      'Azure private peering MD5 key: not shown → changed',
    ]);
    const { steps, ...shown } = planOf(withKey, somePlanInputs());
    expect(JSON.stringify(shown)).not.toContain(typedKey);
    expect(steps).toMatchObject([{ settings: { sharedKey: typedKey } }]);
  });
});

test('what it rests on is told: states, routers, the other peerings, links, whose the routing is', () => {
  const inputs = inputsFor(
    { peerings: [aMicrosoftPeering()] },
    { connections: [aConnection(), aConnection({ name: 'conn-2' })] },
  );
  expect(seenOf(aPrivateIntent(), inputs)).toEqual({
    'IPv4 primary link': 'your router 192.168.15.17, Microsoft 192.168.15.18',
    'IPv4 secondary link': 'your router 192.168.15.21, Microsoft 192.168.15.22',
    'Provider state': 'Provisioned',
    Status: 'Enabled',
    Routing: 'yours',
    'Other peerings': 'Microsoft peering (VLAN 300)',
    'Linked networks': '2',
  });
  expect(seenOf(aRemoval('MicrosoftPeering'), inputs)).toMatchObject({ 'Other peerings': 'none' });
});

test('whose routing it is not known is said so', () => {
  expect(seenOf(aPrivateIntent(), bare)).toMatchObject({ Routing: 'layer 2 or 3, Azure does not tell' });
});

describe('what people must know', () => {
  const microsoft = (more: Parameters<typeof aMicrosoftPeering>[1] = {}) =>
    inputsFor({ peerings: [aMicrosoftPeering('Configured', more)] });
  const filtered = microsoft({ ipv4: { ...aMicrosoftPeering().ipv4, routeFilter: 'rf-m365' } });
  const onlyPrefixes = (...advertisedPrefixes: string[]) =>
    aMicrosoftIntent({ ipv4: { ...publicFamily, advertisedPrefixes } });

  test.each<[string, Asked, PlanInputs, readonly string[]]>([
    ['of a new private peering', aPrivateIntent(), bare, []],
    ['of a changed one', aPrivateIntent({ vlanId: 200 }), somePlanInputs(), ['traffic-may-stop']],
    [
      'of a new Microsoft peering',
      aMicrosoftIntent(),
      bare,
      [
        'internet-edge',
        'nothing-advertised-without-route-filter',
        'prefixes-change-access-lists',
        'prefixes-need-validation',
      ],
    ],
    [
      'of one with a private ASN',
      aMicrosoftIntent({ peerAsn: 4_200_000_000 }),
      filtered,
      ['traffic-may-stop', 'internet-edge', 'private-asn-needs-manual-validation'],
    ],
    [
      'of one with a private customer ASN',
      aMicrosoftIntent({ ipv4: { ...publicFamily, customerAsn: 64_512 } }),
      filtered,
      ['traffic-may-stop', 'internet-edge', 'private-asn-needs-manual-validation'],
    ],
    [
      'of one without a route filter',
      aMicrosoftIntent({ vlanId: 301 }),
      microsoft(),
      ['traffic-may-stop', 'internet-edge', 'nothing-advertised-without-route-filter'],
    ],
    [
      'of one with a route filter',
      aMicrosoftIntent({ vlanId: 301 }),
      filtered,
      ['traffic-may-stop', 'internet-edge'],
    ],
    [
      'of prefixes that are added',
      onlyPrefixes('203.0.113.0/24', '203.0.112.0/24'),
      filtered,
      ['traffic-may-stop', 'internet-edge', 'prefixes-change-access-lists', 'prefixes-need-validation'],
    ],
    [
      'of prefixes that are taken out',
      onlyPrefixes('203.0.113.0/24'),
      microsoft({ ipv4: withPrefixes('203.0.112.0/24', '203.0.113.0/24') }),
      ['traffic-may-stop', 'internet-edge', 'prefixes-change-access-lists'],
    ],
    ['of a removal', aRemoval('AzurePrivatePeering'), somePlanInputs(), ['peering-removal-cuts-traffic']],
  ])('%s', (_name, intent, inputs, cautions) => {
    expect(planOf(intent, inputs).cautions).toEqual(cautions);
  });
});

function withPrefixes(...advertised: string[]) {
  const publicPrefixes = present(aMicrosoftPeering().ipv4?.publicPrefixes, 'prefixes');
  const routeFilter = 'rf-m365';
  return { ...aMicrosoftPeering().ipv4, routeFilter, publicPrefixes: { ...publicPrefixes, advertised } };
}

describe('a provider’s routing, overridden', () => {
  const inputs = somePlanInputs({ order: anOrder({ layer: 3 }) });
  test.each<[string, Asked]>([
    ['changed', aPrivateIntent({ vlanId: 200 }, { overrideLayer3: true })],
    ['removed', aRemoval('AzurePrivatePeering', { overrideLayer3: true })],
  ])('and %s is a matter of a policy of its own, with a caution', (_name, intent) => {
    const { policy, cautions, seen } = planOf(intent, inputs);
    expect(policy).toBe('peering-layer-3');
    expect(cautions[0]).toBe('layer-3-override');
    expect(seen).toContainEqual({ name: 'Routing', value: 'the provider’s (layer 3)' });
  });

  test('the override alone makes nothing a provider’s', () => {
    const { policy, cautions } = planOf(
      aPrivateIntent({ vlanId: 200 }, { overrideLayer3: true }),
      somePlanInputs(),
    );
    expect(policy).toBe('peering');
    expect(cautions).not.toContain('layer-3-override');
  });
});

describe('what is done', () => {
  test('to set: one PUT of the peering with canonical settings', () => {
    const alone = { primarySubnet: '192.168.15.16/29', secondarySubnet: '' };
    expect(planOf(aPrivateIntent({ ipv4: alone }), bare).steps).toEqual([
      {
        kind: 'put-peering',
        peering: 'AzurePrivatePeering',
        settings: { vlanId: 100, peerAsn: 65_010, ipv4: freeSubnets },
      },
    ]);
  });

  test('to remove: one DELETE, by the name that it has in Azure', () => {
    const odd = inputsFor({ peerings: [aPeering({ name: 'azurePrivatePeering' })] });
    expect(planOf(aRemoval('azureprivatepeering'), odd).steps).toEqual([
      { kind: 'delete-peering', peering: 'azurePrivatePeering' },
    ]);
  });
});
