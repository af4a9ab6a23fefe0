import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { americas, circuitPath, type StartedAzure, startAzure } from './support/start-azure.ts';

let azure: StartedAzure;
beforeEach(async () => {
  azure = await startAzure();
});
afterEach(() => azure.close());

const world = () => azure.azure.world();
const read = async (path: string) => (await azure.arm('GET', path)).body;

describe('the seeded world', () => {
  it('shows every situation of a circuit’s life in two subscriptions and three regions', () => {
    const { circuits } = world();
    expect(new Set(circuits.map(({ subscriptionId }) => subscriptionId)).size).toBe(2);
    expect(new Set(circuits.map(({ location }) => location)).size).toBe(3);
    expect(new Set(circuits.map(({ tier }) => tier))).toEqual(new Set(['Standard', 'Premium', 'Local']));
    const byState = Object.groupBy(circuits, (circuit) => circuit.serviceProviderProvisioningState ?? 'none');
    expect(Object.entries(byState).map(([state, all]) => [state, all?.map(({ name }) => name)])).toEqual([
      ['Provisioned', ['lon-01', 'fra-02', 'par-01', 'edge-01', 'nyc-01', 'chi-01', 'dal-01', 'edge-01']],
      ['Provisioning', ['lon-02']],
      ['NotProvisioned', ['ams-01', 'ams-02', 'sea-01']],
      ['Deprovisioning', ['nyc-02']],
      ['DeProvisioned', ['was-01']],
      ['none', ['was-direct-01']],
    ]);
  });

  it('is the same at every start, ids, keys and etags included', async () => {
    const again = await startAzure();
    const path = circuitPath('lon-01');
    expect((await again.arm('GET', path)).text).toBe((await azure.arm('GET', path)).text);
    await again.close();
  });

  it('tells a deprovisioned circuit from a new one by what is left of its life', async () => {
    const [fresh, used] = await Promise.all([
      read(circuitPath('ams-01')),
      read(circuitPath('ams-02', 'rg-net-emea-dr')),
    ]);
    expect(fresh.properties.serviceProviderProvisioningState).toBe(
      used.properties.serviceProviderProvisioningState,
    );
    expect([fresh.properties.peerings.length, used.properties.peerings.length]).toEqual([0, 1]);
    expect(used.tags.lifecycle).toBe('deprovisioned');
  });

  it('has a circuit on ExpressRoute Direct: no provider, no provider state', async () => {
    const { properties } = await read(circuitPath('was-direct-01', 'rg-net-amer', americas));
    expect(properties.bandwidthInGbps).toBe(10);
    expect(properties.expressRoutePort.id).toContain('/expressRoutePorts/');
    expect(properties).not.toHaveProperty('serviceProviderProperties');
    expect(properties).not.toHaveProperty('serviceProviderProvisioningState');
  });

  it('has a layer-3 provider’s circuit and a retired public peering', async () => {
    const managed = await read(circuitPath('par-01'));
    expect(managed.properties.peerings[0].properties.lastModifiedBy).toBe('Provider');
    const retired = await read(circuitPath('chi-01', 'rg-net-legacy', americas));
    expect(retired.properties.peerings[0].name).toBe('AzurePublicPeering');
  });

  it('has ids in odd casing and empty strings where nothing is meant', async () => {
    const { properties } = await read(circuitPath('chi-01', 'rg-net-legacy', americas));
    const [peering] = properties.peerings;
    expect(peering.id).toMatch(/\/resourcegroups\/.*\/peerings\/azurepublicpeering$/);
    expect([properties.gatewayManagerEtag, peering.properties.primaryAzurePort]).toEqual(['', '']);
  });

  it('has one that Failed although its provider is ready, with a peering stuck in Deleting', async () => {
    const { properties } = await read(circuitPath('dal-01', 'rg-net-amer', americas));
    expect(properties).toMatchObject({
      provisioningState: 'Failed',
      serviceProviderProvisioningState: 'Provisioned',
    });
    expect(properties.peerings[0].properties).toMatchObject({
      state: 'Disabled',
      provisioningState: 'Deleting',
    });
  });

  it('has prefixes in mixed states below one that says ValidationNeeded', () => {
    const peerings = world().circuits.find(({ name }) => name === 'fra-02')?.peerings ?? [];
    const microsoft = peerings.find(({ name }) => name === 'MicrosoftPeering');
    expect(microsoft?.advertisedPublicPrefixesState).toBe('ValidationNeeded');
    expect(new Set(microsoft?.prefixes.map(({ validationState }) => validationState)).size).toBe(4);
  });

  it('speaks IPv6 in both peerings', async () => {
    const { properties } = await read(circuitPath('lon-01'));
    const configs = properties.peerings.map(
      (peering: { properties: { ipv6PeeringConfig: object } }) => peering.properties.ipv6PeeringConfig,
    );
    expect(configs[0].primaryPeerAddressPrefix).toBe('2001:db8:16::/126');
    expect(configs[1].microsoftPeeringConfig.advertisedPublicPrefixes).toEqual(['2001:db8:100::/48']);
  });

  it('tells the page no key of any kind', async () => {
    const { properties } = await read(circuitPath('lon-01'));
    const text = JSON.stringify(world());
    const keys = [
      properties.serviceKey,
      ...properties.authorizations.map(
        (authorization: { properties: { authorizationKey: string } }) =>
          authorization.properties.authorizationKey,
      ),
    ];
    for (const key of keys) expect(text).not.toContain(key);
  });

  it('lists its subscriptions, and their groups', async () => {
    const { body } = await azure.arm('GET', '/subscriptions');
    expect(body.value.map(({ subscriptionId }: { subscriptionId: string }) => subscriptionId)).toEqual(
      azure.azure.subscriptionIds,
    );
    const groups = await azure.arm('GET', `/subscriptions/${americas}/resourcegroups`);
    expect(groups.body.value.map(({ name }: { name: string }) => name)).toEqual([
      'rg-net-amer',
      'rg-net-legacy',
    ]);
  });
});
