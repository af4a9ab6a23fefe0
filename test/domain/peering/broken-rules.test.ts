import { describe, expect, test } from 'vitest';
import type { SetPeeringIntent } from '../../../src/domain/operation/intent.ts';
import type { Ground } from '../../../src/domain/peering/ground.ts';
import type { SettingRefusal } from '../../../src/domain/peering/refusal.ts';
import { routingRegistries } from '../../../src/domain/peering/registry.ts';
import { aCircuit, aMicrosoftPeering, aPeering } from '../../support/a-circuit.ts';
import { aMicrosoftIntent, aPrivateIntent } from '../../support/a-peering-intent.ts';
import { anOrder } from '../../support/an-order.ts';
import { aGround, published, refusalsOf, withPeerings } from '../support/a-ground.ts';

const reservedAsns = [
  [12_076, 12_076, 12_076, 'microsoft'],
  [23_456, 23_456, 23_456, 'transition'],
  [65_515, 65_515, 65_520, 'azure'],
  [65_520, 65_515, 65_520, 'azure'],
  [65_535, 65_535, 65_535, 'last'],
  [4_294_967_295, 4_294_967_295, 4_294_967_295, 'last'],
] as const;

const on = { id: aCircuit().id, name: 'lon-01' };
const vlan = { at: 'vlan', min: 1, max: 4_094 } as const;
const asn = { at: 'peer-asn', min: 1, max: 4_294_967_295 } as const;

describe('each rule is broken by', () => {
  test.each<[string, SetPeeringIntent, SettingRefusal, Ground?]>([
    ['VLAN 0', aPrivateIntent({ vlanId: 0 }), { code: 'vlan-malformed', value: '0', ...vlan }],
    ['VLAN 4095', aPrivateIntent({ vlanId: 4_095 }), { code: 'vlan-malformed', value: '4095', ...vlan }],
    ['half a VLAN', aPrivateIntent({ vlanId: 1.5 }), { code: 'vlan-malformed', value: '1.5', ...vlan }],
    [
      'a VLAN that another peering has',
      aPrivateIntent({ vlanId: 300 }),
      { code: 'vlan-taken', at: 'vlan', vlanId: 300, peering: 'MicrosoftPeering' },
      withPeerings(aPeering(), aMicrosoftPeering()),
    ],
    ['ASN 0', aPrivateIntent({ peerAsn: 0 }), { code: 'asn-malformed', value: '0', ...asn }],
    [
      'an ASN of 33 bits',
      aPrivateIntent({ peerAsn: 4_294_967_296 }),
      { code: 'asn-malformed', value: '4294967296', ...asn },
    ],
    ...reservedAsns.map(([number, from, to, by]): [string, SetPeeringIntent, SettingRefusal] => [
      `ASN ${number}`,
      aPrivateIntent({ peerAsn: number }),
      { code: 'asn-reserved', at: 'peer-asn', asn: number, from, to, by },
    ]),
    [
      'a reserved customer ASN',
      aMicrosoftIntent(published({ customerAsn: 12_076 })),
      { code: 'asn-reserved', at: 'customer-asn', asn: 12_076, from: 12_076, to: 12_076, by: 'microsoft' },
    ],
    [
      'a key of 26 characters',
      aPrivateIntent({ sharedKey: 'k'.repeat(26) }),
      { code: 'shared-key-long', at: 'shared-key', length: 26, limit: 25 },
    ],
    [
      'a key with a blank',
      aPrivateIntent({ sharedKey: 'a b' }),
      { code: 'shared-key-characters', at: 'shared-key' },
    ],
    [
      'a key with an accent',
      aPrivateIntent({ sharedKey: 'clé' }),
      { code: 'shared-key-characters', at: 'shared-key' },
    ],
    ['an empty key', aPrivateIntent({ sharedKey: '' }), { code: 'shared-key-characters', at: 'shared-key' }],
    [
      'a registry that Azure does not look into',
      aMicrosoftIntent(published({ routingRegistry: 'LEVEL3' })),
      { code: 'registry-unknown', at: 'registry', value: 'LEVEL3', allowed: routingRegistries },
    ],
    [
      'an edge that nobody confirmed',
      aMicrosoftIntent({}, { edgeConfirmed: false }),
      { code: 'edge-unconfirmed', at: 'edge' },
    ],
    [
      'routing that the provider manages, as the order says',
      aPrivateIntent(),
      { code: 'routing-by-provider', at: 'override', on, provider: 'Equinix' },
      aGround({ order: anOrder({ layer: 3 }) }),
    ],
    [
      'routing that the provider manages, as Azure tells',
      aPrivateIntent(),
      { code: 'routing-by-provider', at: 'override', on, provider: 'Equinix' },
      withPeerings(aMicrosoftPeering('Configured', { lastModifiedBy: 'Orange' })),
    ],
    [
      'routing that the provider manages, though layer 2 was recorded',
      aPrivateIntent(),
      { code: 'routing-by-provider', at: 'override', on, provider: 'Equinix' },
      aGround({ circuit: aCircuit({ tags: { 'trunkline-layer': '3' } }), order: anOrder({ layer: 2 }) }),
    ],
  ])('%s', (_name, intent, refusal, held) => {
    expect(refusalsOf(intent, held)).toEqual([refusal]);
  });

  test('several things at once: each is told, at its input', () => {
    const intent = aMicrosoftIntent(
      { vlanId: 0, peerAsn: 0, sharedKey: '!', ...published({ primarySubnet: 'x', customerAsn: 0 }) },
      { edgeConfirmed: false },
    );
    expect(refusalsOf(intent).map(({ at }) => at)).toEqual([
      'vlan',
      'peer-asn',
      'shared-key',
      'ipv4-primary',
      'customer-asn',
      'edge',
    ]);
  });

  test('a wrong key is not repeated', () => {
    for (const sharedKey of ['secret-key', 'SecretSecretSecretSecretSecret']) {
      expect(JSON.stringify(refusalsOf(aPrivateIntent({ sharedKey })))).not.toMatch(/secret/iu);
    }
  });
});
