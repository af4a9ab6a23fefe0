import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aLink, americasNetwork, emeaNetwork, recoveryNetwork } from './support/resources.ts';
import { americas, circuitPath, type StartedAzure, startAzure } from './support/start-azure.ts';

let azure: StartedAzure;
beforeEach(async () => {
  azure = await startAzure();
});
afterEach(() => azure.close());

const finish = () => azure.clock.advance(3_000);
const lon01 = circuitPath('lon-01');
const authorizations = `${lon01}/authorizations`;
const spokeUs = `${americasNetwork}/virtualNetworkGateways/gw-spoke-us`;

/** From the Americas, where lon-01 is in another subscription. */
const farLink = (authorizationKey?: string, circuit = lon01) =>
  aLink(circuit, spokeUs, authorizationKey ? { authorizationKey } : {}, 'eastus');

async function newKey(name = 'for-amer') {
  await azure.arm('PUT', `${authorizations}/${name}`, {});
  finish();
  const { body } = await azure.arm('GET', `${authorizations}/${name}`);
  return String(body.properties.authorizationKey);
}

/** How a PUT ended: the operation's error, and the connection afterwards. */
async function linked(path: string, body: object) {
  const { headers } = await azure.arm('PUT', path, body);
  finish();
  const ended = await azure.call('GET', headers.get('azure-asyncoperation') ?? '');
  const { properties } = (await azure.arm('GET', path)).body;
  return { error: ended.body.error, state: [properties.provisioningState, properties.connectionStatus] };
}

describe('connections', () => {
  it('are listed for one resource group', async () => {
    const { body } = await azure.arm('GET', `${emeaNetwork}/connections`);
    expect(body.value.map(({ name }: { name: string }) => name)).toEqual(['conn-lon-hub', 'conn-lon-data']);
    expect(body.value[0].properties).toMatchObject({ connectionStatus: 'Connected', peer: { id: lon01 } });
  });

  it('keep the casing in which the circuit was named', async () => {
    const { body } = await azure.arm('GET', `${americasNetwork}/connections/conn-nyc-hub`);
    const { id } = body.properties.peer;
    expect(id).toContain('resourcegroups');
    expect(id.toLowerCase()).toBe(circuitPath('nyc-01', 'rg-net-amer', americas).toLowerCase());
  });

  it('are made in the circuit’s own subscription without a key: Connecting, then Connected', async () => {
    const path = `${emeaNetwork}/connections/conn-spoke`;
    const body = aLink(lon01, undefined, { routingWeight: 10, enablePrivateLinkFastPath: true });
    const created = await azure.arm('PUT', path, { ...body, tags: { owner: 'noc' } });
    expect([created.status, created.body.properties.connectionStatus]).toEqual([201, 'Connecting']);
    finish();
    expect((await azure.arm('GET', path)).body).toMatchObject({
      tags: { owner: 'noc' },
      properties: {
        provisioningState: 'Succeeded',
        connectionStatus: 'Connected',
        routingWeight: 10,
        enablePrivateLinkFastPath: true,
      },
    });
    expect((await azure.arm('PUT', path, body)).status).toBe(200);
  });

  it('join a network from another subscription with a key that is then in use', async () => {
    const path = `${americasNetwork}/connections/conn-far`;
    expect((await linked(path, farLink(await newKey()))).state).toEqual(['Succeeded', 'Connected']);
    const used = (await azure.arm('GET', `${authorizations}/for-amer`)).body.properties;
    expect(used).toMatchObject({ authorizationUseStatus: 'InUse', connectionResourceUri: path });

    // A later body without the key, as one who may not see it sends it, keeps the link.
    expect((await linked(path, farLink())).state).toEqual(['Succeeded', 'Connected']);

    await azure.arm('DELETE', path);
    finish();
    const freed = (await azure.arm('GET', `${authorizations}/for-amer`)).body.properties;
    expect(freed.authorizationUseStatus).toBe('Available');
    expect(freed).not.toHaveProperty('connectionResourceUri');
  });

  it.each([
    ['no key', async () => undefined],
    ['a key that nobody made', async () => '00000000-0000-4000-8000-00000000dead'],
    ['a key that is in use', async () => '00000000-0000-4000-8000-00000000a001'],
  ])('from another subscription fail with %s', async (_what, key) => {
    const { error, state } = await linked(`${americasNetwork}/connections/conn-far`, farLink(await key()));
    expect(error.code).toBe('InvalidAuthorizationKey');
    expect(state).toEqual(['Failed', 'NotConnected']);
  });

  it('fail while the circuit is not provisioned, with an error that gives the service key away', async () => {
    const path = `${emeaNetwork}/connections/conn-early`;
    const { error, state } = await linked(path, aLink(circuitPath('lon-02')));
    expect(state).toEqual(['Failed', 'NotConnected']);
    const { serviceKey } = (await azure.arm('GET', circuitPath('lon-02'))).body.properties;
    expect(error.message).toContain(`ServiceKey = ${serviceKey} is Not Provisioned`);

    await azure.control('POST', '/circuits/lon-02/provider', { state: 'Provisioned' });
    expect((await linked(path, aLink(circuitPath('lon-02')))).state).toEqual(['Succeeded', 'Connected']);
  });

  const gateway = (name: string) => `${emeaNetwork}/virtualNetworkGateways/${name}`;
  it.each([
    ['a circuit that does not exist', aLink(circuitPath('lon-99')), 'InvalidResourceReference'],
    ['a gateway that does not exist', aLink(lon01, gateway('gw-nowhere')), 'InvalidResourceReference'],
    ['a gateway of another region', aLink(lon01, gateway('gw-lab-we')), 'InvalidResourceReference'],
    ['a VPN gateway', aLink(lon01, gateway('gw-vpn-uk')), 'VirtualNetworkGatewayTypeMismatch'],
    ['a gateway that is linked to it already', aLink(lon01, gateway('gw-hub-uk')), 'ConnectionAlreadyExists'],
  ])('cannot name %s', async (_what, body, code) => {
    const answer = await azure.arm('PUT', `${emeaNetwork}/connections/conn-new`, body);
    expect([answer.status, answer.body.error.code]).toEqual([400, code]);
    expect(answer.headers.get('x-ms-correlation-request-id')).toBeTruthy();
  });

  it('are ten at most on a Standard circuit', async () => {
    const fra02 = circuitPath('fra-02');
    // Global Reach to lon-01 counts: nine more.
    for (let index = 0; index < 10; index += 1) {
      await azure.control('POST', '/gateways', { name: `gw-${index}`, location: 'westeurope' });
      const body = aLink(fra02, gateway(`gw-${index}`), {}, 'West Europe');
      const answer = await azure.arm('PUT', `${emeaNetwork}/connections/conn-${index}`, body);
      expect(answer.status).toBe(index < 9 ? 201 : 400);
      if (index === 9) expect(answer.body.error.message).toContain('more than 10 virtual networks');
    }
  });

  it('are held by their own operation, and its URL stands in the refusal', async () => {
    const path = `${emeaNetwork}/connections/conn-lon-hub`;
    const { headers } = await azure.arm('DELETE', path);
    const refused = await azure.arm('PUT', path, aLink(lon01, gateway('gw-hub-uk')));
    expect([refused.status, refused.body.error.code]).toEqual([409, 'AnotherOperationInProgress']);
    expect(refused.body.error.message).toContain(headers.get('azure-asyncoperation'));
    expect((await azure.arm('DELETE', path)).status).toBe(409);
    finish();
    expect((await azure.arm('DELETE', path)).status).toBe(204);
  });
});

describe('authorizations', () => {
  it('show which connection redeemed them', async () => {
    const { body } = await azure.arm('GET', authorizations);
    const uses = body.value.map(({ properties }: { properties: Record<string, unknown> }) => [
      properties.authorizationUseStatus,
      properties.connectionResourceUri,
    ]);
    expect(uses).toEqual([
      ['InUse', `${recoveryNetwork}/connections/conn-lon-dr`],
      ['Available', undefined],
    ]);
  });

  it('take their connection with them when they are revoked', async () => {
    const answer = await azure.arm('DELETE', `${authorizations}/AUTH-SPOKE-DR`);
    expect([answer.status, answer.headers.get('azure-asyncnotification')]).toEqual([202, null]);
    finish();
    expect((await azure.arm('GET', authorizations)).body.value).toHaveLength(1);
    expect((await azure.arm('GET', `${recoveryNetwork}/connections/conn-lon-dr`)).status).toBe(404);
  });

  it('tell their key when it is asked for, in the api-version that can', async () => {
    const ask = (name: string, version: string) =>
      azure.arm('POST', `${authorizations}/${name}/listKeys`, undefined, version);
    expect((await ask('auth-partner', '2026-01-01')).body).toEqual({
      authorizationKey: '00000000-0000-4000-8000-00000000a002',
    });
    expect((await ask('auth-nobody', '2026-01-01')).body.error.code).toBe('NotFound');
    const early = await ask('auth-partner', '2025-05-01');
    expect([early.status, early.body.error.code]).toEqual([404, 'InvalidResourceType']);
  });
});
