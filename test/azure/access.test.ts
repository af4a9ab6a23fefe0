import { expect, test } from 'vitest';
import { accessOf, armUrlOf } from '../../src/azure/access.ts';
import { clouds } from '../../src/azure/clouds.ts';
import { createAzure } from '../../src/azure/create-azure.ts';
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

test('every cloud has a door and an authority of its own', () => {
  const urls = Object.values(clouds).flatMap(({ arm, authority }) => [arm, authority]);
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
