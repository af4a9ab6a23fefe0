import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Circuit } from '../../../../src/domain/circuit/circuit.ts';
import type { ResizeIntent } from '../../../../src/domain/operation/intent.ts';
import type { PlanInputs } from '../../../../src/domain/operation/plan.ts';
import { planIntent } from '../../../../src/domain/operation/plan-intent.ts';
import { planResize } from '../../../../src/domain/operation/plans/resize.ts';
import { resizeOptions } from '../../../../src/domain/operation/plans/resize-options.ts';
import type { ResizeRefusal } from '../../../../src/domain/operation/plans/resize-refusal.ts';
import { aCircuit, aDirectService, aService } from '../../../support/a-circuit.ts';
import { someOffers } from '../../../support/a-create-intent.ts';
import { aResizeIntent } from '../../../support/an-intent.ts';
import { aCircuitSight, aConnection, aTarget, somePlanInputs } from '../../../support/plan-inputs.ts';

type Asked = Omit<ResizeIntent, 'operation' | 'target'>;

/** lon-01 has 200 Mbps at Equinix, Standard, Metered. */
function planned(asked: Asked, circuit: Partial<Circuit> = {}, inputs: Partial<PlanInputs> = {}) {
  return planResize(
    aResizeIntent({ bandwidthMbps: undefined, ...asked }),
    somePlanInputs({ offers: someOffers, sight: aCircuitSight(circuit), ...inputs }),
  );
}

const links = (count: number) =>
  Array.from({ length: count }, (_, index) => aConnection({ name: `conn-${index}` }));
const reach = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    name: `reach-${index}`,
    peering: 'AzurePrivatePeering',
    status: 'Connected',
  }));
const { id, name } = aTarget();
const on = { id, name };
const premium = { sku: { tier: 'Premium', family: 'MeteredData' } };
const local = { sku: { tier: 'Local', family: 'UnlimitedData' } };
const unlimited = { sku: { tier: 'Standard', family: 'UnlimitedData' } };
const direct = { service: aDirectService() };

type Row = readonly [
  why: string,
  refusal: ResizeRefusal,
  asked: Asked,
  circuit?: Partial<Circuit>,
  inputs?: Partial<PlanInputs>,
];

const rows: readonly Row[] = [
  ['that is gone', { code: 'target-gone', name }, { bandwidthMbps: 500 }, {}, { sight: undefined }],
  [
    'that Azure is changing',
    { code: 'target-unsettled', name, provisioningState: 'Updating' },
    { bandwidthMbps: 500 },
    { provisioningState: 'Updating' },
  ],
  [
    'whose last change failed',
    { code: 'target-unsettled', name, provisioningState: 'Failed' },
    { bandwidthMbps: 500 },
    { provisioningState: 'Failed' },
  ],
  ['when nothing is asked', { code: 'nothing-to-change', name }, {}],
  [
    'to what it is',
    { code: 'nothing-to-change', name },
    { bandwidthMbps: 200, tier: 'Standard', family: 'MeteredData' },
  ],
  ['down', { code: 'bandwidth-down', on, fromMbps: 200, toMbps: 50 }, { bandwidthMbps: 50 }],
  [
    'down, whatever else is asked',
    { code: 'bandwidth-down', on, fromMbps: 200, toMbps: 50 },
    { bandwidthMbps: 50, tier: 'Premium', family: 'UnlimitedData' },
  ],
  [
    'to a bandwidth that its provider does not offer',
    { code: 'bandwidth-not-offered', provider: 'Equinix', bandwidthMbps: 300, offered: [500, 1_000, 2_000] },
    { bandwidthMbps: 300 },
  ],
  [
    'up when its provider is no longer in the catalogue',
    { code: 'bandwidth-not-offered', provider: 'Equinix', bandwidthMbps: 500, offered: [] },
    { bandwidthMbps: 500 },
    {},
    { offers: [] },
  ],
  [
    'on a port of one’s own to a bandwidth that there is not',
    {
      code: 'bandwidth-not-offered',
      provider: 'ExpressRoute Direct',
      bandwidthMbps: 20_000,
      offered: [40_000, 100_000],
    },
    { bandwidthMbps: 20_000 },
    direct,
  ],
  ['from Unlimited to Metered', { code: 'unlimited-stays', on }, { family: 'MeteredData' }, unlimited],
  [
    'to a billing model that there is not',
    { code: 'family-unknown', on, family: 'Flat' },
    { family: 'Flat' },
  ],
  ['from Local', { code: 'tier-fixed', on, from: 'Local', to: 'Standard' }, { tier: 'Standard' }, local],
  ['to Local', { code: 'tier-fixed', on, from: 'Standard', to: 'Local' }, { tier: 'Local' }],
  [
    'to a tier that there is not',
    { code: 'tier-fixed', on, from: 'Standard', to: 'constructor' },
    { tier: 'constructor' },
  ],
  [
    'to Standard with more links than that has',
    { code: 'above-standard-limits', on, links: 11, globalReach: 0, limit: 10 },
    { tier: 'Standard' },
    premium,
    { connections: links(11) },
  ],
  [
    'to Standard with Global Reach above the links that it has',
    { code: 'above-standard-limits', on, links: 11, globalReach: 2, limit: 10 },
    { tier: 'Standard' },
    {},
    { sight: aCircuitSight(premium, { globalReach: reach(2) }), connections: links(9) },
  ],
  [
    'to Standard with links in subscriptions that nobody looks after',
    { code: 'above-standard-limits', on, links: 11, globalReach: 0, limit: 10 },
    { tier: 'Standard' },
    {},
    {
      sight: aCircuitSight(premium, { redeemedBy: { theirs: '/subscriptions/s/x/connections/theirs' } }),
      connections: links(10),
    },
  ],
];

describe('a circuit is not resized', () => {
  for (const [why, refusal, asked, circuit, inputs] of rows) {
    test(why, () => {
      expect(planned(asked, circuit, inputs)).toEqual({ ok: false, refusal });
    });
  }
});

const states = [
  { name: 'Provider state', value: 'Provisioned' },
  { name: 'Status', value: 'Enabled' },
];

describe('a circuit is resized', () => {
  test('up, which is one way and which the provider must follow', () => {
    expect(planned({ bandwidthMbps: 1_000 })).toEqual({
      ok: true,
      value: {
        changes: [{ field: 'Bandwidth', before: '200 Mbps', after: '1 Gbps' }],
        seen: states,
        cautions: ['bandwidth-is-one-way', 'provider-must-follow'],
        policy: 'resize',
        steps: [{ kind: 'change-circuit', bandwidthMbps: 1_000 }],
      },
    });
  });

  test('up on a port of one’s own, without a catalogue or a provider', () => {
    expect(planned({ bandwidthMbps: 40_000 }, direct, { offers: [] })).toMatchObject({
      ok: true,
      value: {
        cautions: ['bandwidth-is-one-way'],
        steps: [{ kind: 'change-circuit', bandwidthMbps: 40_000 }],
      },
    });
  });

  test('from Premium to Standard with as many links as that has, which the approvers see', () => {
    const plan = planned({ tier: 'Standard' }, premium, { connections: links(10) });
    expect(plan).toMatchObject({
      ok: true,
      value: {
        changes: [{ field: 'SKU', before: 'Premium', after: 'Standard' }],
        seen: [...states, { name: 'Links', value: '10' }],
        cautions: ['tier-changes-price', 'standard-limits-apply'],
      },
    });
  });

  test('in everything at once, with each caution once', () => {
    expect(planned({ bandwidthMbps: 500, tier: 'Premium', family: 'UnlimitedData' })).toMatchObject({
      ok: true,
      value: {
        changes: [
          { field: 'Bandwidth' },
          { field: 'SKU', before: 'Standard', after: 'Premium' },
          { field: 'Billing model', before: 'Metered', after: 'Unlimited' },
        ],
        cautions: [
          'bandwidth-is-one-way',
          'provider-must-follow',
          'tier-changes-price',
          'unlimited-is-one-way',
        ],
        steps: [{ kind: 'change-circuit', bandwidthMbps: 500, tier: 'Premium', family: 'UnlimitedData' }],
      },
    });
  });

  test('before its provider has provisioned it, too', () => {
    const service = aService({ providerState: 'NotProvisioned' });
    expect(planned({ bandwidthMbps: 500 }, { service }).ok).toBe(true);
  });

  test('only in what is different', () => {
    const plan = planned({ bandwidthMbps: 500, tier: 'Standard', family: 'MeteredData' });
    expect(plan.ok && plan.value.steps).toEqual([{ kind: 'change-circuit', bandwidthMbps: 500 }]);
  });
});

const anyCircuit = fc.record({
  service: fc.constantFrom(
    aService(),
    aService({ bandwidthMbps: 1_000 }),
    aService({ provider: 'nobody' }),
    aDirectService(),
  ),
  sku: fc.record({
    tier: fc.constantFrom('Local', 'Standard', 'Premium', 'Basic', '', 'constructor'),
    family: fc.constantFrom('MeteredData', 'UnlimitedData', ''),
  }),
});

const anyAsk = fc.record(
  {
    bandwidthMbps: fc.constantFrom(50, 200, 500, 1_000, 10_000, 40_000, Number.NaN),
    tier: fc.constantFrom('Local', 'Standard', 'Premium', '__proto__'),
    family: fc.constantFrom('MeteredData', 'UnlimitedData', ''),
  },
  { requiredKeys: [] },
);

describe('laws', () => {
  test('a bandwidth never goes down and nothing is planned that changes nothing', () => {
    fc.assert(
      fc.property(anyCircuit, anyAsk, (circuit, asked) => {
        const plan = planned(asked, circuit);
        if (!plan.ok) return;
        const [step] = plan.value.steps;
        if (step?.kind !== 'change-circuit') throw new Error('no change');
        expect(step.bandwidthMbps ?? 1_000_000).toBeGreaterThan(circuit.service.bandwidthMbps);
        expect(plan.value.changes.length).toBeGreaterThan(0);
        expect(plan.value.changes.every(({ before, after }) => before !== after)).toBe(true);
        expect(Object.keys(step).length - 1).toBe(plan.value.changes.length);
      }),
    );
  });

  test('whatever the form offers is possible, and it offers all that is', () => {
    fc.assert(
      fc.property(anyCircuit, anyAsk, (circuit, asked) => {
        const { bandwidthsMbps, tiers, families } = resizeOptions(aCircuit(circuit), someOffers);
        for (const bandwidthMbps of bandwidthsMbps) expect(planned({ bandwidthMbps }, circuit).ok).toBe(true);
        for (const tier of tiers) expect(planned({ tier }, circuit).ok).toBe(true);
        for (const family of families) expect(planned({ family }, circuit).ok).toBe(true);
        const { bandwidthMbps, tier } = asked;
        if (bandwidthMbps !== undefined && planned({ bandwidthMbps }, circuit).ok)
          expect(bandwidthsMbps).toContain(bandwidthMbps);
        if (tier !== undefined && planned({ tier }, circuit).ok) expect(tiers).toContain(tier);
      }),
    );
  });

  test('an intent is planned by its own plan', () => {
    const intent = aResizeIntent({ bandwidthMbps: 500 });
    const inputs = somePlanInputs({ offers: someOffers });
    expect(planIntent(intent, inputs)).toEqual(planResize(intent, inputs));
  });
});
