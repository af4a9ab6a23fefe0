import { describe, expect, test } from 'vitest';
import { createArmClient } from '../../src/azure/arm-client.ts';
import { listCircuits } from '../../src/azure/list-circuits.ts';
import { type Play, startTinyArm, type TinyArm } from './support/tiny-arm.ts';
import {
  armOf,
  armSaying,
  idOf,
  type Json,
  type LastPages,
  subscriptionId,
  wireCircuit,
} from './support/wire.ts';

const path = `/subscriptions/${subscriptionId}/providers/Microsoft.Network/expressRouteCircuits?api-version=2026-01-01`;

function page(items: readonly Json[], nextLink?: string): string {
  return JSON.stringify({ value: items, nextLink });
}

function list({ url }: TinyArm, lastPages: LastPages = new Map()) {
  const arm = createArmClient({ armUrl: url, access: { kind: 'static', token: 't' }, timeoutMs: 5_000 });
  return listCircuits(arm, subscriptionId, lastPages);
}

/** Pages of one circuit each, joined by links. */
function pages(count: number): Play {
  return ({ url }, response) => {
    const { searchParams, host } = new URL(url, 'http://127.0.0.1');
    const at = Number(searchParams.get('page') ?? 0);
    const next =
      at + 1 < count ? `http://${response.req.headers.host ?? host}${path}&page=${at + 1}` : undefined;
    response.end(page([wireCircuit(`lon-0${at}`)], next));
  };
}

describe('the list of a subscription', () => {
  test('is one GET a page and nothing else', async () => {
    const server = await startTinyArm(pages(3));
    const { circuits, unreadable } = await list(server);
    expect(circuits.map(({ name }) => name)).toEqual(['lon-00', 'lon-01', 'lon-02']);
    expect(unreadable).toEqual([]);
    expect(server.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `GET ${path}`,
      `GET ${path}&page=1`,
      `GET ${path}&page=2`,
    ]);
  });

  test('may be empty, with an empty link', async () => {
    const server = await startTinyArm((_, response) => response.end(page([], '')));
    expect(await list(server)).toEqual({ circuits: [], unreadable: [] });
    expect(server.requests).toHaveLength(1);
  });

  test('gives a circuit that cannot be understood by its id', async () => {
    const odd = { id: idOf('odd-01'), properties: 'none' };
    const { circuits, unreadable } = await listCircuits(
      armSaying(page([odd, wireCircuit('lon-01')])),
      subscriptionId,
      new Map(),
    );
    expect(circuits.map(({ name }) => name)).toEqual(['lon-01']);
    expect(unreadable).toEqual([idOf('odd-01').toLowerCase()]);
  });

  test('asks for a subscription whatever its id looks like', async () => {
    const asked: string[] = [];
    const arm = armOf((url) => {
      asked.push(url);
      return page([]);
    });
    await listCircuits(arm, 'a/../b?c', new Map());
    expect(asked[0]).toMatch(/^\/subscriptions\/a%2F\.\.%2Fb%3Fc\/providers\//u);
  });
});

describe('a list is complete or thrown', () => {
  test('a page that fails spoils it', async () => {
    const server = await startTinyArm((request, response, count) => {
      if (count === 1) response.writeHead(500).end();
      else pages(3)(request, response, count);
    });
    await expect(list(server)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(server.requests).toHaveLength(2);
  });

  test('a link to another origin is refused', async () => {
    const elsewhere = await startTinyArm(pages(1));
    const server = await startTinyArm((_, response) =>
      response.end(page([wireCircuit('lon-01')], `${elsewhere.url}${path}&page=1`)),
    );
    await expect(list(server)).rejects.toMatchObject({ kind: 'unreadable' });
    expect(elsewhere.requests).toEqual([]);
  });

  test.each([
    ['not JSON', '<html>'],
    ['cut off', '{"value":[{"id":'],
    ['no list', '{"value":{}}'],
    ['null', 'null'],
    ['nothing', ''],
  ])('an answer that is %s is unreadable', async (_, body) => {
    const server = await startTinyArm((_request, response) => response.end(body));
    await expect(list(server)).rejects.toMatchObject({ kind: 'unreadable' });
  });

  test('a list that goes round in circles ends', async () => {
    const asked: string[] = [];
    const arm = armOf((url) => {
      asked.push(url);
      return page([], '/again');
    });
    await expect(listCircuits(arm, subscriptionId, new Map())).rejects.toMatchObject({ kind: 'unreadable' });
    expect(asked).toHaveLength(1_000);
  });
});

describe('the list of the next poll', () => {
  const lon = wireCircuit('lon-01');
  const moved = wireCircuit('ams-01', { serviceProviderProvisioningState: 'Deprovisioning' });

  async function twice(first: string, second: string) {
    const lastPages: LastPages = new Map();
    const before = await listCircuits(armSaying(first), subscriptionId, lastPages);
    return { before, after: await listCircuits(armSaying(second), subscriptionId, lastPages) };
  }

  test('holds the very same circuits where nothing changed', async () => {
    const { before, after } = await twice(page([lon]), page([lon]));
    expect(after.circuits[0]).toBe(before.circuits[0]);
  });

  test('holds what changed', async () => {
    const { after } = await twice(page([lon, wireCircuit('ams-01')]), page([lon, moved]));
    expect(after.circuits[1]).toMatchObject({ service: { providerState: 'Deprovisioning' } });
  });

  test('holds what moved to another place or went', async () => {
    const { after } = await twice(page([lon, moved]), page([moved]));
    expect(after.circuits.map(({ name }) => name)).toEqual(['ams-01']);
  });

  test('does not mix up subscriptions', async () => {
    const lastPages: LastPages = new Map();
    await listCircuits(armSaying(page([lon])), 'one', lastPages);
    expect((await listCircuits(armSaying(page([moved])), 'two', lastPages)).circuits).toMatchObject([
      { name: 'ams-01' },
    ]);
  });

  test('is whole after one that was thrown in the middle', async () => {
    const lastPages: LastPages = new Map();
    const both = [page([lon], '/next'), page([moved])];
    await listCircuits(armSaying(...both), subscriptionId, lastPages);
    await expect(
      listCircuits(armSaying(page([moved], '/next'), 'oops'), subscriptionId, lastPages),
    ).rejects.toThrow();
    const { circuits } = await listCircuits(armSaying(...both), subscriptionId, lastPages);
    expect(circuits.map(({ name }) => name)).toEqual(['lon-01', 'ams-01']);
  });
});
