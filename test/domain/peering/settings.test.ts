import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SetPeeringIntent } from '../../../src/domain/operation/intent.ts';
import { networkAround, parseNetwork } from '../../../src/domain/peering/addresses.ts';
import type { Ground } from '../../../src/domain/peering/ground.ts';
import { checkSettings } from '../../../src/domain/peering/settings.ts';
import { usableAddresses } from '../../../src/domain/peering/subnets.ts';
import { aCircuit, aDirectService, aMicrosoftPeering, aPeering } from '../../support/a-circuit.ts';
import {
  aMicrosoftIntent,
  aPrivateIntent,
  freeSubnets,
  publicFamily,
} from '../../support/a-peering-intent.ts';
import { anOrder } from '../../support/an-order.ts';
import { present } from '../../support/eventually.ts';
import {
  aGround,
  ipv4,
  ipv6,
  published,
  refusalsOf,
  somePrefixes,
  withPeerings,
} from '../support/a-ground.ts';

function presentRegistry(routingRegistry: string | undefined) {
  const { ipv4: family, ...rest } = aMicrosoftPeering();
  const publicPrefixes = { advertised: [], state: 'Configured', each: [], routingRegistry } as const;
  return { ...rest, ipv4: { ...family, publicPrefixes } };
}

describe('no rule is broken by', () => {
  test.each<[string, SetPeeringIntent, Ground?]>([
    ['a private peering', aPrivateIntent()],
    ['a Microsoft peering', aMicrosoftIntent()],
    ['the first VLAN', aPrivateIntent({ vlanId: 1 })],
    ['the last VLAN', aPrivateIntent({ vlanId: 4_094 })],
    ['its own VLAN and subnets', aPrivateIntent(), withPeerings(aPeering())],
    ['the last ASN of 32 bits that is not reserved', aPrivateIntent({ peerAsn: 4_294_967_294 })],
    ['ASNs beside those that Azure keeps', aPrivateIntent({ peerAsn: 65_514 })],
    ['and those above', aPrivateIntent({ peerAsn: 65_521 })],
    ['an ASN kept for documentation', aMicrosoftIntent({ peerAsn: 64_496 })],
    ['a private ASN on Microsoft peering', aMicrosoftIntent({ peerAsn: 65_010 })],
    ['a key of 25 letters and digits', aPrivateIntent({ sharedKey: 'aB3'.repeat(8).padEnd(25, '9') })],
    ['carrier addresses on private peering', aPrivateIntent(ipv4({ primarySubnet: '100.64.0.0/30' }))],
    ['public addresses on private peering', aPrivateIntent(ipv4({ primarySubnet: '203.0.113.0/30' }))],
    ['IPv6 without IPv4', aPrivateIntent(ipv6('fd00::/126', 'fd00::4/126'))],
    [
      'a prefix within another',
      aMicrosoftIntent(published({ advertisedPrefixes: ['203.0.113.0/24', '203.0.113.0/25'] })),
    ],
    ['200 prefixes', aMicrosoftIntent(published({ advertisedPrefixes: somePrefixes(200) }))],
    ['no registry', aMicrosoftIntent(published({ routingRegistry: 'NONE' }))],
    [
      'a registry of old that is set already',
      aMicrosoftIntent(published({ routingRegistry: 'LEVEL3' })),
      withPeerings(presentRegistry('LEVEL3')),
    ],
    [
      'a provider’s routing, overridden',
      aPrivateIntent({}, { overrideLayer3: true }),
      aGround({ order: anOrder({ layer: 3 }) }),
    ],
    [
      'ExpressRoute Direct, where no provider is',
      aPrivateIntent(),
      aGround({ circuit: aCircuit({ service: aDirectService() }), order: anOrder({ layer: 3 }) }),
    ],
    [
      'linked networks beside its subnets, and spaces that cannot be read',
      aPrivateIntent(),
      aGround({ networks: [{ gateway: 'gw-hub', spaces: ['192.168.15.24/29', 'odd', ''] }] }),
    ],
  ])('%s', (_name, intent, held) => {
    expect(refusalsOf(intent, held)).toEqual([]);
  });
});

describe('what is accepted is canonical', () => {
  const settingsOf = (intent: SetPeeringIntent, held: Ground = aGround()) => {
    const checked = checkSettings(intent, held);
    return checked.ok ? checked.value : undefined;
  };

  test('a /29 alone is split: its first half is the primary’s', () => {
    const alone = { primarySubnet: '192.168.15.16/29', secondarySubnet: ' ' };
    expect(settingsOf(aPrivateIntent({ ipv4: alone }))?.ipv4).toEqual(freeSubnets);
  });

  test('so is a /125', () => {
    expect(settingsOf(aPrivateIntent(ipv6('FD00::8/125', '')))?.ipv6).toEqual({
      primarySubnet: 'fd00::8/126',
      secondarySubnet: 'fd00::c/126',
    });
  });

  test('a private peering says nothing of prefixes', () => {
    expect(settingsOf(aPrivateIntent({ ipv4: publicFamily }))?.ipv4).toEqual({
      primarySubnet: publicFamily.primarySubnet,
      secondarySubnet: publicFamily.secondarySubnet,
    });
  });

  test('a Microsoft peering without a registry has NONE, and no customer ASN where none was typed', () => {
    const { customerAsn: _, routingRegistry: __, ...bare } = publicFamily;
    expect(settingsOf(aMicrosoftIntent({ ipv4: bare }))?.ipv4).toEqual({ ...bare, routingRegistry: 'NONE' });
  });

  test('and NONE is not written where Azure says nothing of a registry', () => {
    const { routingRegistry: _, ...bare } = publicFamily;
    const held = withPeerings(presentRegistry(undefined));
    expect(settingsOf(aMicrosoftIntent({ ipv4: bare }), held)?.ipv4).toEqual(bare);
    const set = withPeerings(presentRegistry('RIPENCC'));
    expect(settingsOf(aMicrosoftIntent({ ipv4: bare }), set)?.ipv4?.routingRegistry).toBe('NONE');
  });

  test('a prefix that is there stays as Azure writes it, a new one is canonical', () => {
    const { publicPrefixes, ...subnets } = { ...aMicrosoftPeering().ipv4 };
    const old = { state: 'Configured', each: [], ...publicPrefixes, advertised: ['2001:DB8::/48'] } as const;
    const wanted = {
      primarySubnet: '2001:db8:1::/126',
      secondarySubnet: '2001:db8:1::4/126',
      advertisedPrefixes: ['2001:db8::/48', '2001:DB8:2::/48'],
    };
    const held = withPeerings(aMicrosoftPeering('Configured', { ipv6: { ...subnets, publicPrefixes: old } }));
    expect(
      settingsOf(aMicrosoftIntent({ ipv4: undefined, ipv6: wanted }), held)?.ipv6?.advertisedPrefixes,
    ).toEqual(['2001:DB8::/48', '2001:db8:2::/48']);
  });
});

describe('for any subnets', () => {
  const quad = (number: number) => [24, 16, 8, 0].map((shift) => (number >>> shift) & 255).join('.');
  /** Of a /30 within 10.0.0.0/8, by its number. */
  const address = (subnet: number, offset = 0) => quad(0x0a000000 + subnet * 4 + offset);
  const aSubnet = fc.nat(2 ** 22 - 1);
  const read = (intent: SetPeeringIntent) => {
    const checked = checkSettings(intent, aGround());
    return checked.ok ? checked.value : undefined;
  };

  test('two different /30 are accepted as they are; the same twice is not', () => {
    fc.assert(
      fc.property(aSubnet, aSubnet, (one, other) => {
        const subnets = { primarySubnet: `${address(one)}/30`, secondarySubnet: `${address(other)}/30` };
        expect(read(aPrivateIntent({ ipv4: subnets }))?.ipv4).toEqual(one === other ? undefined : subnets);
      }),
    );
  });

  test('the first usable address is yours, the second Microsoft’s', () => {
    fc.assert(
      fc.property(aSubnet, (subnet) => {
        const network = present(networkAround(`${address(subnet)}/30`), 'a network');
        expect(usableAddresses(network)).toEqual({
          yours: address(subnet, 1),
          microsofts: address(subnet, 2),
        });
      }),
    );
  });

  test('an address within a /30 is refused with the network that it lies in', () => {
    fc.assert(
      fc.property(aSubnet, fc.integer({ min: 1, max: 3 }), (subnet, offset) => {
        const [refusal] = refusalsOf(
          aPrivateIntent(ipv4({ primarySubnet: `${address(subnet, offset)}/30` })),
        );
        expect(refusal).toMatchObject({ code: 'network-host-bits', suggestion: `${address(subnet)}/30` });
      }),
    );
  });

  test('whatever is accepted is read back as it is', () => {
    const anyPart = fc.oneof(
      aSubnet.map((subnet) => `${address(subnet)}/30`),
      aSubnet.map((subnet) => `${address(subnet)}/29`),
      fc.constantFrom('', '10.0.0.1/30', 'FD00:0::4/126', 'fd00::8/125', 'fd00::c/126'),
    );
    fc.assert(
      fc.property(
        fc.constantFrom('ipv4', 'ipv6'),
        anyPart,
        anyPart,
        (family, primarySubnet, secondarySubnet) => {
          const accepted = read(
            aPrivateIntent({ ipv4: undefined, [family]: { primarySubnet, secondarySubnet } }),
          );
          if (!accepted) return;
          const { primarySubnet: first, secondarySubnet: second } = present(accepted[family], family);
          for (const text of [first, second]) {
            expect(parseNetwork(text)).toMatchObject({ ok: true, value: { text, family } });
          }
          expect(read(aPrivateIntent({ ipv4: undefined, ...accepted }))).toEqual(accepted);
        },
      ),
    );
  });
});
