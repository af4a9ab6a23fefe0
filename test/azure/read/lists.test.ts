import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { circuitIdOf } from '../../support/a-circuit.ts';
import { example } from '../support/example.ts';
import { startStandIn } from '../support/stand-in.ts';
import { subscriptionId } from '../support/wire.ts';

const GraphQuestion = z.object({
  subscriptions: z.array(z.string()),
  query: z.string(),
  options: z.object({ $skipToken: z.string().optional() }),
});

const providers = `/subscriptions/${subscriptionId}/providers/microsoft.network/expressrouteserviceproviders`;

/** A Resource Graph with these pages for each resource type, joined by tokens. */
function graph(pages: Readonly<Record<string, readonly (readonly unknown[])[]>>) {
  return startStandIn(({ body }) => {
    const { query, options } = GraphQuestion.parse(JSON.parse(body));
    const type = Object.keys(pages).find((name) => query.includes(`'microsoft.network/${name}'`)) ?? '';
    const at = Number(options.$skipToken ?? 0);
    const next = pages[type]?.[at + 1] && String(at + 1);
    return { body: { data: pages[type]?.[at] ?? [], ...(next && { $skipToken: next }) } };
  });
}

const place = { subscriptionId: 'SUB-B', resourceGroup: 'rg-b' };

describe('the connections of a circuit', () => {
  const id = circuitIdOf('lon-01');
  const row = { id: '/c/1', name: 'c-1', ...place, gateway: '/g/1', status: 'Connected' };

  test('are those of every subscription that is named, of all pages', async () => {
    const rows = [{ ...row, weight: 10, fastPath: true }];
    const standIn = await graph({
      connections: [rows, [{ ...row, id: '/c/2', weight: null, fastPath: null }]],
    });
    expect(await standIn.writer.connections(['sub-a', 'sub-b'], id)).toEqual([
      {
        id: '/c/1',
        name: 'c-1',
        subscriptionId: 'sub-b',
        resourceGroup: 'rg-b',
        gatewayId: '/g/1',
        status: 'Connected',
        routingWeight: 10,
        fastPath: true,
      },
      expect.objectContaining({ id: '/c/2', routingWeight: 0, fastPath: false }),
    ]);
    expect(standIn.asked()).toEqual(Array(2).fill('POST /providers/microsoft.resourcegraph/resources'));
    const { subscriptions, query } = GraphQuestion.parse(JSON.parse(standIn.questions[0]?.body ?? ''));
    expect(subscriptions).toEqual(['sub-a', 'sub-b']);
    expect(query).toContain(`properties.peer.id =~ '${id}'`);
  });

  test('are none in no subscription, and Azure is not asked: it would search them all', async () => {
    const standIn = await graph({ connections: [[row]] });
    expect(await standIn.writer.connections([], id)).toEqual([]);
    expect(standIn.questions).toEqual([]);
  });

  test('a quote in a name cannot end the query’s text', async () => {
    const standIn = await graph({});
    await standIn.writer.connections(['sub-a'], circuitIdOf("x' or 1==1 \\"));
    expect(JSON.parse(standIn.questions[0]?.body ?? '').query).toContain("x\\' or 1==1 \\\\'");
  });

  test('that go on without end are a fault', async () => {
    const standIn = await startStandIn(() => ({ body: { data: [], $skipToken: 'again' } }));
    await expect(standIn.writer.connections(['a'], id)).rejects.toMatchObject({ kind: 'unreadable' });
    expect(standIn.questions).toHaveLength(100);
  });

  test.each(['', 'null', '{}', '{"data":[{}]}', '<html>'])('%j is a fault', async (body) => {
    const standIn = await startStandIn(() => ({ body }));
    await expect(standIn.writer.connections(['a'], id)).rejects.toMatchObject({ kind: 'unreadable' });
  });
});

describe('gateways', () => {
  const subnet = {
    id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/V/subnets/GatewaySubnet',
  };
  const row = {
    id: '/g/1',
    name: 'gw-1',
    ...place,
    location: 'uksouth',
    sku: 'ErGw1AZ',
    ipConfigurations: [{ properties: { subnet } }],
  };
  const network = {
    id: '/subscriptions/S/resourcegroups/G/providers/microsoft.network/virtualnetworks/v',
    prefixes: ['10.0.0.0/16', 'fd00::/48'],
  };

  test('come with the address spaces of their networks', async () => {
    const standIn = await graph({ virtualnetworkgateways: [[row]], virtualnetworks: [[], [network]] });
    expect(await standIn.writer.gateways(['sub-b'])).toEqual([
      {
        id: '/g/1',
        name: 'gw-1',
        subscriptionId: 'sub-b',
        resourceGroup: 'rg-b',
        region: 'uksouth',
        sku: 'ErGw1AZ',
        addressSpaces: ['10.0.0.0/16', 'fd00::/48'],
        circuitIds: [],
      },
    ]);
    expect(JSON.parse(standIn.questions[0]?.body ?? '').query).toContain(
      "properties.gatewayType =~ 'ExpressRoute'",
    );
  });

  test('come with the circuits that they are connected to', async () => {
    const joined = (id: string, gateway: string, circuit: string | null) => ({ id, gateway, circuit });
    const standIn = await graph({
      virtualnetworkgateways: [[row, { ...row, id: '/g/2' }]],
      connections: [
        [joined('/c/1', '/G/1', '/e/lon-01'), joined('/c/2', '/g/1', null)],
        [joined('/c/3', '/g/1', '/e/fra-01')],
      ],
    });
    expect(await standIn.writer.gateways(['sub-b'])).toMatchObject([
      { id: '/g/1', circuitIds: ['/e/lon-01', '/e/fra-01'] },
      { id: '/g/2', circuitIds: [] },
    ]);
  });

  test('whose connections may not be seen have unknown circuits', async () => {
    const standIn = await startStandIn(({ body }) => {
      if (body.includes('virtualnetworkgateways')) return { body: { data: [row] } };
      return body.includes('virtualnetworks') ? { body: { data: [] } } : { status: 403 };
    });
    const [gateway] = await standIn.writer.gateways(['sub-b']);
    expect(gateway).toMatchObject({ id: '/g/1' });
    expect(gateway).not.toHaveProperty('circuitIds');
  });

  test.each([
    ['whose network is not shown', row, []],
    ['whose network has no prefixes', row, [{ ...network, prefixes: null }]],
    ['without a subnet', { ...row, ipConfigurations: null }, [network]],
  ])('%s have unknown address spaces', async (_, gateway, networks) => {
    const standIn = await graph({ virtualnetworkgateways: [[gateway]], virtualnetworks: [networks] });
    expect(await standIn.writer.gateways(['sub-b'])).toMatchObject([{ addressSpaces: undefined }]);
  });

  test.each([
    [403, 'told without address spaces'],
    [429, 'a fault'],
    [500, 'a fault'],
  ])('when networks are answered %i, gateways are %s', async (status, told) => {
    const standIn = await startStandIn(({ body }) =>
      body.includes('virtualnetworkgateways') ? { body: { data: [row] } } : { status },
    );
    const asked = standIn.writer.gateways(['sub-b']);
    if (told === 'a fault') return expect(asked).rejects.toMatchObject({ name: 'AzureFault' });
    expect(await asked).toMatchObject([{ name: 'gw-1', addressSpaces: undefined }]);
  });

  test('that are not there need no networks', async () => {
    const standIn = await graph({});
    expect(await standIn.writer.gateways(['sub-b'])).toEqual([]);
    expect(standIn.questions).toHaveLength(1);
  });
});

describe('the catalogue', () => {
  test('is read from the official example', async () => {
    const { answer } = example('ExpressRouteProviderList');
    const standIn = await startStandIn(() => ({ body: answer }));
    expect(await standIn.writer.offers(subscriptionId)).toEqual([
      {
        provider: 'providerName',
        locations: ['peeringLocation1', 'peeringLocation2'],
        bandwidthsMbps: [50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000],
      },
    ]);
    expect(standIn.asked()).toEqual([`GET ${providers}`]);
  });

  test('joins pages, and providers of one name', async () => {
    const offer = (name: string, location: string, valueInMbps: number) => ({
      name,
      properties: { peeringLocations: [location, 'London'], bandwidthsOffered: [{ valueInMbps }] },
    });
    const standIn = await startStandIn(({ url, headers }) =>
      url.includes('page=2')
        ? {
            body: {
              value: [offer('Equinix', 'Paris', 100), offer('Equinix Test', 'Area51', 50), { name: '' }],
            },
          }
        : {
            body: {
              value: [offer('Equinix', 'Oslo', 200)],
              nextLink: `http://${headers.host}${providers}?page=2`,
            },
          },
    );
    expect(await standIn.writer.offers(subscriptionId)).toEqual([
      { provider: 'Equinix', locations: ['Oslo', 'London', 'Paris'], bandwidthsMbps: [100, 200] },
      { provider: 'Equinix Test', locations: ['Area51', 'London'], bandwidthsMbps: [50] },
    ]);
  });

  test('without end is a fault', async () => {
    const standIn = await startStandIn(({ url, headers }) => ({
      body: { value: [], nextLink: `http://${headers.host}${url}` },
    }));
    await expect(standIn.writer.offers(subscriptionId)).rejects.toMatchObject({ kind: 'unreadable' });
  });
});

test('resource groups are told with their regions', async () => {
  const standIn = await startStandIn(() => ({
    body: { value: [{ name: 'rg-net', location: 'uksouth' }, {}] },
  }));
  expect(await standIn.writer.resourceGroups(subscriptionId)).toEqual([
    { name: 'rg-net', region: 'uksouth' },
  ]);
  expect(standIn.questions[0]?.url).toBe(
    `/subscriptions/${subscriptionId}/resourcegroups?api-version=2021-04-01`,
  );
});
