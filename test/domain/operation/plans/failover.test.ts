import { describe, expect, test } from 'vitest';
import type { Circuit } from '../../../../src/domain/circuit/circuit.ts';
import type { FailoverIntent } from '../../../../src/domain/operation/intent.ts';
import type { PlanInputs } from '../../../../src/domain/operation/plan.ts';
import { planFailover } from '../../../../src/domain/operation/plans/failover.ts';
import {
  aDirectService,
  aMicrosoftPeering,
  aPeering,
  aService,
  circuitIdOf,
} from '../../../support/a-circuit.ts';
import { aCircuitSight, aTarget, somePlanInputs } from '../../../support/plan-inputs.ts';

const on = { id: circuitIdOf('lon-01'), name: 'lon-01' };

function failover(overrides: Partial<FailoverIntent> = {}): FailoverIntent {
  return {
    operation: 'failover',
    target: aTarget(),
    link: 'Primary',
    category: 'BgpDisconnect',
    minutes: 10,
    ...overrides,
  };
}

const sightOf = (circuit: Partial<Circuit>) => ({ sight: aCircuitSight(circuit) });
const testIn = (status: string) => ({ link: 'Secondary', category: 'ASPathPrepend', status });

describe('a failover test is refused when', () => {
  const rows: readonly (readonly [string, Partial<FailoverIntent>, Partial<PlanInputs>, object])[] = [
    ['the circuit is gone', {}, { sight: undefined }, { code: 'target-gone' }],
    [
      'Azure is changing the circuit',
      {},
      sightOf({ provisioningState: 'Updating' }),
      { code: 'target-unsettled', provisioningState: 'Updating' },
    ],
    [
      'the last change of the circuit failed',
      {},
      sightOf({ provisioningState: 'Failed' }),
      { code: 'target-unsettled', provisioningState: 'Failed' },
    ],
    [
      'the circuit is not provisioned',
      {},
      sightOf({ service: aService({ providerState: 'Deprovisioning' }) }),
      { code: 'not-provisioned', operation: 'failover', providerState: 'Deprovisioning' },
    ],
    ...[0, -1, 241, 1.5].map(
      (minutes) =>
        [
          `it is to run for ${minutes} minutes`,
          { minutes },
          {},
          { code: 'failover-minutes-out-of-range', minutes, least: 1, most: 240 },
        ] as const,
    ),
    ['Azure offers none', {}, { failoverTests: undefined }, { code: 'failover-not-offered', on }],
    ...['Starting', 'Running', 'Stopping', 'running'].map(
      (status) =>
        [
          `one is ${status}`,
          {},
          { failoverTests: [testIn('Completed'), testIn(status)] },
          { code: 'failover-test-running', on, link: 'Secondary', category: 'ASPathPrepend', status },
        ] as const,
    ),
    ['nothing is routed', {}, sightOf({ peerings: [] }), { code: 'no-peering-enabled', on }],
    [
      'the only peering is disabled or retired',
      {},
      sightOf({ peerings: [aPeering({ state: 'Disabled' }), aPeering({ type: 'AzurePublicPeering' })] }),
      { code: 'no-peering-enabled', on },
    ],
    [
      'a peering has no secondary link',
      {},
      sightOf({
        peerings: [
          aPeering(),
          aMicrosoftPeering('Configured', { ipv4: { primarySubnet: '198.51.100.0/30' } }),
        ],
      }),
      { code: 'link-not-redundant', on, peering: 'MicrosoftPeering', family: 'ipv4', missing: 'secondary' },
    ],
    [
      'a peering has no primary link for IPv6',
      {},
      sightOf({ peerings: [aPeering({ ipv6: { secondarySubnet: '2001:db8::4/126' } })] }),
      { code: 'link-not-redundant', peering: 'AzurePrivatePeering', family: 'ipv6', missing: 'primary' },
    ],
    [
      'the last change of a peering failed',
      {},
      sightOf({ peerings: [aPeering({ provisioningState: 'Failed' })] }),
      { code: 'peering-unsettled', on, peering: 'AzurePrivatePeering', provisioningState: 'Failed' },
    ],
  ];
  test.each(rows)('%s', (_case, intent, read, refusal) => {
    expect(planFailover(failover(intent), somePlanInputs(read))).toMatchObject({ ok: false, refusal });
  });
});

describe('a failover test is planned', () => {
  test('as a start, a wait and a stop', () => {
    expect(planFailover(failover({ link: 'Secondary', minutes: 15 }), somePlanInputs())).toMatchObject({
      ok: true,
      value: {
        changes: [
          { field: 'Secondary link', before: 'in use', after: 'BGP disconnected by Microsoft for 15 min' },
        ],
        cautions: ['redundancy-halved', 'traffic-shifts', 'stops-by-itself'],
        policy: 'failover',
        steps: [
          { kind: 'start-failover-test', link: 'Secondary', category: 'BgpDisconnect' },
          { kind: 'hold', forMs: 900_000 },
          { kind: 'stop-failover-test', link: 'Secondary', category: 'BgpDisconnect' },
        ],
      },
    });
  });

  test('with a prepended link still standing by', () => {
    const plan = planFailover(failover({ category: 'ASPathPrepend' }), somePlanInputs());
    expect(plan.ok && plan.value.cautions).toEqual(['traffic-shifts', 'stops-by-itself']);
    expect(plan.ok && plan.value.changes[0]?.after).toBe('AS path prepended by Microsoft for 10 min');
  });

  test.each([
    ['when earlier tests are over', { failoverTests: [testIn('Completed'), testIn('StopFailed')] }],
    ['on ExpressRoute Direct', sightOf({ service: aDirectService() })],
    [
      'whatever a disabled peering lacks',
      sightOf({
        peerings: [
          aPeering(),
          aMicrosoftPeering('Configured', { state: 'Disabled', ipv4: {}, provisioningState: 'Failed' }),
        ],
      }),
    ],
  ])('%s', (_case, read) => {
    expect(planFailover(failover(), somePlanInputs(read)).ok).toBe(true);
  });
});
