import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WriteStep } from '../../../src/domain/operation/step.ts';
import { example } from '../support/example.ts';
import { differences } from '../support/json-paths.ts';
import { addressOf, notFound, serving, startStandIn } from '../support/stand-in.ts';
import { withStrangers } from '../support/strangers.ts';
import { idOf, type Json } from '../support/wire.ts';

const group =
  '/subscriptions/00000000-0000-0000-0000-00000000000b/resourceGroups/rg-b/providers/Microsoft.Network';
const connectionId = `${group}/connections/to-lon-01`;
const gatewayId = `${group}/virtualNetworkGateways/gw-1`;
const authorizationKey = '5a1d9a52-6d0a-4c1c-8f5b-6f3f6a0f2c11';
const authorizationPath = `${idOf('lon-01')}/authorizations/auth-1`;

type PutConnection = Extract<WriteStep, { kind: 'put-connection' }>;

function aStep(overrides: Partial<PutConnection> = {}): PutConnection {
  const base = { kind: 'put-connection', connectionId, gatewayId, region: 'uksouth' } as const;
  return { ...base, routingWeight: 10, fastPath: false, ...overrides };
}

/** The official example, made a connection to a circuit. */
function aConnection(properties: Json = {}): Json {
  const { answer } = example('VirtualNetworkGatewayConnectionGet');
  return {
    ...answer,
    properties: {
      ...Object(answer.properties),
      connectionType: 'ExpressRoute',
      virtualNetworkGateway1: { id: gatewayId.toUpperCase(), properties: {} },
      peer: { id: idOf('LON-01') },
      ...properties,
    },
  };
}

async function bodyFor(step: PutConnection, resources: Readonly<Record<string, unknown>>) {
  const standIn = await startStandIn(serving(resources));
  const sent = await standIn.writer.send(addressOf(), step);
  const put = standIn.questions.find(({ method }) => method === 'PUT');
  return { sent, put, body: JSON.parse(put?.body ?? 'null') };
}

test('only weight and FastPath are different in the PUT, whatever the connection holds', async () => {
  const standIn = await startStandIn(serving({}));
  const documents = [aConnection(), aConnection({ routingWeight: 10, expressRouteGatewayBypass: true })];
  const asked = fc.record({ routingWeight: fc.constantFrom(0, 10, 32_000), fastPath: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(withStrangers(documents), asked, async (document, { routingWeight, fastPath }) => {
      standIn.replay(serving({ [connectionId]: document }));
      await standIn.writer.send(addressOf(), aStep({ routingWeight, fastPath }));
      const { routingWeight: weight, expressRouteGatewayBypass: bypass = false } = Object(
        document.properties,
      );
      const expected = [
        ...(bypass === fastPath ? [] : ['/properties/expressRouteGatewayBypass']),
        ...(weight === routingWeight ? [] : ['/properties/routingWeight']),
      ];
      const put = standIn.questions[1];
      const after = put ? JSON.parse(put.body) : document;
      expect(differences(document, after)).toEqual(expect.arrayContaining(expected));
      expect(differences(document, after)).toHaveLength(expected.length);
      expect(after.properties).toMatchObject({ routingWeight });
      expect(after.properties.expressRouteGatewayBypass ?? false).toBe(fastPath);
    }),
    { numRuns: 200 },
  );
});

describe('a new connection', () => {
  test('names gateway and circuit as Azure writes them', async () => {
    const { put, body } = await bodyFor(aStep({ fastPath: true }), {});
    expect(put?.headers['if-none-match']).toBe('*');
    expect(put?.path).toBe(connectionId.toLowerCase());
    expect(body).toEqual({
      location: 'uksouth',
      properties: {
        connectionType: 'ExpressRoute',
        virtualNetworkGateway1: { id: gatewayId },
        peer: { id: idOf('lon-01') },
        routingWeight: 10,
        expressRouteGatewayBypass: true,
      },
    });
  });

  test('redeems the authorization’s key', async () => {
    const authorization = { properties: { authorizationKey } };
    const { body } = await bodyFor(aStep({ redeems: 'auth-1' }), { [authorizationPath]: authorization });
    expect(body.properties.authorizationKey).toBe(authorizationKey);
  });

  test('is not asked for when the authorization is gone', async () => {
    const standIn = await startStandIn(serving({}));
    await expect(standIn.writer.send(addressOf(), aStep({ redeems: 'auth-1' }))).rejects.toMatchObject({
      kind: 'refused',
      failure: { code: 'AuthorizationNotFound', message: expect.stringContaining('auth-1') },
    });
    expect(standIn.questions.map(({ method }) => method)).toEqual(['GET']);
  });
});

describe('a name that is taken', () => {
  test.each([
    ['another circuit', { peer: { id: idOf('fra-02') } }],
    ['another gateway', { virtualNetworkGateway1: { id: `${group}/virtualNetworkGateways/gw-2` } }],
    ['no circuit at all', { peer: undefined }],
  ])('by a connection to %s is refused, and nothing is sent', async (_, properties) => {
    const standIn = await startStandIn(serving({ [connectionId]: aConnection(properties) }));
    await expect(standIn.writer.send(addressOf(), aStep())).rejects.toMatchObject({
      kind: 'refused',
      failure: { code: 'NameTaken', message: expect.stringContaining(connectionId) },
    });
    expect(standIn.questions.map(({ method }) => method)).toEqual(['GET']);
  });
});

describe('a deletion', () => {
  const step = { kind: 'delete-connection', connectionId } as const;

  test('reads first whether it is still this circuit’s', async () => {
    const standIn = await startStandIn(serving({ [connectionId]: aConnection() }));
    expect(await standIn.writer.send(addressOf(), step)).toMatchObject({ kind: 'started' });
    expect(standIn.asked()).toEqual([
      `GET ${connectionId.toLowerCase()}`,
      `DELETE ${connectionId.toLowerCase()}`,
    ]);
  });

  test('of one that joins another circuit now is refused', async () => {
    const standIn = await startStandIn(
      serving({ [connectionId]: aConnection({ peer: { id: idOf('fra-02') } }) }),
    );
    await expect(standIn.writer.send(addressOf(), step)).rejects.toMatchObject({ kind: 'refused' });
    expect(standIn.questions).toHaveLength(1);
  });

  test('of one that is gone is done', async () => {
    const standIn = await startStandIn(() => notFound);
    expect(await standIn.writer.send(addressOf(), step)).toEqual({ kind: 'done' });
  });
});
