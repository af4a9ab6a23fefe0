import { describe, expect, test } from 'vitest';
import type { WriteStep } from '../../../src/domain/operation/step.ts';
import { addressOf, notFound, serving, startStandIn } from '../support/stand-in.ts';
import { idOf, wireCircuit, wirePeering } from '../support/wire.ts';

const group = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network';
const connectionId = `${group}/connections/c`;
const gatewayId = `${group}/virtualNetworkGateways/gw`;

const ipv4 = { primarySubnet: '192.168.15.16/30', secondarySubnet: '192.168.15.20/30' };
const settings = { vlanId: 100, peerAsn: 65_010, ipv4 };
const putPeering = { kind: 'put-peering', peering: 'AzurePrivatePeering', settings } as const;

const create = {
  kind: 'create-circuit',
  region: 'uksouth',
  provider: 'Equinix',
  peeringLocation: 'London',
  bandwidthMbps: 200,
  tier: 'Standard',
  family: 'MeteredData',
  tags: {},
} as const;

/** How a step stands when Azure has this resource at that path; without one, when it has none. */
async function standOf(step: WriteStep, path?: string, resource?: unknown) {
  const standIn = await startStandIn(serving(path ? { [path]: resource } : {}));
  const stand = await standIn.writer.stand(addressOf(), step);
  expect(standIn.questions.map(({ method }) => method)).toEqual(['GET']);
  return stand;
}

function peering(properties = {}) {
  return wirePeering('AzurePrivatePeering', properties);
}

function connection(properties = {}) {
  return {
    properties: {
      provisioningState: 'Succeeded',
      virtualNetworkGateway1: { id: gatewayId },
      peer: { id: idOf('lon-01') },
      routingWeight: 10,
      ...properties,
    },
  };
}

const circuitPath = idOf('lon-01');
const peeringPath = `${circuitPath}/peerings/AzurePrivatePeering`;
const authorizationPath = `${circuitPath}/authorizations/a`;
const putAuthorization = { kind: 'put-authorization', name: 'a' } as const;
const resize = { kind: 'change-circuit', bandwidthMbps: 200, tier: 'Standard' } as const;
const connect = {
  kind: 'put-connection',
  connectionId,
  gatewayId,
  region: 'uksouth',
  routingWeight: 10,
  fastPath: false,
  redeems: 'a',
} as const;

type Puts = readonly (readonly [WriteStep, string, (properties?: object) => unknown])[];
const puts: Puts = [
  [create, circuitPath, (properties) => wireCircuit('lon-01', { ...properties })],
  [resize, circuitPath, (properties) => wireCircuit('lon-01', { ...properties })],
  [putPeering, peeringPath, peering],
  [
    putAuthorization,
    authorizationPath,
    (properties) => ({ properties: { provisioningState: 'Succeeded', ...properties } }),
  ],
  [connect, connectionId, connection],
];

describe.each(puts)('%j', (step, path, resource) => {
  test('is done when the resource is as was asked', async () => {
    expect(await standOf(step, path, resource())).toEqual({ kind: 'done' });
  });

  test.each(['Updating', 'Creating', 'Deleting'])(
    'is under way while it is %s',
    async (provisioningState) => {
      expect(await standOf(step, path, resource({ provisioningState }))).toEqual({ kind: 'under-way' });
    },
  );

  test.each(['Failed', 'Canceled'])('has failed when it is %s', async (provisioningState) => {
    expect(await standOf(step, path, resource({ provisioningState }))).toEqual({
      kind: 'failed',
      failure: expect.objectContaining({ code: provisioningState, details: [] }),
    });
  });

  test('is undone when there is none', async () => {
    expect(await standOf(step)).toEqual({ kind: 'undone' });
  });
});

describe('is undone, when the resource is different', () => {
  test.each<[string, WriteStep, string, unknown]>([
    ['another bandwidth', { ...resize, bandwidthMbps: 500 }, circuitPath, wireCircuit('lon-01')],
    ['another tier', { ...resize, tier: 'Premium' }, circuitPath, wireCircuit('lon-01')],
    ['another VLAN', putPeering, peeringPath, peering({ vlanId: 7 })],
    [
      'a family too many',
      putPeering,
      peeringPath,
      peering({ ipv6PeeringConfig: { primaryPeerAddressPrefix: 'x' } }),
    ],
    ['another weight', connect, connectionId, connection({ routingWeight: 0 })],
    ['FastPath', connect, connectionId, connection({ expressRouteGatewayBypass: true })],
    ['a connection of another circuit', connect, connectionId, connection({ peer: { id: idOf('fra-02') } })],
    ['another circuit', { ...create, bandwidthMbps: 50 }, circuitPath, wireCircuit('lon-01')],
    ['different and failed', putPeering, peeringPath, peering({ vlanId: 7, provisioningState: 'Failed' })],
  ])('%s', async (_, step, path, resource) => {
    expect(await standOf(step, path, resource)).toEqual({ kind: 'undone' });
  });

  test('a new shared key cannot be seen; the rest can', async () => {
    const step = { ...putPeering, settings: { ...settings, sharedKey: 'abc123' } };
    expect(await standOf(step, peeringPath, peering())).toEqual({ kind: 'unseen' });
    expect(await standOf(step, peeringPath, peering({ vlanId: 7 }))).toEqual({ kind: 'undone' });
    expect(await standOf(step, peeringPath, peering({ sharedKey: 'abc123' }))).toEqual({ kind: 'done' });
  });
});

describe.each<[WriteStep, string]>([
  [{ kind: 'delete-circuit' }, circuitPath],
  [{ kind: 'delete-peering', peering: 'AzurePrivatePeering' }, peeringPath],
  [{ kind: 'delete-authorization', name: 'a' }, authorizationPath],
  [{ kind: 'delete-connection', connectionId }, connectionId],
])('%j', (step, path) => {
  const inState = (provisioningState: string) => ({ properties: { provisioningState } });

  test('is done when there is none', async () => {
    expect(await standOf(step)).toEqual({ kind: 'done' });
  });

  test('is under way while it is Deleting', async () => {
    expect(await standOf(step, path, inState('Deleting'))).toEqual({ kind: 'under-way' });
  });

  test.each(['Succeeded', 'Failed', 'Updating'])('is undone while it is %s', async (state) => {
    expect(await standOf(step, path, inState(state))).toEqual({ kind: 'undone' });
  });
});

test('how a step stands is not told by an Azure that does not answer', async () => {
  const standIn = await startStandIn(() => 'drop');
  await expect(standIn.writer.stand(addressOf(), resize)).rejects.toMatchObject({ kind: 'unreachable' });
  const hidden = await startStandIn(() => ({
    ...notFound,
    body: { error: { code: 'SubscriptionNotFound' } },
  }));
  await expect(hidden.writer.stand(addressOf(), { kind: 'delete-circuit' })).rejects.toMatchObject({
    kind: 'not-found',
  });
});
