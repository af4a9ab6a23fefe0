import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emeaNetwork } from './support/resources.ts';
import { americas, circuitPath, emea, type StartedAzure, startAzure } from './support/start-azure.ts';

let azure: StartedAzure;
beforeEach(async () => {
  azure = await startAzure();
});
afterEach(() => azure.close());

const names = (body: { value: readonly { name: string }[] }) => body.value.map(({ name }) => name);

describe('gateways', () => {
  it('are read in any casing, and lead to their network', async () => {
    const { body } = await azure.arm('GET', `${emeaNetwork}/virtualNetworkGateways/GW-HUB-UK`);
    expect(body.properties).toMatchObject({ gatewayType: 'ExpressRoute', sku: { name: 'ErGw2AZ' } });
    const subnet = String(body.properties.ipConfigurations[0].properties.subnet.id);
    const network = await azure.arm('GET', subnet.replace('/subnets/GatewaySubnet', ''));
    expect(network.body.properties.addressSpace.addressPrefixes).toEqual(['10.10.0.0/16']);
    expect(network.body.properties.subnets[0].id).toBe(subnet);
  });

  it('are listed by resource group, and one that is not there is 404', async () => {
    const { body } = await azure.arm('GET', `${emeaNetwork}/virtualNetworkGateways`);
    expect(names(body)).toEqual(['gw-hub-uk', 'gw-data-uk', 'gw-spoke-uk', 'gw-lab-we', 'gw-vpn-uk']);
    const missing = await azure.arm('GET', `${emeaNetwork}/virtualNetworkGateways/gw-hub-us`);
    expect([missing.status, missing.body.error.code]).toEqual([404, 'ResourceNotFound']);
    const whole = `/subscriptions/${emea}/providers/Microsoft.Network`;
    expect((await azure.arm('GET', `${whole}/virtualNetworkGateways`)).status).toBe(404);
    expect((await azure.arm('GET', `${whole}/virtualNetworks`)).body.value).toHaveLength(6);
  });

  it('some are free, and the network of one has addresses that a peering uses', async () => {
    const { connections, gateways } = azure.azure.world();
    const taken = connections.map(({ gatewayId }) => gatewayId.toLowerCase());
    const free = gateways.filter(
      ({ id, gatewayType }) => gatewayType === 'ExpressRoute' && !taken.includes(id.toLowerCase()),
    );
    expect(free.map(({ name }) => name)).toEqual(['gw-spoke-uk', 'gw-lab-we', 'gw-spoke-us', 'gw-legacy-us']);
    expect(free[1]?.addressPrefixes).toContain('192.168.32.0/24');
    const { body } = await azure.arm('GET', `${circuitPath('fra-02')}/peerings/AzurePrivatePeering`);
    expect(body.properties.primaryPeerAddressPrefix).toBe('192.168.32.0/30');
  });

  it('are made by control, with a network of their own', async () => {
    const place = { subscriptionId: americas, resourceGroup: 'rg-new', location: 'eastus' };
    await azure.control('POST', '/gateways', { name: 'gw-x', ...place, addressPrefixes: ['10.77.0.0/16'] });
    const made = azure.azure.world().gateways.find(({ name }) => name === 'gw-x');
    expect(made).toMatchObject({ ...place, sku: 'ErGw1AZ', addressPrefixes: ['10.77.0.0/16'] });
    expect((await azure.control('POST', '/gateways', { name: 'gw-x', ...place })).body.error).toContain(
      "already has a gateway 'gw-x'",
    );
  });
});

describe('route filters', () => {
  it('name the peerings that they are attached to, until the owner detaches them', async () => {
    const path = `${emeaNetwork}/routeFilters/rf-m365`;
    const attached = async () => (await azure.arm('GET', path)).body.properties.peerings;
    expect(await attached()).toEqual([{ id: `${circuitPath('lon-01')}/peerings/MicrosoftPeering` }]);
    await azure.control('POST', '/circuits/lon-01/detach-route-filter', {});
    expect(await attached()).toEqual([]);
    const lists = [
      `${emeaNetwork}/routeFilters`,
      `/subscriptions/${emea}/providers/Microsoft.Network/routeFilters`,
    ];
    for (const list of lists) expect(names((await azure.arm('GET', list)).body)).toEqual(['rf-m365']);
  });
});

describe('Global Reach', () => {
  const made = `${circuitPath('lon-01')}/peerings/AzurePrivatePeering/connections`;
  const reached = `${circuitPath('fra-02')}/peerings/AzurePrivatePeering/peerConnections`;
  const both = async () =>
    Promise.all([made, reached].map(async (path) => names((await azure.arm('GET', path)).body)));

  it('is seen from both its ends', async () => {
    expect(await both()).toEqual([['gr-lon-fra'], ['gr-lon-fra']]);
    const from = (await azure.arm('GET', `${made}/GR-lon-fra`)).body;
    const to = (await azure.arm('GET', `${reached}/gr-lon-fra`)).body;
    expect(from.properties.circuitConnectionStatus).toBe('Connected');
    expect(from.properties.peerExpressRouteCircuitPeering.id).toContain(
      'fra-02/peerings/AzurePrivatePeering',
    );
    expect(to.properties).toEqual({ ...from.properties, connectionName: 'gr-lon-fra' });
    const { body } = await azure.arm('GET', circuitPath('fra-02'));
    expect(body.properties.peerings[0].properties.peeredConnections).toHaveLength(1);
    expect((await azure.arm('GET', `${made}/gr-none`)).status).toBe(404);
  });

  it('ends at both ends when it is deleted', async () => {
    expect((await azure.arm('DELETE', `${made}/gr-lon-fra`)).status).toBe(202);
    azure.clock.advance(3_000);
    expect(await both()).toEqual([[], []]);
    expect((await azure.arm('DELETE', `${made}/gr-lon-fra`)).status).toBe(204);
  });

  it('is lost to a PUT of its peering that leaves it out, and kept by one that does not', async () => {
    const path = `${circuitPath('lon-01')}/peerings/AzurePrivatePeering`;
    const { body } = await azure.arm('GET', path);
    await azure.arm('PUT', path, body);
    azure.clock.advance(3_000);
    expect(await both()).toEqual([['gr-lon-fra'], ['gr-lon-fra']]);
    const { connections: _left, ...properties } = body.properties;
    await azure.arm('PUT', path, { ...body, properties });
    azure.clock.advance(3_000);
    expect(await both()).toEqual([[], []]);
  });

  it('ends when the far circuit goes', async () => {
    await azure.control('DELETE', '/circuits/fra-02');
    expect(names((await azure.arm('GET', made)).body)).toEqual([]);
  });

  it('is taken off by the owner elsewhere', async () => {
    const path = '/circuits/lon-01/detach-global-reach';
    expect((await azure.control('POST', path, { name: 'gr-x' })).body.error).toContain(
      "No Global Reach 'gr-x'",
    );
    expect((await azure.control('POST', path, { name: 'gr-lon-fra' })).status).toBe(200);
    expect(await both()).toEqual([[], []]);
  });
});
