import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Circuit } from '../../../../src/domain/circuit/circuit.ts';
import {
  parseProviderState,
  providerStates,
  provisioningStates,
} from '../../../../src/domain/circuit/states.ts';
import type { PlanInputs } from '../../../../src/domain/operation/plan.ts';
import { planDelete } from '../../../../src/domain/operation/plans/delete.ts';
import { planDeprovision } from '../../../../src/domain/operation/plans/deprovision.ts';
import {
  aDirectService,
  aMicrosoftPeering,
  aPeering,
  aService,
  circuitIdOf,
} from '../../../support/a-circuit.ts';
import {
  aCircuitSight,
  aConnection,
  aTarget,
  someConnections,
  somePlanInputs,
} from '../../../support/plan-inputs.ts';

const target = aTarget();
const on = { id: circuitIdOf('lon-01'), name: 'lon-01' };
const toDelete = { operation: 'delete', target } as const;
const deprovision = (thenDelete: boolean) => ({ operation: 'deprovision', target, thenDelete }) as const;

const inState = (state: string, circuit: Partial<Circuit> = {}): Partial<PlanInputs> => ({
  sight: aCircuitSight({ service: aService({ providerState: parseProviderState(state) }), ...circuit }),
});
const blocked = {
  connections: [aConnection()],
  sight: aCircuitSight(
    {
      service: aService({ providerState: 'NotProvisioned' }),
      authorizations: [{ name: 'spare', inUse: false }],
    },
    { globalReach: [{ name: 'gr-1', peering: 'AzurePrivatePeering', status: 'Connected' }] },
  ),
};
const blockers = [{ kind: 'link' }, { kind: 'authorization' }, { kind: 'global-reach' }];

describe('a deletion is refused when', () => {
  const rows: readonly (readonly [string, Partial<PlanInputs>, object])[] = [
    ['the circuit is gone', { sight: undefined }, { code: 'target-gone', name: 'lon-01' }],
    [
      'Azure is changing it',
      inState('NotProvisioned', { provisioningState: 'Updating' }),
      { code: 'target-unsettled' },
    ],
    [
      'Azure is deleting it',
      inState('NotProvisioned', { provisioningState: 'Deleting' }),
      { code: 'target-unsettled' },
    ],
    ...['Provisioning', 'Provisioned'].map(
      (providerState) =>
        [
          `it is ${providerState}`,
          inState(providerState),
          { code: 'deprovision-first', on, provider: 'Equinix', providerState, blockers: [] },
        ] as const,
    ),
    [
      'it is Provisioned, and what hangs on it is told with that',
      { ...inState('Provisioned'), connections: [aConnection()] },
      { code: 'deprovision-first', blockers: [{ kind: 'link', name: 'conn-hub' }] },
    ],
    ...['Deprovisioning', 'DeProvisioned'].map(
      (providerState) =>
        [
          `it is ${providerState}`,
          inState(providerState),
          { code: 'still-deprovisioning', on, provider: 'Equinix', providerState },
        ] as const,
    ),
    [
      'its provider state is one that nobody knows',
      inState('Hibernating'),
      { code: 'provider-state-unknown', operation: 'delete', providerState: 'Hibernating' },
    ],
    [
      'something hangs on it: everything, at once',
      blocked,
      { code: 'deletion-blocked', on, operation: 'delete', blockers },
    ],
    [
      'a link hangs on a circuit on ExpressRoute Direct',
      { sight: aCircuitSight({ service: aDirectService() }), connections: [aConnection()] },
      { code: 'deletion-blocked', blockers: [{ kind: 'link' }] },
    ],
  ];
  test.each(rows)('%s', (_case, read, refusal) => {
    expect(planDelete(toDelete, somePlanInputs(read))).toMatchObject({ ok: false, refusal });
  });
});

describe('a deletion is planned', () => {
  test.each([
    ['of what the provider has let go', inState('NotProvisioned')],
    ['on ExpressRoute Direct', { sight: aCircuitSight({ service: aDirectService() }) }],
    ['after a change that failed', inState('NotProvisioned', { provisioningState: 'Failed' })],
  ])('%s', (_case, read) => {
    const plan = planDelete(toDelete, somePlanInputs(read));
    expect(plan).toMatchObject({
      ok: true,
      value: { cautions: ['delete-is-final'], policy: 'delete', steps: [{ kind: 'delete-circuit' }] },
    });
    expect(plan.ok && plan.value.changes[0]).toEqual({ field: 'Circuit', before: 'lon-01', after: '' });
  });

  test('and names the routing domains that go with the circuit', () => {
    const peerings = [aPeering(), aMicrosoftPeering()];
    const plan = planDelete(toDelete, somePlanInputs(inState('NotProvisioned', { peerings })));
    expect(plan.ok && plan.value.changes).toContainEqual({
      field: 'Routing domains',
      before: 'Azure private peering, Microsoft peering',
      after: '',
    });
  });

  test('never of what a provider still holds, and never with something hanging on it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...providerStates, 'Odd'),
        fc.constantFrom(...provisioningStates),
        fc.nat(2),
        fc.boolean(),
        (state, provisioningState, links, hasAuthorization) => {
          const authorizations = hasAuthorization ? [{ name: 'spare', inUse: false }] : [];
          const plan = planDelete(
            toDelete,
            somePlanInputs({
              ...inState(state, { provisioningState, authorizations }),
              connections: someConnections(links),
            }),
          );
          const isFree = state === 'NotProvisioned' && links === 0 && !hasAuthorization;
          const isResting = ['Succeeded', 'Failed', 'Canceled'].includes(provisioningState);
          expect(plan.ok).toBe(isFree && isResting);
        },
      ),
    );
  });
});

describe('deprovisioning is refused when', () => {
  const rows: readonly (readonly [string, Partial<PlanInputs>, object])[] = [
    ['the circuit is gone', { sight: undefined }, { code: 'target-gone' }],
    [
      'Azure is changing it',
      inState('Provisioned', { provisioningState: 'Updating' }),
      { code: 'target-unsettled' },
    ],
    [
      'it is on ExpressRoute Direct',
      { sight: aCircuitSight({ service: aDirectService() }) },
      { code: 'nothing-to-deprovision', on },
    ],
    ['it is done already', inState('NotProvisioned'), { code: 'already-deprovisioned', on }],
    ...['Deprovisioning', 'DeProvisioned'].map(
      (providerState) =>
        [
          `it is ${providerState}`,
          inState(providerState),
          { code: 'already-deprovisioning', on, provider: 'Equinix', providerState },
        ] as const,
    ),
    [
      'the provider state is one that nobody knows',
      inState('Hibernating'),
      { code: 'deprovision-state-unknown', providerState: 'Hibernating' },
    ],
  ];
  test.each(rows)('%s', (_case, read, refusal) => {
    expect(planDeprovision(deprovision(false), somePlanInputs(read))).toMatchObject({ ok: false, refusal });
  });

  test('the deletion that is to follow is in the way', () => {
    const read = somePlanInputs({ ...blocked, ...inState('Provisioned'), connections: [aConnection()] });
    expect(planDeprovision(deprovision(true), read)).toMatchObject({
      ok: false,
      refusal: { code: 'deletion-blocked', operation: 'deprovision', blockers: [{ kind: 'link' }] },
    });
    expect(planDeprovision(deprovision(false), read).ok).toBe(true);
  });
});

describe('deprovisioning is planned', () => {
  test.each(['Provisioning', 'Provisioned'])('from %s, as a wait for the provider', (state) => {
    expect(planDeprovision(deprovision(false), somePlanInputs(inState(state)))).toMatchObject({
      ok: true,
      value: {
        changes: [{ field: 'Provider state', before: state, after: 'NotProvisioned' }],
        cautions: ['deprovisioning-ends-service', 'billing-until-deleted'],
        policy: 'deprovision',
        steps: [{ kind: 'await-deprovisioned' }],
      },
    });
  });

  test('with the deletion behind it, agreed to as a deletion is', () => {
    expect(planDeprovision(deprovision(true), somePlanInputs())).toMatchObject({
      ok: true,
      value: {
        changes: [{ field: 'Provider state' }, { field: 'Circuit', before: 'lon-01', after: '' }],
        cautions: [
          'deprovisioning-ends-service',
          'billing-until-deleted',
          'deleted-when-deprovisioned',
          'delete-is-final',
        ],
        policy: 'delete',
        steps: [{ kind: 'await-deprovisioned' }, { kind: 'delete-circuit' }],
      },
    });
  });

  test('and lists what the deletion will need gone, and the order', () => {
    const order = { provider: 'Equinix', orderNumber: 'EQX-1', recordedBy: 'U0OMAR0001', recordedAt: 0 };
    const plan = planDeprovision(
      deprovision(false),
      somePlanInputs({ connections: someConnections(2), order }),
    );
    expect(plan.ok && plan.value.seen).toEqual([
      { name: 'Provider state', value: 'Provisioned' },
      { name: 'Status', value: 'Enabled' },
      { name: 'Links', value: 'conn-0, conn-1' },
      { name: 'Authorizations', value: 'none' },
      { name: 'Global Reach', value: 'none' },
      { name: 'Route filters', value: 'none' },
      { name: 'Order', value: 'EQX-1' },
    ]);
  });
});
