import { describe, expect, test } from 'vitest';
import { expectedSessions, isInSubnet, yourAddress } from '../../../src/domain/peering/expected-sessions.ts';
import { aCircuit, aDirectService, aMicrosoftPeering, aPeering, aService } from '../../support/a-circuit.ts';

const dual = aPeering({ ipv6: { primarySubnet: '2001:db8::/126', secondarySubnet: '2001:db8::4/126' } });

function places(...args: Parameters<typeof aCircuit>) {
  return expectedSessions(aCircuit(...args)).map(
    ({ peeringName, link, family, limit }) => `${peeringName} ${link} ${family} ${limit}`,
  );
}

describe('the sessions that should run', () => {
  test('are one for each link and family with a subnet', () => {
    expect(places({ peerings: [dual] })).toEqual([
      'AzurePrivatePeering primary ipv4 4000',
      'AzurePrivatePeering primary ipv6 100',
      'AzurePrivatePeering secondary ipv4 4000',
      'AzurePrivatePeering secondary ipv6 100',
    ]);
    const half = aPeering({ ipv4: { primarySubnet: '192.168.15.16/30' } });
    expect(places({ peerings: [half] })).toEqual(['AzurePrivatePeering primary ipv4 4000']);
  });

  test('have the limits of their peering and SKU', () => {
    const sku = { tier: 'Premium', family: 'MeteredData' };
    expect(places({ sku, peerings: [dual, aMicrosoftPeering()] })).toEqual([
      'AzurePrivatePeering primary ipv4 10000',
      'AzurePrivatePeering primary ipv6 100',
      'AzurePrivatePeering secondary ipv4 10000',
      'AzurePrivatePeering secondary ipv6 100',
      'MicrosoftPeering primary ipv4 200',
      'MicrosoftPeering secondary ipv4 200',
    ]);
  });

  test('are those of enabled peerings that Azure still has', () => {
    expect(places({ peerings: [aPeering({ state: 'Disabled' })] })).toEqual([]);
    expect(places({ peerings: [aPeering({ type: 'AzurePublicPeering' })] })).toEqual([]);
    expect(places({ peerings: [aPeering({ type: { unrecognised: 'Odd' } })] })).toEqual([]);
  });

  test('are none until the provider is done, and need no provider on a port of one’s own', () => {
    for (const providerState of ['NotProvisioned', 'Provisioning', 'Deprovisioning'] as const) {
      expect(places({ peerings: [dual], service: aService({ providerState }) })).toEqual([]);
    }
    expect(places({ peerings: [dual], service: aDirectService() })).toHaveLength(4);
  });
});

describe('an address', () => {
  test('of yours is the first usable one of a subnet', () => {
    expect(yourAddress('192.168.15.16/30')).toBe('192.168.15.17');
    expect(yourAddress('2001:db8::/126')).toBe('2001:db8::1');
    expect(yourAddress('nonsense')).toBeUndefined();
  });

  test('lies in a subnet of its own family only', () => {
    expect(isInSubnet('192.168.15.16/30', '192.168.15.18')).toBe(true);
    expect(isInSubnet('192.168.15.16/30', '192.168.15.21')).toBe(false);
    expect(isInSubnet('2001:db8::/126', '2001:0db8:0::2')).toBe(true);
    for (const odd of ['', 'x', '2001:db8::1', '192.168.15.18/30']) {
      expect(isInSubnet('192.168.15.16/30', odd)).toBe(false);
    }
    expect(isInSubnet('nonsense', '192.168.15.18')).toBe(false);
  });
});
