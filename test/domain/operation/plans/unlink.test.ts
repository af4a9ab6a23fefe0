import { describe, expect, test } from 'vitest';
import type { UnlinkIntent } from '../../../../src/domain/operation/intent.ts';
import type { PlanInputs } from '../../../../src/domain/operation/plan.ts';
import { planUnlink } from '../../../../src/domain/operation/plans/unlink.ts';
import { aService, circuitIdOf, subscription2 } from '../../../support/a-circuit.ts';
import { aCircuitSight, aConnection, aTarget, somePlanInputs } from '../../../support/plan-inputs.ts';

const connection = aConnection({ routingWeight: 10 });
const foreign = aConnection({ name: 'conn-x', subscriptionId: subscription2, resourceGroup: 'rg-x' });
const on = { id: circuitIdOf('lon-01'), name: 'lon-01' };

const unlink = (what: UnlinkIntent['what']): UnlinkIntent => ({
  operation: 'unlink',
  target: aTarget(),
  what,
});
const ofConnection = ({ id, name } = connection) => unlink({ kind: 'connection', id, name });
const ofAuthorization = (name: string) => unlink({ kind: 'authorization', name });

const authorizations = [
  { name: 'for-x', inUse: true },
  { name: 'spare', inUse: false },
];
const inputs = (overrides: Partial<PlanInputs> = {}) =>
  somePlanInputs({
    connections: [connection],
    sight: aCircuitSight({ authorizations }, { redeemedBy: { 'for-x': foreign.id } }),
    ...overrides,
  });

describe('unlinking is refused when', () => {
  const rows: readonly (readonly [string, UnlinkIntent, Partial<PlanInputs>, object])[] = [
    ['the circuit is gone', ofConnection(), { sight: undefined }, { code: 'target-gone' }],
    [
      'Azure is changing the circuit',
      ofConnection(),
      { sight: aCircuitSight({ provisioningState: 'Updating' }) },
      { code: 'target-unsettled', provisioningState: 'Updating' },
    ],
    [
      'the connection is there no more',
      ofConnection(),
      { connections: [] },
      { code: 'connection-gone', on, connection: 'conn-hub' },
    ],
    [
      'the connection is in a subscription that is not watched',
      ofConnection(foreign),
      {},
      { code: 'connection-unwatched', on, connection: 'conn-x', subscriptionId: subscription2 },
    ],
    [
      'the authorization is there no more',
      ofAuthorization('old'),
      {},
      { code: 'authorization-gone', on, authorization: 'old' },
    ],
    [
      'a connection that is not seen redeemed the authorization',
      ofAuthorization('FOR-x'),
      {},
      {
        code: 'authorization-in-use',
        on,
        authorization: 'for-x',
        connection: { name: 'conn-x', subscriptionId: subscription2 },
        isSeen: false,
      },
    ],
    [
      'a connection that is seen redeemed it',
      ofAuthorization('for-x'),
      { connections: [connection, { ...foreign, id: foreign.id.toUpperCase() }] },
      { code: 'authorization-in-use', isSeen: true },
    ],
    [
      'Azure says that it is in use and not by whom',
      ofAuthorization('for-x'),
      { sight: aCircuitSight({ authorizations }) },
      { code: 'authorization-in-use', authorization: 'for-x', isSeen: false },
    ],
  ];
  test.each(rows)('%s', (_case, intent, read, refusal) => {
    expect(planUnlink(intent, inputs(read))).toMatchObject({ ok: false, refusal });
  });
});

describe('unlinking is planned', () => {
  test('as the end of one connection', () => {
    expect(
      planUnlink(ofConnection({ ...connection, id: connection.id.toUpperCase() }), inputs()),
    ).toMatchObject({
      ok: true,
      value: {
        changes: [
          { field: 'Connection', before: 'conn-hub', after: '' },
          { field: 'Gateway', before: 'gw-of-conn-hub', after: '' },
        ],
        cautions: ['unlink-cuts-network'],
        policy: 'unlink',
        steps: [{ kind: 'delete-connection', connectionId: connection.id }],
      },
    });
  });

  test('and says that the authorization stays which the connection redeemed', () => {
    const plan = planUnlink(ofConnection(foreign), inputs({ connections: [foreign] }));
    expect(plan.ok && plan.value.seen).toContainEqual({
      name: 'Authorization',
      value: 'for-x, stays and can be redeemed again',
    });
  });

  test('as the end of an authorization that nobody redeemed', () => {
    expect(planUnlink(ofAuthorization('SPARE'), inputs())).toMatchObject({
      ok: true,
      value: {
        changes: [{ field: 'Authorization', before: 'spare', after: '' }],
        cautions: ['revoking-cuts-connections'],
        steps: [{ kind: 'delete-authorization', name: 'spare' }],
      },
    });
  });

  test.each(['Failed', 'Succeeded'] as const)(
    'whatever the provider has done, with the last change %s',
    (provisioningState) => {
      const service = aService({ providerState: 'NotProvisioned' });
      const sight = aCircuitSight({ provisioningState, service, status: 'Disabled' });
      expect(planUnlink(ofConnection(), inputs({ sight })).ok).toBe(true);
    },
  );
});
