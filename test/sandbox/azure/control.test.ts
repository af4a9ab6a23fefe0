import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { americas, circuitPath, emea, type StartedAzure, startAzure } from './support/start-azure.ts';

let azure: StartedAzure;
beforeEach(async () => {
  azure = await startAzure();
});
afterEach(() => azure.close());

const world = () => azure.azure.world();
const find = (name: string) => world().circuits.find((circuit) => circuit.name === name);

async function refusal(path: string, body: unknown, method = 'POST') {
  const answer = await azure.control(method, path, body);
  expect(answer.status).toBe(400);
  return String(answer.body.error);
}

describe('a control call names a circuit', () => {
  it.each([
    ['by name', 'nyc-01'],
    ['by group and name', encodeURIComponent('rg-net-amer/nyc-01')],
    ['by its whole id', encodeURIComponent(circuitPath('nyc-01', 'rg-net-amer', americas).toUpperCase())],
  ])('%s', async (_how, name) => {
    const { status } = await azure.control('POST', `/circuits/${name}/provider`, { state: 'Deprovisioning' });
    expect(status).toBe(200);
    expect(find('nyc-01')?.serviceProviderProvisioningState).toBe('Deprovisioning');
  });

  it('and hears both places of an ambiguous name', async () => {
    const error = await refusal('/circuits/edge-01/provider', { state: 'Provisioning' });
    expect(error).toContain('rg-net-emea/edge-01 or rg-net-amer/edge-01');
  });

  it('and hears the nearest names of one that is not there', async () => {
    expect(await refusal('/circuits/lon-1/provider', { state: 'Provisioning' })).toBe(
      "There is no circuit 'lon-1'. The nearest names are lon-01, lon-02, ams-01.",
    );
  });
});

describe('a bad control call hears what is wrong', () => {
  it.each([
    ['/circuits/lon-01/provider', {}, 'state'],
    ['/circuits/lon-01/provider', { state: '' }, 'state: must not be empty'],
    ['/circuits/lon-01/provider', { state: 'x'.repeat(101) }, 'at most 100 characters'],
    ['/circuits/lon-01/provider', '{', 'not JSON'],
    ['/circuits/lon-01/links', { peering: 'private', link: 'third', up: true }, '"primary"|"secondary"'],
    [
      '/circuits/lon-01/links',
      { peering: 'psychic', link: 'primary', up: true },
      'AzurePrivatePeering, MicrosoftPeering',
    ],
    [
      '/circuits/nyc-01/links',
      { peering: 'microsoft', link: 'primary', up: true },
      'it has AzurePrivatePeering',
    ],
    ['/circuits/lon-01/prefixes', { prefix: '10.0.0.0/8', validationState: 'Configured' }, '198.51.100.0/26'],
    ['/circuits/ams-01/prefixes', { validationState: 'Configured' }, 'no peering at all'],
    ['/circuits/was-direct-01/bandwidth', { mbps: 1500 }, 'whole Gbps'],
    ['/circuits', { name: 'x', subscriptionId: 'nope' }, emea],
    ['/circuits', { name: 'lon-01' }, "already has a circuit 'lon-01'"],
    [
      '/circuits/nyc-01/links',
      { peering: 'private', link: 'primary', up: false, family: 'ipv6' },
      'its AzurePrivatePeering has no ipv6',
    ],
    [
      '/circuits/lon-01/links',
      { peering: 'private', link: 'primary', up: false, family: 'ipv6', layer: 2 },
      'layer 2 carries both',
    ],
    ['/circuits/lon-01/maintenance', { on: true, link: 'third' }, '"primary"|"secondary"'],
    ['/circuits/lon-01/metrics', {}, 'gap'],
    ['/circuits/nyc-01/received', { peering: 'private', family: 'ipv6', prefixes: 3 }, 'has no ipv6'],
    ['/circuits/lon-01/received', { peering: 'private', prefixes: -1 }, 'prefixes'],
    ['/connections/conn-nowhere/status', { status: 'Connected' }, 'there are conn-lon-hub'],
    ['/planned-maintenance', { from: 2, until: 1 }, 'must be after from'],
    ['/planned-maintenance', { from: 'soon', until: 1 }, 'from'],
    ['/planned-maintenance', { from: 1, until: 2, subscriptionId: 'nope' }, emea],
    ['/planned-maintenance', { from: 1, until: 2, trackingId: 'a b' }, 'trackingId'],
    ['/operations', { edgeMs: -1 }, 'edgeMs'],
    ['/page-size', { size: 0 }, 'size'],
    ['/tickets/t-1', { status: 'closed' }, "There is no ticket 't-1'"],
    ['/nonsense', {}, 'There is no control call POST'],
  ])('POST %s %j', async (path, body, part) => {
    expect(await refusal(path, body)).toContain(part);
  });
});

describe('a control call changes', () => {
  it.each([
    ['/circuits/fra-02/provider', { state: 'Deprovisioning' }],
    ['/circuits/fra-02/provisioning', { state: 'Updating' }],
    ['/circuits/fra-02/bandwidth', { mbps: 5000 }],
    ['/circuits/fra-02/sku', { tier: 'Premium' }],
    ['/circuits/fra-02/tags', { tags: { note: '<!channel>' } }],
    ['/circuits/fra-02/peerings', { peering: 'microsoft', state: 'Disabled' }],
    ['/circuits/fra-02/prefixes', { validationState: 'Configured' }],
  ])('the etag and tells the page: %s', async (path, body) => {
    const before = (await azure.arm('GET', circuitPath('fra-02'))).body.etag;
    azure.topics.length = 0;
    expect((await azure.control('POST', path, body)).status).toBe(200);
    expect((await azure.arm('GET', circuitPath('fra-02'))).body.etag).not.toBe(before);
    expect(azure.topics).toEqual([{ topic: 'world' }]);
  });

  it('Updating, which reads as status Disabled', async () => {
    await azure.control('POST', '/circuits/fra-02/provisioning', { state: 'Updating' });
    expect(find('fra-02')).toMatchObject({
      provisioningState: 'Updating',
      circuitProvisioningState: 'Disabled',
    });
    await azure.control('POST', '/circuits/fra-02/provisioning', { state: 'Failed' });
    expect(find('fra-02')).toMatchObject({
      provisioningState: 'Failed',
      circuitProvisioningState: 'Enabled',
    });
  });

  it('one link, and only that', async () => {
    const body = { peering: 'MicrosoftPeering', link: 'primary', up: false };
    await azure.control('POST', '/circuits/lon-01/links', body);
    const down = world().links.filter(({ up }) => !up);
    expect(down).toMatchObject([{ circuit: 'lon-01', resourceGroup: 'rg-net-emea', ...body }]);
    await azure.control('POST', '/circuits/lon-01/links', { ...body, up: true });
    expect(world().links.every(({ up }) => up)).toBe(true);
  });

  it('one prefix without its peering, and the peering without its prefixes', async () => {
    const states = () => {
      const peering = find('fra-02')?.peerings.find(({ name }) => name === 'MicrosoftPeering');
      return [peering?.advertisedPublicPrefixesState, peering?.prefixes[1]?.validationState];
    };
    await azure.control('POST', '/circuits/fra-02/prefixes', {
      prefix: '198.51.100.160/27',
      validationState: 'SignatureVerificationFailed',
    });
    expect(states()).toEqual(['ValidationNeeded', 'SignatureVerificationFailed']);
    await azure.control('POST', '/circuits/fra-02/prefixes', { prefix: '*', validationState: 'Configured' });
    expect(states()).toEqual(['Configured', 'SignatureVerificationFailed']);
  });

  it('a peering into being, another, and out of it', async () => {
    await azure.control('POST', '/circuits/nyc-01/peerings', {
      peering: 'microsoft',
      present: true,
      vlanId: 77,
    });
    expect(find('nyc-01')?.peerings.map(({ name }) => name)).toEqual([
      'AzurePrivatePeering',
      'MicrosoftPeering',
    ]);
    await azure.control('POST', '/circuits/nyc-01/peerings', {
      peering: 'private',
      lastModifiedBy: 'Provider',
    });
    const { body } = await azure.arm('GET', circuitPath('nyc-01', 'rg-net-amer', americas));
    expect(body.properties.peerings[0].properties.lastModifiedBy).toBe('Provider');
    expect(body.properties.peerings[1].properties.vlanId).toBe(77);
    await azure.control('POST', '/circuits/nyc-01/peerings', { peering: 'private', present: false });
    expect(find('nyc-01')?.peerings.map(({ name }) => name)).toEqual(['MicrosoftPeering']);
  });

  it('bandwidth, SKU and tags', async () => {
    await azure.control('POST', '/circuits/was-direct-01/bandwidth', { mbps: 40_000 });
    await azure.control('POST', '/circuits/nyc-01/bandwidth', { mbps: 2_000 });
    await azure.control('POST', '/circuits/nyc-01/sku', { tier: 'Premium', family: 'UnlimitedData' });
    expect(find('was-direct-01')?.bandwidthMbps).toBe(40_000);
    const { body } = await azure.arm('GET', circuitPath('nyc-01', 'rg-net-amer', americas));
    expect(body.sku).toEqual({ name: 'Premium_UnlimitedData', tier: 'Premium', family: 'UnlimitedData' });
    expect(body.properties.serviceProviderProperties.bandwidthInMbps).toBe(2_000);
  });

  it('the number of circuits: one more by any name, one less, many for load', async () => {
    await azure.control('POST', '/circuits', {
      name: '<!channel> & co',
      resourceGroup: 'rg-odd',
      state: 'Provisioned',
    });
    expect(find('<!channel> & co')?.resourceGroup).toBe('rg-odd');
    const path = circuitPath(encodeURIComponent('<!channel> & co'), 'rg-odd');
    expect((await azure.arm('GET', path)).body.name).toBe('<!channel> & co');
    await azure.control('DELETE', '/circuits/lon-01');
    expect(find('lon-01')).toBeUndefined();
    await azure.control('POST', '/circuits/bulk', { count: 3 });
    await azure.control('POST', '/circuits/bulk', { count: 2 });
    const bulk = world().circuits.filter(({ resourceGroup }) => resourceGroup === 'rg-bulk');
    expect(bulk.map(({ name }) => name)).toEqual([
      'bulk-00001',
      'bulk-00002',
      'bulk-00003',
      'bulk-00004',
      'bulk-00005',
    ]);
    expect(new Set(bulk.map(({ subscriptionId }) => subscriptionId)).size).toBe(2);
    const site = { location: 'uksouth', provider: 'Megaport', peeringLocation: 'London' };
    await azure.control('POST', '/circuits/bulk', { count: 1, ...site });
    const { body } = await azure.arm('GET', circuitPath('bulk-00006', 'rg-bulk', bulk[1]?.subscriptionId));
    expect(body).toMatchObject({
      location: 'uksouth',
      properties: {
        serviceProviderProperties: { serviceProviderName: 'Megaport', peeringLocation: 'London' },
      },
    });
  });

  it('the size of a page', async () => {
    await azure.control('POST', '/page-size', { size: 100 });
    const { body } = await azure.arm(
      'GET',
      `/subscriptions/${emea}/providers/Microsoft.Network/expressRouteCircuits`,
    );
    expect([body.value.length, body.nextLink]).toEqual([7, undefined]);
  });
});
