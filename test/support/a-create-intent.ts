import type { ProviderOffer } from '../../src/domain/operation/circuit-sight.ts';
import type { CreateIntent } from '../../src/domain/operation/intent.ts';
import type { PlanInputs } from '../../src/domain/operation/plan.ts';
import { aTarget, somePlanInputs } from './plan-inputs.ts';

/** A small catalogue, with the oddities of the real one: names that differ in casing, an ampersand. */
export const someOffers: readonly ProviderOffer[] = [
  { provider: 'Equinix', locations: ['London', 'Amsterdam'], bandwidthsMbps: [50, 1_000, 200, 500, 2_000] },
  { provider: 'AT&T NetBond', locations: ['Silicon Valley'], bandwidthsMbps: [200, 10_000] },
  { provider: 'Nowhere', locations: [], bandwidthsMbps: [] },
];

/** lon-02 at Equinix in London: 500 Mbps, Standard, Metered. */
export function aCreateIntent(overrides: Partial<CreateIntent> = {}): CreateIntent {
  return {
    operation: 'create',
    target: aTarget('lon-02'),
    region: 'uksouth',
    provider: 'Equinix',
    peeringLocation: 'London',
    bandwidthMbps: 500,
    tier: 'Standard',
    family: 'MeteredData',
    tags: { env: 'prod' },
    ...overrides,
  };
}

/** What Azure says where nothing is in the way of it. */
export function createInputs(overrides: Partial<PlanInputs> = {}): PlanInputs {
  return somePlanInputs({
    sight: undefined,
    offers: someOffers,
    resourceGroups: [{ name: 'rg-net', region: 'uksouth' }],
    ...overrides,
  });
}
