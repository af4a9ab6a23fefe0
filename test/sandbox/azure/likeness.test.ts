import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { likeness, recorded } from './support/recorded-life.ts';
import { circuitPath, emea, type StartedAzure, startAzure } from './support/start-azure.ts';

let azure: StartedAzure;
beforeEach(async () => {
  azure = await startAzure();
});
afterEach(() => azure.close());

const circuit = circuitPath('circuit1');
const recordedVersion = '2020-05-01';

/** Sends what the recorded caller sent, and lets the operation end. */
function replay(name: string, path: string) {
  return azure.arm('PUT', path, recorded(name).requestBody, recordedVersion);
}

async function settled(name: string, path: string) {
  await replay(name, path);
  azure.clock.advance(3_000);
  return azure.arm('GET', path, undefined, recordedVersion);
}

describe('the sandbox answers like the recorded Azure', () => {
  it('when a circuit is created', async () => {
    const answer = await replay('create', circuit);
    expect(answer.status).toBe(recorded('create').status);
    expect(likeness(answer.body)).toBe(likeness(recorded('create').responseBody));
  });

  it('when a created circuit is read', async () => {
    const answer = await settled('create', circuit);
    expect(likeness(answer.body)).toBe(likeness(recorded('get').responseBody));
  });

  it('when a circuit is put again', async () => {
    await settled('create', circuit);
    const answer = await replay('update', circuit);
    expect(answer.status).toBe(recorded('update').status);
    expect(likeness(answer.body)).toBe(likeness(recorded('update').responseBody));
  });

  it('when circuits are listed', async () => {
    await settled('create', circuit);
    await azure.control('POST', '/page-size', { size: 100 });
    const path = `/subscriptions/${emea}/providers/Microsoft.Network/expressRouteCircuits`;
    const { body } = await azure.arm('GET', path, undefined, recordedVersion);
    const value = body.value.filter(({ name }: { name: string }) => name === 'circuit1');
    expect(likeness({ ...body, value })).toBe(likeness(recorded('list').responseBody));
  });

  it.each([
    ['private', 'AzurePrivatePeering'],
    ['microsoft', 'MicrosoftPeering'],
  ])('when a %s peering is made', async (name, peering) => {
    await settled('create', circuit);
    const created = await replay(`${name}-peering-create`, `${circuit}/peerings/${peering}`);
    expect(created.status).toBe(201);
    expect(likeness(created.body)).toBe(likeness(recorded(`${name}-peering-create`).responseBody));
    azure.clock.advance(3_000);
    const { body } = await azure.arm('GET', `${circuit}/peerings/${peering}`, undefined, recordedVersion);
    expect(likeness(body)).toBe(likeness(recorded(`${name}-peering-get`).responseBody));
  });

  it('when an authorization is made', async () => {
    await settled('create', circuit);
    const path = `${circuit}/authorizations/auth1`;
    const created = await azure.arm('PUT', path, {}, recordedVersion);
    expect(created.status).toBe(201);
    expect(likeness(created.body)).toBe(likeness(recorded('authorization-create').responseBody));
    azure.clock.advance(3_000);
    const { body } = await azure.arm('GET', path, undefined, recordedVersion);
    expect(likeness(body)).toBe(likeness(recorded('authorization-get').responseBody));
  });

  it('when an operation is asked how it goes, to the byte', async () => {
    const { headers } = await replay('create', circuit);
    const url = headers.get('azure-asyncoperation') ?? '';
    const running = await azure.call('GET', url);
    azure.clock.advance(3_000);
    const ended = await azure.call('GET', url);
    expect([running.text.length, ended.text.length].map(String)).toEqual([
      recorded('running').responseHeaders['content-length'],
      recorded('ended').responseHeaders['content-length'],
    ]);
    expect([running.body, ended.body]).toEqual([
      recorded('running').responseBody,
      recorded('ended').responseBody,
    ]);
  });

  it.each([
    ['create', 'PUT'],
    ['delete', 'DELETE'],
  ])('in the headers of a %s', async (name, method) => {
    if (method === 'DELETE') await settled('create', circuit);
    const answer = await azure.arm(method, circuit, recorded(name).requestBody ?? undefined, recordedVersion);
    expect(answer.status).toBe(recorded(name).status);
    const place = (url: string | null = '') =>
      (url ?? '').replace(/^.*(\/providers\/[^?]*\/)[^?]*\?.*$/, '$1');
    const wanted = recorded(name).responseHeaders;
    expect(answer.headers.get('azure-asyncnotification')).toBe(wanted['azure-asyncnotification']);
    for (const header of ['azure-asyncoperation', 'location']) {
      expect(place(answer.headers.get(header))).toBe(place(wanted[header]));
    }
  });

  it('when providers are listed: one id for all, and only the name tells them apart', async () => {
    const path = `/subscriptions/${emea}/providers/Microsoft.Network/expressRouteServiceProviders`;
    const { body } = await azure.arm('GET', path);
    expect(body.value[0]).toEqual(recorded('service-provider').responseBody);
    expect(new Set(body.value.map(({ id }: { id: string }) => id)).size).toBe(1);
    const names = body.value.map(({ name }: { name: string }) => name);
    expect(names).toEqual(expect.arrayContaining(['Equinix', 'Equinix Test', 'EquinixTest']));
    const shapes = body.value.map((provider: object) => Object.keys(provider).join());
    expect(new Set(shapes)).toEqual(new Set(['name,id,type,properties']));
  });

  it('with lines that end in CR and LF', async () => {
    const { text } = await azure.arm('GET', circuitPath('ams-01'));
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text).toContain('{\r\n  "name": "ams-01",\r\n');
    const list = await azure.arm(
      'GET',
      `/subscriptions/${emea}/providers/Microsoft.Network/expressRouteCircuits`,
    );
    expect(list.text).toBe(JSON.stringify(list.body, null, 2).replaceAll('\n', '\r\n'));
  });
});
