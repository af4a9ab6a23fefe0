import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anOrder } from './support/an-order.ts';
import { aLink, emeaNetwork } from './support/resources.ts';
import { circuitPath, type StartedAzure, startAzure } from './support/start-azure.ts';

let azure: StartedAzure;
beforeEach(async () => {
  azure = await startAzure();
});
afterEach(() => azure.close());

const par01 = circuitPath('par-01');
const peering = `${par01}/peerings/AzurePrivatePeering`;
const connection = `${emeaNetwork}/connections/conn-lon-hub`;
const finish = () => azure.clock.advance(3_000);
const read = async (path: string) => (await azure.arm('GET', path)).body;
const write = (method: string, path: string, body: unknown, headers: Record<string, string>) =>
  azure.arm(method, path, body, undefined, headers);

describe('If-Match', () => {
  it.each([
    ['PUT', 'a circuit', par01],
    ['DELETE', 'a circuit', par01],
    ['PUT', 'a peering', peering],
    ['DELETE', 'a peering', peering],
    ['PUT', 'an authorization', `${par01}/authorizations/a`],
    ['DELETE', 'an authorization', `${par01}/authorizations/a`],
    ['PUT', 'a connection', connection],
    ['DELETE', 'a connection', connection],
  ])('%s of %s: 412 for a state that is past, in ARM’s form', async (method, _what, path) => {
    if (path.includes('authorizations')) await azure.arm('PUT', path, {});
    finish();
    const body = await read(path);
    const answer = await write(method, path, body, {
      'if-match': 'W/"6f1c6d6e-0000-4000-8000-000000000000"',
    });
    expect([answer.status, answer.body.error.code]).toEqual([412, 'PreconditionFailed']);
    expect(answer.body.error.details[0].message).toContain(`does not match etag ${body.etag} of resource`);
    expect(answer.headers.get('x-ms-correlation-request-id')).toBeTruthy();

    const fresh = await write(method, path, body, { 'if-match': body.etag });
    expect([200, 202]).toContain(fresh.status);
  });

  it('“*” fits whatever is there, and nothing fits what is not', async () => {
    const lost = circuitPath('lon-77');
    expect((await write('PUT', lost, anOrder, { 'if-match': '*' })).status).toBe(412);
    expect(
      (await write('PUT', `${emeaNetwork}/connections/c`, aLink(par01), { 'if-match': '*' })).status,
    ).toBe(412);
    expect((await write('PUT', par01, await read(par01), { 'if-match': '*' })).status).toBe(200);
  });

  it('a change of any part makes the circuit’s etag another, at the start of its operation and at the end', async () => {
    const etags = [(await read(par01)).etag];
    const note = async () => etags.push((await read(par01)).etag, (await read(peering)).etag);
    await azure.arm('PUT', `${par01}/authorizations/a`, {});
    await note();
    finish();
    await note();
    await azure.control('POST', '/circuits/par-01/provider', { state: 'Deprovisioning' });
    await note();
    expect(new Set(etags).size).toBe(4);
    expect(etags[1]).toBe(etags[2]);
  });
});

it('If-None-Match keeps a creation from replacing what is there', async () => {
  const create = (path: string, body: object) => write('PUT', path, body, { 'if-none-match': '*' });
  expect((await create(circuitPath('lon-78'), anOrder)).status).toBe(201);
  expect((await create(`${circuitPath('lon-01')}/authorizations/new`, {})).status).toBe(201);
  finish();
  const taken = [
    await create(par01, anOrder),
    await create(connection, aLink(circuitPath('lon-01'))),
    await create(peering, { properties: { vlanId: 5 } }),
    await create(`${circuitPath('lon-01')}/authorizations/AUTH-PARTNER`, {}),
  ];
  expect(taken.map(({ status, body }) => [status, body.error.code])).toEqual(
    taken.map(() => [412, 'PreconditionFailed']),
  );
});
