import { request } from 'node:http';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { anOrder } from './support/an-order.ts';
import { aLink, americasNetwork, emeaNetwork } from './support/resources.ts';
import { circuitPath, type StartedAzure, startAzure } from './support/start-azure.ts';

let azure: StartedAzure;
beforeEach(async () => {
  azure = await startAzure();
});
afterEach(() => azure.close());

const path = circuitPath('lon-03');
const minute = 60_000;
const read = async (at = path) => (await azure.arm('GET', at)).body;
const provider = (state: string, lagMs = 0) =>
  azure.control('POST', '/circuits/lon-03/provider', { state, lagMs });

/** Writes with the etag that was read just before, waits for the end of the operation, and says how it ended. */
async function write(method: string, at: string, body?: unknown) {
  const { etag } = await read(at);
  const guard: Record<string, string> = etag ? { 'if-match': etag } : {};
  const answer = await azure.arm(method, at, body, '2026-01-01', guard);
  azure.clock.advance(3_000);
  const ended = await azure.call('GET', answer.headers.get('azure-asyncoperation') ?? '');
  return [answer.status, ended.body.error?.code ?? ended.body.status];
}

it('a circuit lives from its order to its end', async () => {
  expect(await write('PUT', path, anOrder)).toEqual([201, 'Succeeded']);
  expect(azure.azure.world().circuits.map(({ name }) => name)).toContain('lon-03');
  azure.clock.advance(8 * minute);
  expect((await read()).properties.serviceProviderProvisioningState).toBe('Provisioned');

  const peering = {
    peerASN: 65_001,
    vlanId: 300,
    primaryPeerAddressPrefix: '192.168.250.0/30',
    secondaryPeerAddressPrefix: '192.168.250.4/30',
  };
  const privatePeering = `${path}/peerings/AzurePrivatePeering`;
  expect(await write('PUT', privatePeering, { properties: peering })).toEqual([201, 'Succeeded']);
  const near = `${emeaNetwork}/connections/conn-near`;
  expect(await write('PUT', near, aLink(path))).toEqual([201, 'Succeeded']);
  const authorization = `${path}/authorizations/for-amer`;
  expect(await write('PUT', authorization, {})).toEqual([201, 'Succeeded']);
  const keys = await azure.arm('POST', `${authorization}/listKeys`, undefined, '2026-01-01');
  const spokeUs = `${americasNetwork}/virtualNetworkGateways/gw-spoke-us`;
  const far = `${americasNetwork}/connections/conn-far`;
  expect(await write('PUT', far, aLink(path, spokeUs, keys.body, 'eastus'))).toEqual([201, 'Succeeded']);

  const before = await read();
  const { serviceProviderProperties } = before.properties;
  const bigger = { ...serviceProviderProperties, bandwidthInMbps: 500 };
  const resized = { ...before, properties: { ...before.properties, serviceProviderProperties: bigger } };
  expect(await write('PUT', path, resized)).toEqual([200, 'Succeeded']);
  expect((await read()).properties).toMatchObject({ serviceProviderProperties: bigger });

  expect(await write('DELETE', path)).toEqual([202, 'ConflictError']);
  expect(await write('DELETE', privatePeering)).toEqual([202, 'ConflictError']);
  await provider('Deprovisioning');
  await provider('NotProvisioned', 10 * minute);
  expect(await write('DELETE', path)).toEqual([202, 'ConflictError']);
  expect(await write('PUT', path, await read())).toEqual([200, 'Succeeded']);
  expect((await read()).properties.serviceProviderProvisioningState).toBe('NotProvisioned');

  expect(await write('DELETE', path)).toEqual([202, 'ConflictError']);
  expect(await write('DELETE', near)).toEqual([202, 'Succeeded']);
  // To revoke the authorization takes the far connection with it.
  expect(await write('DELETE', authorization)).toEqual([202, 'Succeeded']);
  expect((await azure.arm('GET', far)).status).toBe(404);
  expect(await write('DELETE', path)).toEqual([202, 'Succeeded']);
  expect((await azure.arm('GET', path)).status).toBe(404);
});

it('a write whose body is slow to come is overtaken, and then hears of the lock', async () => {
  const at = circuitPath('lon-01');
  const body = await read(at);
  const slow = begun(`${azure.origin}/azure${at}?api-version=2024-05-01`, JSON.stringify(body));
  expect((await azure.arm('PUT', at, body)).status).toBe(200);
  expect(await slow.finished()).toBe(429);
});

/** A PUT whose headers and first byte are out. `finished` sends the rest and gives the status of the answer. */
function begun(url: string, body: string) {
  const headers = { authorization: 'Bearer sandbox-token', 'content-length': Buffer.byteLength(body) };
  const call = request(url, { method: 'PUT', headers });
  const status = new Promise<number>((resolve, reject) => {
    call.on('error', reject);
    call.on('response', (response) => resolve(response.resume().statusCode ?? 0));
  });
  call.write(body.slice(0, 1));
  return {
    finished() {
      call.end(body.slice(1));
      return status;
    },
  };
}
