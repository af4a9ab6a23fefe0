import { describe, expect, it } from 'vitest';
import type { Circuit } from '../../../src/sandbox/page/client/data/wire.ts';
import {
  circuitKey,
  matchingCircuits,
  providerStates,
} from '../../../src/sandbox/page/client/world/circuit-filter.ts';

const aCircuit = (name: string, more: Partial<Circuit> = {}): Circuit => ({
  name,
  resourceGroup: 'rg-net',
  subscriptionId: 'one',
  serviceProviderProvisioningState: 'Provisioned',
  ...more,
});

const circuits = [
  aCircuit('lon-01', { provider: 'Equinix', peeringLocation: 'London' }),
  aCircuit('edge-01', { provider: 'Megaport', serviceProviderProvisioningState: 'Provisioning' }),
  aCircuit('edge-01', { resourceGroup: 'rg-dr' }),
  { name: 'direct-01', resourceGroup: 'rg-net', subscriptionId: 'one' },
];

const found = (typed: string, state = '') =>
  matchingCircuits(circuits, { typed, state }).map(({ name }) => name);

describe('the circuits of the world panel', () => {
  it('are found by any word of what they are', () => {
    expect(found('equinix lon')).toEqual(['lon-01']);
    expect(found('EDGE')).toEqual(['edge-01', 'edge-01']);
    expect(found('nothing')).toEqual([]);
  });

  it('are found by provider state, ExpressRoute Direct among them', () => {
    expect(found('', 'Provisioning')).toEqual(['edge-01']);
    expect(found('', 'Direct')).toEqual(['direct-01']);
    expect(providerStates(circuits)).toEqual([
      ['Direct', 1],
      ['Provisioned', 2],
      ['Provisioning', 1],
    ]);
  });

  it('are named with their group where two are called alike', () => {
    expect(circuits.map((circuit) => circuitKey(circuit, circuits))).toEqual([
      'lon-01',
      'rg-net/edge-01',
      'rg-dr/edge-01',
      'direct-01',
    ]);
  });
});
