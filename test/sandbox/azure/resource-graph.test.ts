import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { americas, circuitPath, type StartedAzure, startAzure } from './support/start-azure.ts';

let azure: StartedAzure;
beforeEach(async () => {
  azure = await startAzure();
});
afterEach(() => azure.close());

const ask = (query: string, more: object = {}) =>
  azure.arm('POST', '/providers/Microsoft.ResourceGraph/resources', { query, ...more }, '2022-10-01');

const circuits = "resources | where type =~ 'Microsoft.Network/expressRouteCircuits'";

describe('Resource Graph', () => {
  it('finds the links of a circuit in every resource group', async () => {
    const id = circuitPath('lon-01').toLowerCase();
    const { body, headers } = await ask(
      `Resources | where type =~ 'microsoft.network/connections' and properties.peer.id =~ '${id}'
       | project id, name, circuit = properties.peer.id, properties.connectionStatus`,
    );
    expect(body.data.map(({ name }: { name: string }) => name)).toEqual([
      'conn-lon-hub',
      'conn-lon-data',
      'conn-lon-dr',
    ]);
    expect(Object.keys(body.data[0])).toEqual(['id', 'name', 'circuit', 'properties_connectionStatus']);
    expect(headers.get('x-ms-user-quota-remaining')).toBe('14');
  });

  it('orders what it finds, and gives text where text is asked for', async () => {
    const { body } = await ask(
      "resources | where type =~ 'microsoft.network/connections' | project named = name, peer = tostring(properties.peer.id) | order by named asc",
    );
    const names = body.data.map(({ named }: { named: string }) => named);
    expect(names).toEqual(['conn-lon-data', 'conn-lon-dr', 'conn-lon-hub', 'conn-nyc-hub']);
    expect(body.data[0].peer).toBe(circuitPath('lon-01'));
  });

  it('knows gateways and their networks, and leads from the one to the other', async () => {
    const { body } = await ask(
      `resources | where type =~ 'microsoft.network/virtualnetworkgateways' and properties.gatewayType =~ 'expressroute'
       | project id, name, location, sku = tostring(properties.sku.name),
         subnet = tostring(properties.ipConfigurations[0].properties.subnet.id) | order by name asc`,
    );
    expect(body.data).toHaveLength(8);
    expect(body.data[0]).toMatchObject({ name: 'gw-data-uk', location: 'uksouth', sku: 'UltraPerformance' });
    const networks = body.data.map(({ subnet }: { subnet: string }) => subnet.split('/subnets/')[0]);
    const found = await ask(
      `resources | where type =~ 'microsoft.network/virtualnetworks' and id in~ ('${networks[0]}', '${networks[1].toUpperCase()}')
       | project name, tags, prefixes = properties.addressSpace.addressPrefixes | order by name asc`,
    );
    expect(found.body.data).toEqual([
      { name: 'vnet-data-uk', tags: { owner: 'network-core' }, prefixes: ['10.11.0.0/16'] },
      { name: 'vnet-dr-we', tags: { owner: 'network-core' }, prefixes: ['10.12.0.0/16'] },
    ]);
  });

  it('reads quotes, bars and “and” inside a text as text', async () => {
    const name = "o'hare | and more";
    await azure.control('POST', '/circuits', { name });
    const { body } = await ask(`${circuits} and name == 'o\\'hare | and more' | project name`);
    expect(body.data).toEqual([{ name }]);
  });

  it('pages through what it finds', async () => {
    const names: string[] = [];
    let token: string | undefined;
    do {
      const options = { $top: 4, ...(token && { $skipToken: token }) };
      const { body } = await ask(`${circuits} | project id, name`, { options });
      expect(body.totalRecords).toBe(15);
      names.push(...body.data.map(({ id }: { id: string }) => id));
      token = body.$skipToken;
    } while (token);
    expect(new Set(names).size).toBe(15);
    expect(names).toHaveLength(15);
  });

  it('keeps to the subscriptions that were named', async () => {
    const { body } = await ask(circuits, { subscriptions: [americas] });
    expect(body.totalRecords).toBe(8);
  });

  it('writes types and groups in lower case and shows no key', async () => {
    const { body, text } = await ask(`${circuits} | where name == 'lon-01'`);
    expect(body.data[0]).toMatchObject({
      type: 'microsoft.network/expressroutecircuits',
      resourceGroup: 'rg-net-emea',
      properties: { serviceProviderProvisioningState: 'Provisioned' },
    });
    expect(text).not.toContain('serviceKey');
    expect((await ask("resources | where type == 'microsoft.network/connections'")).text).not.toContain(
      'authorizationKey',
    );
  });

  it.each([
    ['resources | summarize count() by location', 'summarize count() by location'],
    ['networkresources | limit 1', 'networkresources'],
    ["resources | where type =~ 'x' or name == 'y'", "where type =~ 'x' or name == 'y'"],
    ['resources | project id, strcat(name)', 'project id, strcat(name)'],
    ['resources | limit many', 'limit many'],
    ["resources | where name in~ 'x'", "where name in~ 'x'"],
    ['resources | where name in~ ()', 'where name in~ ()'],
    ['resources | project id | order by location', 'order by location'],
    ['resources | project id | where location == "x"', 'where location'],
    ['resources | limit 3 | order by id', 'order by id'],
  ])('refuses %s rather than answer it wrongly', async (query, part) => {
    const { status, body } = await ask(query);
    expect([status, body.error.code]).toEqual([400, 'BadRequest']);
    expect(JSON.stringify(body.error.details)).toContain(part);
  });

  it.each([
    ["where name contains 'LON'", 2],
    ["where location != 'eastus'", 7],
    ["where location !~ 'EASTUS'", 7],
    ["where name in~ ('LON-01', 'fra-02' , 'none')", 2],
    ['take 3', 3],
  ])('understands %s', async (stage, count) => {
    expect((await ask(`${circuits} | ${stage}`)).body.count).toBe(count);
  });
});
