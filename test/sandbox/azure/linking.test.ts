import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { americas, circuitPath, emea, type StartedAzure, startAzure } from './support/start-azure.ts';

let azure: StartedAzure;
beforeEach(async () => {
  azure = await startAzure();
});
afterEach(() => azure.close());

const network = (subscription: string, group: string) =>
  `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.Network`;
const finish = () => azure.clock.advance(3_000);
const lon01 = circuitPath('lon-01');
const authorizations = `${lon01}/authorizations`;

function link(circuit: string, authorizationKey?: string) {
  const gateway = `${network(americas, 'rg-net-amer')}/virtualNetworkGateways/gw-new`;
  return {
    location: 'eastus',
    properties: {
      connectionType: 'ExpressRoute',
      virtualNetworkGateway1: { id: gateway },
      peer: { id: circuit },
      ...(authorizationKey && { authorizationKey }),
    },
  };
}

describe('connections', () => {
  it('are listed for one resource group', async () => {
    const { body } = await azure.arm('GET', `${network(emea, 'rg-net-emea')}/connections`);
    expect(body.value.map(({ name }: { name: string }) => name)).toEqual(['conn-lon-hub', 'conn-lon-data']);
    expect(body.value[0].properties).toMatchObject({ connectionStatus: 'Connected', peer: { id: lon01 } });
  });

  it('keep the casing in which the circuit was named', async () => {
    const { body } = await azure.arm('GET', `${network(americas, 'rg-net-amer')}/connections/conn-nyc-hub`);
    const { id } = body.properties.peer;
    expect(id).toContain('resourcegroups');
    expect(id.toLowerCase()).toBe(circuitPath('nyc-01', 'rg-net-amer', americas).toLowerCase());
  });

  it('name gateways that can be read', async () => {
    const { body } = await azure.arm(
      'GET',
      `${network(emea, 'rg-net-emea')}/virtualNetworkGateways/GW-HUB-UK`,
    );
    expect(body.properties.gatewayType).toBe('ExpressRoute');
    const list = await azure.arm('GET', `${network(emea, 'rg-net-emea')}/virtualNetworkGateways`);
    expect(list.body.value).toHaveLength(2);
  });

  it('join a network from another subscription with a key that is then in use', async () => {
    const path = `${network(americas, 'rg-net-amer')}/connections/conn-far`;
    await azure.arm('PUT', `${authorizations}/for-amer`, {});
    finish();
    const { authorizationKey } = (await azure.arm('GET', `${authorizations}/for-amer`)).body.properties;
    const created = await azure.arm('PUT', path, link(lon01, authorizationKey));
    expect([created.status, created.body.properties.connectionStatus]).toEqual([201, 'Unknown']);
    finish();
    expect((await azure.arm('GET', path)).body.properties.connectionStatus).toBe('Connected');
    const used = (await azure.arm('GET', `${authorizations}/for-amer`)).body.properties;
    expect(used).toMatchObject({ authorizationUseStatus: 'InUse', connectionResourceUri: path });

    await azure.arm('DELETE', path);
    finish();
    const freed = (await azure.arm('GET', `${authorizations}/for-amer`)).body.properties;
    expect(freed.authorizationUseStatus).toBe('Available');
    expect(freed).not.toHaveProperty('connectionResourceUri');
  });

  it('fail without a good key, and wait while the circuit is not ready', async () => {
    const base = `${network(americas, 'rg-net-amer')}/connections`;
    await azure.arm('PUT', `${base}/conn-keyless`, link(lon01));
    await azure.arm('PUT', `${base}/conn-early`, link(circuitPath('was-01', 'rg-net-amer', americas)));
    finish();
    const states = await Promise.all(
      ['conn-keyless', 'conn-early'].map(
        async (name) => (await azure.arm('GET', `${base}/${name}`)).body.properties,
      ),
    );
    expect(
      states.map(({ provisioningState, connectionStatus }) => [provisioningState, connectionStatus]),
    ).toEqual([
      ['Failed', 'NotConnected'],
      ['Succeeded', 'NotConnected'],
    ]);
  });

  it('cannot name a circuit that does not exist', async () => {
    const path = `${network(americas, 'rg-net-amer')}/connections/conn-lost`;
    const answer = await azure.arm('PUT', path, link(circuitPath('lon-99')));
    expect([answer.status, answer.body.error.code]).toEqual([400, 'InvalidResourceReference']);
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
      ['InUse', `${network(emea, 'rg-net-emea-dr')}/connections/conn-lon-dr`],
      ['Available', undefined],
    ]);
  });

  it('take their connection with them when they are revoked', async () => {
    const answer = await azure.arm('DELETE', `${authorizations}/AUTH-SPOKE-DR`);
    expect([answer.status, answer.headers.get('azure-asyncnotification')]).toEqual([202, null]);
    finish();
    expect((await azure.arm('GET', authorizations)).body.value).toHaveLength(1);
    const connection = `${network(emea, 'rg-net-emea-dr')}/connections/conn-lon-dr`;
    expect((await azure.arm('GET', connection)).status).toBe(404);
  });
});
