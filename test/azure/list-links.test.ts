import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createArmClient } from '../../src/azure/arm-client.ts';
import { listLinks } from '../../src/azure/list-links.ts';
import { circuitIdOf } from '../support/a-circuit.ts';
import { startTinyArm } from './support/tiny-arm.ts';
import { armOf, armSaying, subscriptionId } from './support/wire.ts';

const id = circuitIdOf('lon-01');

test('asks Resource Graph once, for this circuit in its own subscription', async () => {
  const bodies: unknown[] = [];
  const arm = armOf((url, body) => {
    bodies.push({ url, body });
    return '{"data":[]}';
  });
  expect(await listLinks(arm, subscriptionId, id)).toEqual([]);
  expect(bodies).toEqual([
    {
      url: '/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01',
      body: expect.objectContaining({
        subscriptions: [subscriptionId],
        query: expect.stringContaining(`properties.peer.id =~ '${id}'`),
      }),
    },
  ]);
});

test('a quote in a name cannot end the query’s text', async () => {
  const Body = z.object({ query: z.string() });
  let query = '';
  const arm = armOf((_, body) => {
    query = Body.parse(body).query;
    return '{"data":[]}';
  });
  await listLinks(arm, subscriptionId, circuitIdOf("x' or 1==1 \\"));
  expect(query).toContain("x\\' or 1==1 \\\\'");
});

describe('what is read', () => {
  test('name, group, gateway and status', async () => {
    const gateway =
      '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworkGateways/gw-1';
    const rows = [
      { name: 'link-1', resourceGroup: 'rg-net', gateway, status: 'Connected' },
      { name: 'link-2', resourceGroup: 'rg-net', gateway: null, status: null },
    ];
    expect(await listLinks(armSaying(JSON.stringify({ data: rows })), subscriptionId, id)).toEqual([
      { name: 'link-1', resourceGroup: 'rg-net', gateway: 'gw-1', status: 'Connected' },
      { name: 'link-2', resourceGroup: 'rg-net', gateway: '', status: 'Unknown' },
    ]);
  });

  test.each(['', 'null', '{"data":{}}', '{"data":[{}]}', '<html>'])('%j is Azure’s fault', async (text) => {
    await expect(listLinks(armSaying(text), subscriptionId, id)).rejects.toMatchObject({
      kind: 'unreadable',
    });
  });

  test('a refusal is told in Azure’s words', async () => {
    const server = await startTinyArm((_, response) =>
      response.writeHead(403).end('{"error":{"code":"AccessDenied","message":"No."}}'),
    );
    const arm = createArmClient({ armUrl: server.url, access: { kind: 'static', token: 't' } });
    await expect(listLinks(arm, subscriptionId, id)).rejects.toMatchObject({
      kind: 'forbidden',
      message: 'AccessDenied: No.',
    });
  });
});
