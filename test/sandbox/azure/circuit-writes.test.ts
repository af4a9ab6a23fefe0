import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { circuitPath, type StartedAzure, startAzure } from './support/start-azure.ts';

let azure: StartedAzure;
beforeEach(async () => {
  azure = await startAzure();
});
afterEach(() => azure.close());

const zeroKey = '00000000-0000-0000-0000-000000000000';
const order = {
  location: 'uksouth',
  tags: { owner: 'network-core' },
  sku: { name: 'Standard_MeteredData', tier: 'Standard', family: 'MeteredData' },
  properties: {
    serviceProviderProperties: {
      serviceProviderName: 'Equinix',
      peeringLocation: 'London',
      bandwidthInMbps: 200,
    },
  },
};
const path = circuitPath('lon-03');
const operation = (headers: Headers) => headers.get('azure-asyncoperation') ?? '';
const finish = () => azure.clock.advance(3_000);

describe('creating a circuit', () => {
  it('shows no service key, no stag and status Disabled before it has succeeded', async () => {
    const created = await azure.arm('PUT', path, order);
    expect(created.status).toBe(201);
    const { properties } = created.body;
    expect(properties).toMatchObject({
      provisioningState: 'Updating',
      circuitProvisioningState: 'Disabled',
      serviceKey: zeroKey,
      serviceProviderProvisioningState: 'NotProvisioned',
    });
    expect(Object.keys(properties)).not.toContain('stag');
    expect(Object.keys(properties)).not.toContain('gatewayManagerEtag');
    expect((await azure.arm('GET', path)).body.properties.serviceKey).toBe(zeroKey);

    finish();
    const { body } = await azure.arm('GET', path);
    expect(body.properties).toMatchObject({
      provisioningState: 'Succeeded',
      circuitProvisioningState: 'Enabled',
      gatewayManagerEtag: '',
    });
    expect(body.properties.serviceKey).not.toBe(zeroKey);
    expect(body.etag).not.toBe(created.body.etag);
  });

  it('asks for patience while it runs and no more when it has ended', async () => {
    const { headers } = await azure.arm('PUT', path, order);
    expect(headers.get('retry-after')).toBe('2');
    const running = await azure.call('GET', operation(headers));
    expect([running.body.status, running.headers.get('retry-after')]).toEqual(['InProgress', '2']);
    finish();
    const ended = await azure.call('GET', operation(headers));
    expect([ended.body.status, ended.headers.get('retry-after')]).toEqual(['Succeeded', null]);
  });

  it('takes the time and asks for the patience that the world is set to', async () => {
    await azure.control('POST', '/operations', { retryAfterSeconds: 10, durationMs: 30_000 });
    const { headers } = await azure.arm('PUT', path, order);
    expect(headers.get('retry-after')).toBe('10');
    azure.clock.advance(29_000);
    expect((await azure.call('GET', operation(headers))).body.status).toBe('InProgress');
    azure.clock.advance(1_000);
    expect((await azure.call('GET', operation(headers))).body.status).toBe('Succeeded');
  });

  it('gives an operation URL that only works verbatim', async () => {
    const { headers } = await azure.arm('PUT', path, order);
    const url = operation(headers);
    expect(url.length).toBeGreaterThan(2_500);
    const rebuilt = url.slice(0, url.indexOf('&t='));
    expect((await azure.call('GET', rebuilt)).status).toBe(403);
    expect((await azure.call('GET', url)).status).toBe(200);
  });

  it('is taken up by the provider some minutes later', async () => {
    await azure.arm('PUT', path, order);
    azure.clock.advance(4 * 60_000);
    const { body } = await azure.arm('GET', path);
    expect(body.properties.serviceProviderProvisioningState).toBe('Provisioning');
  });

  it('keeps the provider waiting until there is a service key', async () => {
    await azure.arm('PUT', path, order);
    const answer = await azure.control('POST', '/circuits/lon-03/provider', { state: 'Provisioning' });
    expect([answer.status, answer.body.error]).toEqual([400, expect.stringContaining('still being created')]);
  });

  it('is refused without a location, without a delivery, and without JSON', async () => {
    const { location: _location, ...nowhere } = order;
    const refusals = await Promise.all([
      azure.arm('PUT', path, nowhere),
      azure.arm('PUT', path, { ...order, properties: {} }),
      azure.arm('PUT', path, '{'),
      azure.arm('PUT', path, { ...order, sku: 'Standard' }),
    ]);
    expect(refusals.map(({ status, body }) => [status, body.error.code])).toEqual([
      [400, 'LocationRequired'],
      [400, 'InvalidRequestFormat'],
      [400, 'InvalidRequestContent'],
      [400, 'InvalidRequestFormat'],
    ]);
  });
});

describe('putting a circuit that is there', () => {
  it('replaces the whole of it: what the body leaves out is gone', async () => {
    const { body } = await azure.arm('GET', circuitPath('lon-01'));
    const { tags: _tags, ...untagged } = body;
    const answer = await azure.arm('PUT', circuitPath('lon-01'), {
      ...untagged,
      properties: { ...body.properties, peerings: body.properties.peerings.slice(0, 1), authorizations: [] },
    });
    expect(answer.status).toBe(200);
    finish();
    const after = (await azure.arm('GET', circuitPath('lon-01'))).body;
    expect(Object.keys(after)).not.toContain('tags');
    expect(after.properties.peerings.map(({ name }: { name: string }) => name)).toEqual([
      'AzurePrivatePeering',
    ]);
    expect(after.properties.authorizations).toEqual([]);
  });

  it.each(['lon-01', 'par-01', 'ams-02'])(
    'loses nothing of %s when the body is what was read',
    async (name) => {
      const id = azure.azure.world().circuits.find((circuit) => circuit.name === name)?.id ?? '';
      const withoutEtags = (body: unknown) =>
        JSON.parse(JSON.stringify(body), (key, value) => (key === 'etag' ? '' : value));
      const before = (await azure.arm('GET', id)).body;
      await azure.arm('PUT', id, before);
      finish();
      expect(withoutEtags((await azure.arm('GET', id)).body)).toEqual(withoutEtags(before));
    },
  );

  it('keeps what is Azure’s own, whatever the body says of it', async () => {
    const { body } = await azure.arm('GET', circuitPath('lon-01'));
    const { serviceKey, stag } = body.properties;
    await azure.arm('PUT', circuitPath('lon-01'), {
      ...body,
      properties: {
        ...body.properties,
        serviceKey: zeroKey,
        stag: 1,
        serviceProviderProvisioningState: 'NotProvisioned',
      },
    });
    finish();
    const after = (await azure.arm('GET', circuitPath('lon-01'))).body;
    expect(after.properties).toMatchObject({
      serviceKey,
      stag,
      serviceProviderProvisioningState: 'Provisioned',
    });
  });

  it('reads Disabled meanwhile, in its own answer and in a GET, though the circuit works', async () => {
    const before = (
      await azure.arm('GET', circuitPath('nyc-01', 'rg-net-amer', azure.azure.subscriptionIds[1]))
    ).body;
    const answer = await azure.arm('PUT', before.id, before);
    const meanwhile = await azure.arm('GET', before.id);
    finish();
    const after = await azure.arm('GET', before.id);
    const states = [answer, meanwhile, after].map(({ body }) => body.properties.circuitProvisioningState);
    expect(states).toEqual(['Disabled', 'Disabled', 'Enabled']);
  });

  it('lets a stale body bring back old peerings', async () => {
    const stale = (await azure.arm('GET', circuitPath('lon-01'))).body;
    await azure.control('POST', '/circuits/lon-01/peerings', { peering: 'private', vlanId: 999 });
    await azure.arm('PUT', circuitPath('lon-01'), stale);
    finish();
    const { body } = await azure.arm('GET', `${circuitPath('lon-01')}/peerings/AzurePrivatePeering`);
    expect(body.properties.vlanId).toBe(101);
  });

  it('ends Failed when the bandwidth is lowered', async () => {
    const before = (await azure.arm('GET', circuitPath('lon-01'))).body;
    const provider = { ...before.properties.serviceProviderProperties, bandwidthInMbps: 500 };
    const { headers } = await azure.arm('PUT', before.id, {
      ...before,
      properties: { ...before.properties, serviceProviderProperties: provider },
    });
    finish();
    const ended = await azure.call('GET', operation(headers));
    expect([ended.body.status, ended.body.error.code]).toEqual(['Failed', 'InternalError']);
    const { properties } = (await azure.arm('GET', before.id)).body;
    expect(properties.provisioningState).toBe('Failed');
    expect(properties.serviceProviderProperties.bandwidthInMbps).toBe(1000);
  });

  it('cannot move it to another location', async () => {
    const answer = await azure.arm('PUT', circuitPath('lon-01'), order);
    expect(answer.status).toBe(200);
    finish();
    const moved = await azure.arm('PUT', circuitPath('lon-01'), { ...order, location: 'West Europe' });
    expect([moved.status, moved.body.error.code]).toEqual([409, 'InvalidResourceLocation']);
  });

  it('waits for the operation that holds it: 429 that is a lock and not a quota', async () => {
    await azure.arm('PUT', circuitPath('lon-01'), order);
    const refused = await Promise.all([
      azure.arm('PUT', circuitPath('lon-01'), order),
      azure.arm('PATCH', circuitPath('lon-01'), { tags: {} }),
      azure.arm('DELETE', circuitPath('lon-01')),
      azure.arm('DELETE', `${circuitPath('lon-01')}/peerings/AzurePrivatePeering`),
    ]);
    for (const { status, body, headers } of refused) {
      expect([status, body.error.code]).toEqual([429, 'RetryableErrorDueToAnotherOperation']);
      expect(headers.get('retry-after')).toBe('2');
    }
    finish();
    expect((await azure.arm('PATCH', circuitPath('lon-01'), { tags: {} })).status).toBe(200);
  });
});

describe('tags', () => {
  it('are changed at once, without an operation', async () => {
    const answer = await azure.arm('PATCH', circuitPath('lon-01'), { tags: { owner: 'noc' } });
    expect([answer.status, answer.headers.get('azure-asyncoperation')]).toEqual([200, null]);
    expect(answer.body.tags).toEqual({ owner: 'noc' });
    expect(answer.body.properties.provisioningState).toBe('Succeeded');
  });
});

describe('deleting a circuit', () => {
  it('is accepted, runs, and ends with nothing: 202, 204, 404', async () => {
    const answer = await azure.arm('DELETE', circuitPath('ams-01'));
    expect([answer.status, answer.text]).toEqual([202, '']);
    const result = answer.headers.get('location') ?? '';
    expect((await azure.call('GET', result)).status).toBe(202);
    expect((await azure.arm('GET', circuitPath('ams-01'))).body.properties.provisioningState).toBe(
      'Deleting',
    );
    finish();
    expect((await azure.call('GET', operation(answer.headers))).body).toEqual({ status: 'Succeeded' });
    expect((await azure.call('GET', result)).status).toBe(204);
    expect((await azure.arm('GET', circuitPath('ams-01'))).status).toBe(404);
    expect((await azure.arm('DELETE', circuitPath('ams-01'))).status).toBe(204);
  });

  it.each(['lon-02', 'fra-02'])('is accepted and then fails while the provider has %s', async (name) => {
    const { status, headers } = await azure.arm('DELETE', circuitPath(name));
    expect(status).toBe(202);
    finish();
    const ended = await azure.call('GET', operation(headers));
    expect(ended.body).toEqual({
      status: 'Failed',
      error: {
        code: 'ConflictError',
        message:
          'The specified dedicated circuit is not in Deprovisioned state. ' +
          'Please initiate the deprovisioning process with your service provider.',
        details: [],
      },
    });
    const { body } = await azure.arm('GET', circuitPath(name));
    expect(body.properties.provisioningState).toBe('Succeeded');
  });

  it('fails while virtual networks are linked to it', async () => {
    await azure.control('POST', '/circuits/lon-01/provider', { state: 'NotProvisioned' });
    const { headers } = await azure.arm('DELETE', circuitPath('lon-01'));
    finish();
    const { body } = await azure.call('GET', operation(headers));
    expect([body.status, body.error.message]).toEqual(['Failed', expect.stringContaining('conn-lon-hub')]);
  });
});
