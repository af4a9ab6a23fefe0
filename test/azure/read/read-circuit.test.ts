import { describe, expect, test } from 'vitest';
import { recorded } from '../support/recorded-resource.ts';
import { addressOf, notFound, serving, startStandIn } from '../support/stand-in.ts';
import { circuitOf, idOf, type Json, wireCircuit, wirePeering } from '../support/wire.ts';

const noKey = '00000000-0000-0000-0000-000000000000';
const key = 'f10c0457-f2e3-40b9-9787-a574416c1299';

function server(circuit: Json) {
  return startStandIn(serving({ [idOf('lon-01')]: circuit }));
}

async function sightOf(circuit: Json) {
  return (await server(circuit)).writer.readCircuit(addressOf());
}

describe('a circuit', () => {
  test('is one GET, read as the list reads it', async () => {
    const wire = wireCircuit('lon-01', { peerings: [wirePeering('AzurePrivatePeering')] });
    const standIn = await server(wire);
    expect(await standIn.writer.readCircuit(addressOf())).toEqual({
      circuit: await circuitOf(wire),
      etag: wire.etag,
      hasServiceKey: true,
      globalReach: [],
      redeemedBy: {},
      signatures: {},
    });
    expect(standIn.questions.map(({ method, url }) => [method, url])).toEqual([
      ['GET', `${idOf('lon-01')}?api-version=2026-01-01`],
    ]);
  });

  test('as Azure really answered can be read', async () => {
    const circuits = recorded(/expressRouteCircuits\/circuit1$/u);
    expect(circuits.length).toBeGreaterThan(3);
    for (const circuit of circuits) {
      expect(await sightOf(circuit)).toMatchObject({ circuit: { name: 'circuit1' }, hasServiceKey: true });
    }
  });

  test('that is not there is none', async () => {
    const standIn = await startStandIn(() => notFound);
    expect(await standIn.writer.readCircuit(addressOf())).toBeUndefined();
  });

  test('that is not shown to us is a fault', async () => {
    const body = { error: { code: 'SubscriptionNotFound', message: 'x' } };
    const standIn = await startStandIn(() => ({ status: 404, body }));
    await expect(standIn.writer.readCircuit(addressOf())).rejects.toMatchObject({ kind: 'not-found' });
  });

  test.each(['<html>', 'null', '[]', '{}', '{"id":"/subscriptions/x"}', ''])(
    '%j is a fault',
    async (body) => {
      const standIn = await startStandIn(() => ({ body }));
      await expect(standIn.writer.readCircuit(addressOf())).rejects.toMatchObject({ kind: 'unreadable' });
    },
  );

  test('has no etag when Azure sends none', async () => {
    expect(await sightOf(wireCircuit('lon-01', {}, { etag: '' }))).toMatchObject({ etag: undefined });
  });

  test('tells which connections redeemed its authorizations, and no key', async () => {
    const authorizations = [
      { name: 'for-ann', properties: { authorizationKey: key, authorizationUseStatus: 'Available' } },
      { name: 'for-bob', properties: { authorizationKey: key, connectionResourceUri: '/c/1' } },
    ];
    const sight = await sightOf(wireCircuit('lon-01', { authorizations, serviceKey: noKey }));
    expect(sight?.redeemedBy).toEqual({ 'for-bob': '/c/1' });
    expect(JSON.stringify(sight)).not.toContain(key);
  });

  test('tells Global Reach in both directions', async () => {
    const joined = (name: string, circuitConnectionStatus?: string) => ({
      name,
      properties: { circuitConnectionStatus },
    });
    const peerings = [
      wirePeering('AzurePrivatePeering', {
        connections: [joined('to-fra', 'Connected')],
        peeredConnections: [joined('from-nyc')],
      }),
    ];
    expect((await sightOf(wireCircuit('lon-01', { peerings })))?.globalReach).toEqual([
      { name: 'to-fra', peering: 'AzurePrivatePeering', status: 'Connected' },
      { name: 'from-nyc', peering: 'AzurePrivatePeering', status: 'Unknown' },
    ]);
  });

  test.each([noKey, '', undefined, 'soon'])('with service key %j has none yet', async (serviceKey) => {
    expect(await sightOf(wireCircuit('lon-01', { serviceKey }))).toMatchObject({ hasServiceKey: false });
  });

  test('is told without its keys', async () => {
    const authorizations = [{ name: 'a', properties: { authorizationKey: 'a-secret' } }];
    const sight = await sightOf(wireCircuit('lon-01', { authorizations }));
    expect(JSON.stringify(sight)).not.toContain(key);
    expect(JSON.stringify(sight)).not.toContain('a-secret');
  });
});

describe('a service key', () => {
  const keyOf = async (properties: Json) =>
    (await server(wireCircuit('lon-01', properties))).writer.readServiceKey(addressOf());

  test('is told when Azure has issued it', async () => {
    expect(await keyOf({ serviceKey: key })).toBe(key);
  });

  test.each([
    ['the all-zero one', { serviceKey: noKey }],
    ['while Updating', { serviceKey: key, provisioningState: 'Updating' }],
    ['after a failure', { serviceKey: key, provisioningState: 'Failed' }],
    ['of an odd form', { serviceKey: 'none' }],
  ])('is not: %s', async (_, properties) => {
    expect(await keyOf(properties)).toBeUndefined();
  });

  test('of a circuit that is gone is none', async () => {
    const standIn = await startStandIn(() => notFound);
    expect(await standIn.writer.readServiceKey(addressOf())).toBeUndefined();
  });
});

describe('an authorization key', () => {
  const path = `${idOf('lon-01')}/authorizations/a`.toLowerCase();

  test('is told with the authorization', async () => {
    const standIn = await startStandIn(() => ({ body: { properties: { authorizationKey: key } } }));
    expect(await standIn.writer.readAuthorizationKey(addressOf(), 'a')).toBe(key);
    expect(standIn.asked()).toEqual([`GET ${path}`]);
  });

  test('is asked for by itself when it is not', async () => {
    const standIn = await startStandIn(({ method }) =>
      method === 'GET' ? { body: { properties: {} } } : { body: { authorizationKey: key } },
    );
    expect(await standIn.writer.readAuthorizationKey(addressOf(), 'a')).toBe(key);
    expect(standIn.asked()).toEqual([`GET ${path}`, `POST ${path}/listkeys`]);
  });

  test('of an authorization that is gone is none', async () => {
    const gone = await startStandIn(() => notFound);
    expect(await gone.writer.readAuthorizationKey(addressOf(), 'a')).toBeUndefined();
    const going = await startStandIn(({ method }) => (method === 'GET' ? { body: {} } : notFound));
    expect(await going.writer.readAuthorizationKey(addressOf(), 'a')).toBeUndefined();
  });

  test('that may not be read is a fault', async () => {
    const standIn = await startStandIn(({ method }) => (method === 'GET' ? { body: {} } : { status: 403 }));
    await expect(standIn.writer.readAuthorizationKey(addressOf(), 'a')).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });
});
