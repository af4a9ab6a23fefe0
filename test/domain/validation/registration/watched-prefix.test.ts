import { describe, expect, test } from 'vitest';
import type { PublicPrefixes } from '../../../../src/domain/peering/peering.ts';
import { watchedPrefixesOf } from '../../../../src/domain/validation/registration/watched-prefix.ts';
import { aCircuit, aMicrosoftPeering, aPeering } from '../../../support/a-circuit.ts';

function listed(list: Partial<PublicPrefixes>, peerAsn: number | undefined = 64_510) {
  const publicPrefixes = { advertised: [], state: 'Configured', each: [], ...list } as const;
  const peering = aMicrosoftPeering('Configured', { peerAsn, ipv4: { publicPrefixes } });
  return watchedPrefixesOf(aCircuit({ peerings: [peering] }));
}

describe('a prefix', () => {
  test('is watched with the AS number and the registry of its peering, as objects name them', () => {
    expect(watchedPrefixesOf(aCircuit({ peerings: [aPeering(), aMicrosoftPeering()] }))).toEqual([
      { prefix: '203.0.113.0/24', family: 'ipv4', asn: 64_510, source: 'RIPE', isAccepted: true },
    ]);
  });

  test('without a registry is looked for in all', () => {
    for (const routingRegistry of [undefined, 'NONE', ' '])
      expect(listed({ advertised: ['203.0.113.0/24'], routingRegistry })[0]?.source).toBeUndefined();
  });

  test('has the customer’s AS number before the peer’s, and is not watched without any', () => {
    const advertised = ['203.0.113.0/24'];
    expect(listed({ advertised, customerAsn: 64_666 })).toMatchObject([{ asn: 64_666 }]);
    expect(listed({ advertised })).toMatchObject([{ asn: 64_510 }]);
    const peering = {
      ...aMicrosoftPeering('Configured', {
        ipv4: { publicPrefixes: { advertised, state: 'Configured', each: [] } },
      }),
      peerAsn: undefined,
    };
    expect(watchedPrefixesOf(aCircuit({ peerings: [peering] }))).toEqual([]);
  });

  test('is accepted by its own state, and by that of the list where it has none', () => {
    const each = [
      { prefix: '203.0.113.0/25', state: 'ManuallyVerified' },
      { prefix: '203.0.113.128/25', state: 'ValidationNeeded' },
      { prefix: '198.51.100.0/24' },
    ] as const;
    expect(listed({ each }).map(({ isAccepted }) => isAccepted)).toEqual([true, false, true]);
    expect(listed({ each, state: 'ValidationNeeded' }).map(({ isAccepted }) => isAccepted)).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('is one however it is written, and what is none is left out', () => {
    const advertised = ['2001:DB8:0::/32', '2001:db8::/32', 'nonsense', '203.0.113.7/24'];
    expect(listed({ advertised }).map(({ prefix }) => prefix)).toEqual(['2001:db8::/32', '203.0.113.0/24']);
  });
});
