import { describe, expect, test } from 'vitest';
import { accessOf, armUrlOf, metricsAccessOf, metricsUrlOf } from '../../src/azure/access.ts';
import { clouds } from '../../src/azure/clouds.ts';
import { createAzure } from '../../src/azure/create-azure.ts';
import { addressOf } from './support/stand-in.ts';
import { startTinyArm } from './support/tiny-arm.ts';
import { subscriptionId, wireCircuit } from './support/wire.ts';

test.each([
  ['public', 'https://management.azure.com'],
  ['usgovernment', 'https://management.usgovcloudapi.net'],
  ['china', 'https://management.chinacloudapi.cn'],
] as const)('the door of the %s cloud', async (cloud, arm) => {
  expect(armUrlOf({ cloud })).toBe(arm);
  expect(await accessOf({ cloud })).toMatchObject({ kind: 'credential', scope: `${arm}/.default` });
});

test('every cloud has doors and an authority of its own', () => {
  const urls = Object.values(clouds).flatMap(({ arm, authority, metrics }) => [arm, authority, metrics]);
  expect(new Set(urls).size).toBe(urls.length);
});

test('a stand-in’s door has no slash at its end, and its token is all the access there is', async () => {
  const door = { cloud: 'public', armUrl: 'http://127.0.0.1:4400/azure//', staticToken: 't' } as const;
  expect(armUrlOf(door)).toBe('http://127.0.0.1:4400/azure');
  expect(await accessOf(door)).toEqual({ kind: 'static', token: 't' });
});

test('the port to Azure lists circuits with it', async () => {
  const server = await startTinyArm((_, response) =>
    response.end(JSON.stringify({ value: [wireCircuit('lon-01')] })),
  );
  const azure = await createAzure({ cloud: 'public', armUrl: server.url, staticToken: 't' });
  const first = await azure.listCircuits(subscriptionId);
  expect(first.circuits.map(({ name }) => name)).toEqual(['lon-01']);
  expect((await azure.listCircuits(subscriptionId)).circuits[0]).toBe(first.circuits[0]);
  expect(server.requests.map(({ authorization }) => authorization)).toEqual(['Bearer t', 'Bearer t']);
});

describe('the door to metrics', () => {
  test.each([
    ['public', 'https://uksouth.metrics.monitor.azure.com'],
    ['usgovernment', 'https://uksouth.metrics.monitor.azure.us'],
    ['china', 'https://uksouth.metrics.monitor.azure.cn'],
  ] as const)('of the %s cloud is the region’s own, with a token of its own', async (cloud, url) => {
    const door = { cloud };
    expect(metricsUrlOf(door, 'uksouth')).toBe(url);
    expect(metricsUrlOf({ cloud, armUrl: clouds[cloud].arm }, 'UK South')).toBe(url);
    expect(metricsAccessOf(door, await accessOf(door))).toMatchObject({
      kind: 'credential',
      scope: `${url.replace('uksouth.', '')}/.default`,
    });
  });

  test.each(['', ' ', 'evil.example/', 'uksouth.evil', 'a@b', 'uk-south', '..', 'ü', 'x'.repeat(64)])(
    'is none for a region %j, which must not make a host’s name',
    (region) => {
      expect(metricsUrlOf({ cloud: 'public' }, region)).toBeUndefined();
    },
  );

  test('of a stand-in serves every region, with the same token', () => {
    const metricsUrl = 'http://127.0.0.1:4400/azure/metrics/';
    const door = { cloud: 'public', metricsUrl, staticToken: 't' } as const;
    expect(metricsUrlOf(door, '')).toBe('http://127.0.0.1:4400/azure/metrics');
    const access = { kind: 'static', token: 't' } as const;
    expect(metricsAccessOf(door, access)).toBe(access);
  });

  test('is none beside a stand-in for ARM that has none: nothing is known, and nobody is asked', async () => {
    const server = await startTinyArm((_, response) => response.end('{}'));
    const azure = await createAzure({ cloud: 'public', armUrl: server.url, staticToken: 't' });
    const ask = { subscriptionId, region: 'uksouth', from: 0, until: 60_000 };
    const circuitIds = [addressOf('lon-01').id];
    expect(await azure.availability({ ...ask, circuitIds })).toEqual([]);
    expect(server.requests).toEqual([]);
  });

  test('is below what was given, and opened once', async () => {
    const server = await startTinyArm((_, response) => response.end('{"values":[]}'));
    const metricsUrl = `${server.url}/azure/metrics`;
    const azure = await createAzure({ cloud: 'public', armUrl: server.url, metricsUrl, staticToken: 't' });
    const circuitIds = [addressOf('lon-01').id];
    for (const region of ['uksouth', 'ukwest'])
      await azure.availability({ subscriptionId, region, circuitIds, from: 0, until: 60_000 });
    expect(server.requests.map(({ url, authorization }) => [url.split('?')[0], authorization])).toEqual(
      Array(2).fill([`/azure/metrics/subscriptions/${subscriptionId}/metrics:getBatch`, 'Bearer t']),
    );
  });
});
