import { describe, expect, test } from 'vitest';
import type { Circuit } from '../../../../src/domain/circuit/circuit.ts';
import type { LinkIntent } from '../../../../src/domain/operation/intent.ts';
import type { PlanInputs } from '../../../../src/domain/operation/plan.ts';
import { planLink } from '../../../../src/domain/operation/plans/link.ts';
import {
  aCircuit,
  aDirectService,
  aMicrosoftPeering,
  aPeering,
  aService,
  circuitIdOf,
  subscription2,
} from '../../../support/a-circuit.ts';
import {
  aCircuitSight,
  aConnection,
  aGateway,
  aTarget,
  someConnections,
  somePlanInputs,
} from '../../../support/plan-inputs.ts';

const gateway = aGateway();
const foreign = aGateway({ name: 'gw-spoke', subscriptionId: subscription2, resourceGroup: 'rg-spoke' });

function connect(overrides: Partial<LinkIntent> = {}): LinkIntent {
  return {
    operation: 'link',
    deed: 'connect',
    target: aTarget(),
    gatewayId: gateway.id,
    connectionName: 'lon-01-hub',
    routingWeight: 0,
    fastPath: false,
    ...overrides,
  };
}

const inputs = (overrides: Partial<PlanInputs> = {}) =>
  somePlanInputs({ gateways: [gateway, foreign], ...overrides });
const sightOf = (circuit: Partial<Circuit>) => ({ sight: aCircuitSight(circuit) });
const withGateway = (overrides: Parameters<typeof aGateway>[0]) => ({ gateways: [aGateway(overrides)] });

const neighbours = ['lon-01', 'lon-02', 'lon-03', 'lon-04', 'lon-05'].map((name) => aCircuit({ name }));
const idsOf = (names: readonly string[]) => names.map((name) => circuitIdOf(name).toUpperCase());
const on = { id: circuitIdOf('lon-01'), name: 'lon-01' };

describe('linking a gateway is refused when', () => {
  const rows: readonly (readonly [string, Partial<LinkIntent>, Partial<PlanInputs>, object])[] = [
    ['the circuit is gone', {}, { sight: undefined }, { code: 'target-gone', name: 'lon-01' }],
    [
      'Azure is changing the circuit',
      {},
      sightOf({ provisioningState: 'Updating' }),
      { code: 'target-unsettled', provisioningState: 'Updating' },
    ],
    [
      "the circuit's last change failed",
      {},
      sightOf({ provisioningState: 'Failed' }),
      { code: 'target-unsettled', provisioningState: 'Failed' },
    ],
    [
      'the provider has not provisioned it',
      {},
      sightOf({ service: aService({ providerState: 'Provisioning' }) }),
      { code: 'not-provisioned', operation: 'link', providerState: 'Provisioning', status: 'Enabled' },
    ],
    [
      'Microsoft has not enabled it',
      {},
      sightOf({ status: 'Disabled' }),
      { code: 'not-provisioned', providerState: 'Provisioned', status: 'Disabled' },
    ],
    [
      'a circuit on ExpressRoute Direct is not enabled',
      {},
      sightOf({ status: 'Disabled', service: aDirectService() }),
      { code: 'not-provisioned', providerState: '' },
    ],
    [
      'there is no Azure private peering',
      {},
      sightOf({ peerings: [aMicrosoftPeering()] }),
      { code: 'private-peering-missing', on },
    ],
    [
      'a Standard circuit has ten links',
      {},
      { connections: someConnections(10) },
      { code: 'link-limit-reached', on, limit: 10, used: 10, globalReach: 0, tier: 'Standard' },
    ],
    [
      'links and Global Reach together reach the limit',
      {},
      {
        connections: someConnections(9),
        sight: aCircuitSight(
          {},
          { globalReach: [{ name: 'gr', peering: 'AzurePrivatePeering', status: 'Connected' }] },
        ),
      },
      { code: 'link-limit-reached', limit: 10, used: 10, globalReach: 1 },
    ],
    [
      'a Premium circuit has as many as its bandwidth allows',
      {},
      {
        ...sightOf({ sku: { tier: 'Premium', family: 'MeteredData' } }),
        connections: someConnections(25),
      },
      { code: 'link-limit-reached', limit: 25, tier: 'Premium', bandwidthMbps: 200 },
    ],
    ['the gateway is gone', {}, { gateways: [] }, { code: 'gateway-gone', gateway: 'gw-hub' }],
    [
      'the id is that of something else',
      { gatewayId: aConnection().id },
      {},
      { code: 'gateway-gone', gateway: 'conn-hub' },
    ],
    [
      'the gateway is linked already',
      {},
      { connections: [aConnection({ name: 'old', gatewayId: gateway.id.toUpperCase() })] },
      { code: 'gateway-linked', on, gateway: 'gw-hub', connection: 'old' },
    ],
    [
      'the connection’s name is taken beside the gateway',
      {},
      { connections: [aConnection({ name: 'LON-01-hub' })] },
      { code: 'connection-name-taken', connection: 'lon-01-hub', resourceGroup: 'rg-hub' },
    ],
    ...['', 'a b', '-a', 'a-', 'a.', 'ä', 'a/b', '_a', 'x'.repeat(81)].map(
      (connectionName) =>
        [
          `the connection’s name is ${JSON.stringify(connectionName.slice(0, 8))}`,
          { connectionName },
          {},
          { code: 'connection-name-malformed', connection: connectionName },
        ] as const,
    ),
    ...[-1, 32_001, 1.5, Number.NaN].map(
      (routingWeight) =>
        [
          `the routing weight is ${routingWeight}`,
          { routingWeight },
          {},
          { code: 'routing-weight-out-of-range', weight: routingWeight, limit: 32_000 },
        ] as const,
    ),
    [
      'FastPath is wanted of a gateway too small for it',
      { fastPath: true },
      {},
      { code: 'fast-path-unsupported', gateway: 'gw-hub', sku: 'ErGw1AZ' },
    ],
    [
      'the network is linked to as many circuits as its gateway takes',
      {},
      withGateway({ circuitIds: idsOf(['a', 'b', 'c', 'd']) }),
      { code: 'gateway-full', gateway: 'gw-hub', sku: 'ErGw1AZ', circuits: 4, limit: 4 },
    ],
    [
      'the network is linked to four circuits of this location',
      {},
      {
        ...withGateway({ sku: 'ErGw3AZ', circuitIds: idsOf(['lon-02', 'lon-03', 'lon-04', 'lon-05']) }),
        neighbours,
      },
      {
        code: 'gateway-location-full',
        location: 'London',
        circuits: ['lon-02', 'lon-03', 'lon-04', 'lon-05'],
        limit: 4,
      },
    ],
    [
      'the network has too many address spaces',
      {},
      withGateway({ addressSpaces: Array.from({ length: 201 }, (_, index) => `10.1.${index}.0/24`) }),
      { code: 'address-spaces-too-many', gateway: 'gw-hub', count: 201, limit: 200 },
    ],
    [
      'an address space overlaps a peering subnet',
      {},
      withGateway({ addressSpaces: ['10.0.0.0/8', '192.168.0.0/20'] }),
      {
        code: 'address-space-overlaps',
        on,
        addressSpace: '192.168.0.0/20',
        subnet: '192.168.15.16/30',
        peering: 'AzurePrivatePeering',
      },
    ],
    [
      'an IPv6 address space overlaps a peering subnet',
      {},
      {
        ...withGateway({ addressSpaces: ['2001:db8::/32'] }),
        ...sightOf({ peerings: [aPeering({ ipv6: { secondarySubnet: '2001:DB8:0:1::4/126' } })] }),
      },
      { code: 'address-space-overlaps', subnet: '2001:DB8:0:1::4/126' },
    ],
  ];
  test.each(rows)('%s', (_case, intent, read, refusal) => {
    expect(planLink(connect(intent), inputs(read))).toMatchObject({ ok: false, refusal });
  });
});

describe('linking a gateway is planned', () => {
  const planned = (intent: Partial<LinkIntent>, read: Partial<PlanInputs> = {}) => {
    const plan = planLink(connect(intent), inputs(read));
    if (!plan.ok) throw new Error(plan.refusal.code);
    return plan.value;
  };

  test('of the same subscription as one connection, beside the gateway and in its region', () => {
    const { steps, changes, seen, cautions, policy } = planned({ routingWeight: 10 });
    expect(steps).toEqual([
      {
        kind: 'put-connection',
        connectionId: gateway.id.replace('virtualNetworkGateways/gw-hub', 'connections/lon-01-hub'),
        gatewayId: gateway.id,
        region: 'uksouth',
        routingWeight: 10,
        fastPath: false,
      },
    ]);
    expect(changes).toContainEqual({ field: 'Connection', before: '', after: 'lon-01-hub' });
    expect(changes).toContainEqual({ field: 'Routing weight', before: '', after: '10' });
    expect(changes.map(({ field }) => field)).not.toContain('Authorization');
    // Links made one after the other do not make each other stale.
    expect(seen.map(({ name }) => name)).not.toContain('Links');
    expect(seen).toContainEqual({ name: 'Azure private peering', value: 'Enabled' });
    expect(cautions).toEqual(['link-joins-networks']);
    expect(policy).toBe('link');
  });

  test('of another subscription with an authorization that it redeems', () => {
    const { steps, changes } = planned({ gatewayId: foreign.id.toLowerCase() });
    expect(steps).toMatchObject([
      { kind: 'put-authorization', name: 'lon-01-hub' },
      {
        kind: 'put-connection',
        redeems: 'lon-01-hub',
        gatewayId: foreign.id,
        connectionId: expect.stringContaining(`/subscriptions/${subscription2}/resourceGroups/rg-spoke/`),
      },
    ]);
    expect(changes).toContainEqual({
      field: 'Authorization',
      before: '',
      after: 'lon-01-hub, redeemed by this connection',
    });
  });

  test('with the authorization that an earlier try left, and never with one that is in use', () => {
    const authorizations = [
      { name: 'LON-01-hub', inUse: true },
      { name: 'lon-01-hub-2', inUse: true },
      { name: 'lon-01-hub-3', inUse: false },
    ];
    const { steps } = planned({ gatewayId: foreign.id }, sightOf({ authorizations }));
    expect(steps[0]).toEqual({ kind: 'put-authorization', name: 'lon-01-hub-3' });
    const left = planned({ gatewayId: foreign.id }, sightOf({ authorizations: authorizations.slice(2) }));
    expect(left.steps[0]).toEqual({ kind: 'put-authorization', name: 'lon-01-hub' });
  });

  test('with an authorization whose name stays short enough', () => {
    const connectionName = 'x'.repeat(80);
    const authorizations = [{ name: connectionName, inUse: true }];
    const { steps } = planned({ gatewayId: foreign.id, connectionName }, sightOf({ authorizations }));
    expect(steps[0]).toEqual({ kind: 'put-authorization', name: `${'x'.repeat(78)}-2` });
  });

  test.each(['UltraPerformance', 'ErGw3AZ', 'ErGwScale', 'ergw3az'])('with FastPath on %s', (sku) => {
    const { cautions, steps } = planned({ fastPath: true }, withGateway({ sku }));
    expect(cautions).toEqual(['link-joins-networks', 'fast-path-bypasses-gateway']);
    expect(steps).toMatchObject([{ fastPath: true }]);
  });

  test('on ExpressRoute Direct, which has no provider state', () => {
    const { seen } = planned({}, sightOf({ service: aDirectService() }));
    expect(seen).toContainEqual({ name: 'Provider state', value: 'none (ExpressRoute Direct)' });
  });

  test('without a private peering to be seen where the provider manages layer 3', () => {
    const order = { provider: 'Equinix', layer: 3, recordedBy: 'U0OMAR0001', recordedAt: 0 } as const;
    const { seen } = planned({}, { ...sightOf({ peerings: [] }), order });
    expect(seen).toContainEqual({
      name: 'Azure private peering',
      value: 'not shown, the provider’s (layer 3)',
    });
  });

  test('where limits are not known, or not reached', () => {
    planned({}, { connections: someConnections(9) });
    planned(
      {},
      { ...sightOf({ sku: { tier: 'MultiCloud', family: '' } }), connections: someConnections(200) },
    );
    planned({}, withGateway({ sku: 'ErGw9', circuitIds: idsOf(['a', 'b', 'c', 'd', 'e']) }));
    planned({}, withGateway({ addressSpaces: undefined }));
    planned({}, withGateway({ addressSpaces: ['10.0.0.0/8', 'not a network', '192.168.15.24/30'] }));
    const elsewhere = neighbours.map((one) => ({ ...one, service: aService({ peeringLocation: 'Paris' }) }));
    const circuitIds = idsOf(['lon-02', 'lon-03', 'lon-04', 'lon-05']);
    planned({}, { ...withGateway({ sku: 'ErGw3AZ', circuitIds }), neighbours: elsewhere });
  });
});

describe('an authorization', () => {
  const authorize = (authorizationName: string) =>
    ({ operation: 'link', deed: 'authorize', target: aTarget(), authorizationName }) as const;
  const authorizations = [{ name: 'for-bob', inUse: true }];

  test.each([
    ['the circuit is gone', 'for-ann', { sight: undefined }, { code: 'target-gone' }],
    [
      'the circuit is not provisioned',
      'for-ann',
      sightOf({ service: aService({ providerState: 'NotProvisioned' }) }),
      { code: 'not-provisioned', operation: 'link' },
    ],
    [
      'its name is taken',
      'FOR-bob',
      sightOf({ authorizations }),
      {
        code: 'authorization-name-taken',
        on,
        authorization: 'for-bob',
        inUse: true,
      },
    ],
    [
      'its name is malformed',
      'for ann',
      {},
      { code: 'authorization-name-malformed', authorization: 'for ann' },
    ],
    [
      'no link is left that could redeem it',
      'for-ann',
      { connections: someConnections(10) },
      { code: 'link-limit-reached', limit: 10 },
    ],
  ] as const)('is refused when %s', (_case, name, read, refusal) => {
    expect(planLink(authorize(name), inputs(read))).toMatchObject({ ok: false, refusal });
  });

  test('is planned as one step, and says what it opens', () => {
    expect(planLink(authorize('for-ann'), inputs(sightOf({ authorizations })))).toMatchObject({
      ok: true,
      value: {
        changes: [{ field: 'Authorization', before: '', after: 'for-ann' }],
        cautions: ['authorization-opens-circuit'],
        policy: 'link',
        steps: [{ kind: 'put-authorization', name: 'for-ann' }],
      },
    });
  });
});
