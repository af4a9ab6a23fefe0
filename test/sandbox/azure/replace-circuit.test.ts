import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anOrder } from './support/an-order.ts';
import { circuitPath, type StartedAzure, startAzure } from './support/start-azure.ts';

let azure: StartedAzure;
beforeEach(async () => {
  azure = await startAzure();
});
afterEach(() => azure.close());

const zeroKey = '00000000-0000-0000-0000-000000000000';
const operation = (headers: Headers) => headers.get('azure-asyncoperation') ?? '';
const finish = () => azure.clock.advance(3_000);
const sku = { name: 'Premium_UnlimitedData', tier: 'Premium', family: 'UnlimitedData' };
/** Fits lon-01. */
const inPlace = { ...anOrder, sku };

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
    const answer = await azure.arm('PUT', circuitPath('lon-01'), inPlace);
    expect(answer.status).toBe(200);
    finish();
    const moved = await azure.arm('PUT', circuitPath('lon-01'), { ...inPlace, location: 'West Europe' });
    expect([moved.status, moved.body.error.code]).toEqual([409, 'InvalidResourceLocation']);
  });

  it('waits for the operation that holds it: 429 that is a lock and not a quota', async () => {
    await azure.arm('PUT', circuitPath('lon-01'), inPlace);
    const refused = await Promise.all([
      azure.arm('PUT', circuitPath('lon-01'), inPlace),
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
