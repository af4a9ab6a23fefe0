import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CreateIntent } from '../../../../src/domain/operation/intent.ts';
import type { PlanInputs } from '../../../../src/domain/operation/plan.ts';
import { planIntent } from '../../../../src/domain/operation/plan-intent.ts';
import { planCreate } from '../../../../src/domain/operation/plans/create.ts';
import type { CreateRefusal } from '../../../../src/domain/operation/plans/create-refusal.ts';
import { aCircuit, circuitIdOf, subscription1 } from '../../../support/a-circuit.ts';
import { aCreateIntent, createInputs, someOffers } from '../../../support/a-create-intent.ts';
import { present } from '../../../support/eventually.ts';
import { aCircuitSight, aTarget } from '../../../support/plan-inputs.ts';

function planned(intent: Partial<CreateIntent> = {}, inputs: Partial<PlanInputs> = {}) {
  return planCreate(aCreateIntent(intent), createInputs(inputs));
}

const circuits = (count: number, region: string) =>
  Array.from({ length: count }, (_, index) => aCircuit({ name: `${region}-${index}`, region }));

type Row = readonly [
  why: string,
  refusal: CreateRefusal,
  intent?: Partial<CreateIntent>,
  inputs?: Partial<PlanInputs>,
];

const named = (name: string) => ({ target: { ...aTarget('x'), name } });
const malformed = (name: string) => ({ code: 'circuit-name-malformed', name }) as const;
const offered = [50, 200, 500, 1_000, 2_000];

const rows: readonly Row[] = [
  ['an empty name', malformed(''), named('')],
  ['a name with a blank', malformed('lon 02'), named('lon 02')],
  ['a name that begins with a hyphen', malformed('-lon'), named('-lon')],
  ['a name that ends with a period', malformed('lon.'), named('lon.')],
  ['a name of 81 characters', malformed('x'.repeat(81)), named('x'.repeat(81))],
  [
    'a name that the group has',
    { code: 'circuit-name-taken', name: 'lon-02', resourceGroup: 'rg-net' },
    {},
    { sight: aCircuitSight({ name: 'lon-02' }) },
  ],
  [
    'a group that there is not',
    {
      code: 'resource-group-unknown',
      resourceGroup: 'rg-nte',
      subscriptionId: subscription1,
      didYouMean: 'rg-net',
    },
    { target: { ...aTarget('lon-02'), resourceGroup: 'rg-nte' } },
  ],
  ['no region', { code: 'region-malformed', region: '' }, { region: '' }],
  ['a region that is none', { code: 'region-malformed', region: 'uk/south' }, { region: 'uk/south' }],
  [
    'a provider that Azure does not have',
    { code: 'provider-not-offered', provider: 'Equinxi', didYouMean: 'Equinix' },
    { provider: 'Equinxi' },
  ],
  [
    'an empty catalogue',
    { code: 'provider-not-offered', provider: 'Equinix', didYouMean: undefined },
    {},
    { offers: [] },
  ],
  [
    'a location where the provider is not',
    {
      code: 'location-not-offered',
      provider: 'Equinix',
      location: 'Silicon Valley',
      offered: ['London', 'Amsterdam'],
    },
    { peeringLocation: 'Silicon Valley' },
  ],
  [
    'a bandwidth that the provider does not offer',
    { code: 'bandwidth-not-offered', provider: 'Equinix', bandwidthMbps: 300, offered },
    { bandwidthMbps: 300 },
  ],
  [
    'a tier that nobody sells',
    { code: 'sku-unknown', tier: 'MultiCloud', family: 'MeteredData' },
    { tier: 'MultiCloud' },
  ],
  [
    'a family that there is not',
    { code: 'sku-unknown', tier: 'Standard', family: 'Flat' },
    { family: 'Flat' },
  ],
  ['a metered Local circuit', { code: 'local-is-unlimited' }, { tier: 'Local', bandwidthMbps: 1_000 }],
  [
    'a slow Local circuit',
    { code: 'local-too-slow', bandwidthMbps: 500, leastMbps: 1_000 },
    { tier: 'Local', family: 'UnlimitedData' },
  ],
  ['a tag that Azure does not take', { code: 'tag-name-forbidden', name: 'a/b' }, { tags: { 'a/b': 'x' } }],
  [
    'a tenth circuit in the region',
    { code: 'region-full', region: 'uksouth', subscriptionId: subscription1, count: 10, limit: 10 },
    {},
    { neighbours: circuits(10, 'UKSouth') },
  ],
  [
    'a fiftieth circuit in the subscription',
    { code: 'subscription-full', subscriptionId: subscription1, count: 50, limit: 50 },
    {},
    { neighbours: [...'abcdef'].flatMap((region) => circuits(9, region)).slice(0, 50) },
  ],
];

describe('a circuit is not created', () => {
  for (const [why, refusal, intent, inputs] of rows) {
    test(`with ${why}`, () => {
      expect(planned(intent, inputs)).toEqual({ ok: false, refusal });
    });
  }
});

describe('a circuit may be created', () => {
  test.each<readonly [string, Partial<CreateIntent>, Partial<PlanInputs>]>([
    ['with the longest name', named('x'.repeat(80)), {}],
    ['with a name that ends with an underscore', named('a._-_'), {}],
    ['beside nine others in its region', {}, { neighbours: circuits(9, 'uksouth') }],
    ['beside ten in another region', {}, { neighbours: circuits(10, 'ukwest') }],
    [
      'where it was and is no more, though it is remembered',
      {},
      { neighbours: [...circuits(9, 'uksouth'), aCircuit({ name: 'lon-02' })] },
    ],
    ['as a Local one of 1 Gbps', { tier: 'Local', family: 'UnlimitedData', bandwidthMbps: 1_000 }, {}],
    [
      'in a group whose name is typed in other casing',
      { target: { ...aTarget('lon-02'), resourceGroup: 'RG-NET' } },
      {},
    ],
    ['without tags', { tags: {} }, {}],
  ])('%s', (_why, intent, inputs) => {
    expect(planned(intent, inputs).ok).toBe(true);
  });

  test('and everything about it is shown before, with what it costs', () => {
    const plan = planned({ tags: { env: 'prod', note: '' } });
    expect(plan).toEqual({
      ok: true,
      value: {
        changes: [
          ['Name', 'lon-02'],
          ['Subscription', subscription1],
          ['Resource group', 'rg-net'],
          ['Region', 'uksouth'],
          ['Provider', 'Equinix'],
          ['Peering location', 'London'],
          ['Bandwidth', '500 Mbps'],
          ['SKU', 'Standard'],
          ['Billing model', 'Metered'],
          ['Tag env', 'prod'],
          ['Tag note', '(empty)'],
        ].map(([field, after]) => ({ field, before: '', after })),
        seen: [],
        cautions: ['billing-starts'],
        policy: 'create',
        steps: [
          {
            kind: 'create-circuit',
            region: 'uksouth',
            provider: 'Equinix',
            peeringLocation: 'London',
            bandwidthMbps: 500,
            tier: 'Standard',
            family: 'MeteredData',
            tags: { env: 'prod', note: '' },
          },
        ],
      },
    });
  });

  test('as the catalogue spells provider and location, and with the region as Azure writes it', () => {
    const plan = planned({ provider: 'equinix ', peeringLocation: 'LONDON', region: 'UK South' });
    expect(plan.ok && plan.value.steps[0]).toMatchObject({
      provider: 'Equinix',
      peeringLocation: 'London',
      region: 'uksouth',
    });
  });
});

const anything = fc.record({
  provider: fc.constantFrom('Equinix', 'AT&T NetBond', 'nobody', ''),
  peeringLocation: fc.constantFrom('London', 'Silicon Valley', ''),
  bandwidthMbps: fc.constantFrom(50, 200, 300, 10_000, 0, Number.NaN),
  tier: fc.constantFrom('Local', 'Standard', 'Premium', 'constructor'),
  family: fc.constantFrom('MeteredData', 'UnlimitedData', '__proto__'),
  region: fc.constantFrom('uksouth', 'UK South', ''),
});

test('whatever is asked for, only what the catalogue offers is planned, and it is planned the same again', () => {
  fc.assert(
    fc.property(anything, (intent) => {
      const plan = planned(intent);
      expect(planned(intent)).toEqual(plan);
      expect(planIntent(aCreateIntent(intent), createInputs())).toEqual(plan);
      if (!plan.ok) return;
      const step = present(plan.value.steps[0], 'a step');
      const offer = someOffers.find(
        ({ provider }) => step.kind === 'create-circuit' && provider === step.provider,
      );
      expect(step).toMatchObject({ kind: 'create-circuit' });
      expect(offer?.locations).toContain(intent.peeringLocation);
      expect(offer?.bandwidthsMbps).toContain(intent.bandwidthMbps);
      expect(plan.value.changes.every(({ before, after }) => before === '' && after !== '')).toBe(true);
    }),
  );
});

test('ids in any casing are one circuit', () => {
  expect(circuitIdOf('LON-02')).toBe(aCreateIntent().target.id);
});
