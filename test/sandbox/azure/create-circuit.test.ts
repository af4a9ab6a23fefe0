import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anOrder } from './support/an-order.ts';
import { circuitPath, type StartedAzure, startAzure } from './support/start-azure.ts';

let azure: StartedAzure;
beforeEach(async () => {
  azure = await startAzure();
});
afterEach(() => azure.close());

const zeroKey = '00000000-0000-0000-0000-000000000000';
const path = circuitPath('lon-03');
const operation = (headers: Headers) => headers.get('azure-asyncoperation') ?? '';
const finish = () => azure.clock.advance(3_000);

describe('creating a circuit', () => {
  it('shows no service key, no stag and status Disabled before it has succeeded', async () => {
    const created = await azure.arm('PUT', path, anOrder);
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
    const { headers } = await azure.arm('PUT', path, anOrder);
    expect(headers.get('retry-after')).toBe('2');
    const running = await azure.call('GET', operation(headers));
    expect([running.body.status, running.headers.get('retry-after')]).toEqual(['InProgress', '2']);
    finish();
    const ended = await azure.call('GET', operation(headers));
    expect([ended.body.status, ended.headers.get('retry-after')]).toEqual(['Succeeded', null]);
  });

  it('takes the time and asks for the patience that the world is set to', async () => {
    await azure.control('POST', '/operations', { retryAfterSeconds: 10, durationMs: 30_000 });
    const { headers } = await azure.arm('PUT', path, anOrder);
    expect(headers.get('retry-after')).toBe('10');
    azure.clock.advance(29_000);
    expect((await azure.call('GET', operation(headers))).body.status).toBe('InProgress');
    azure.clock.advance(1_000);
    expect((await azure.call('GET', operation(headers))).body.status).toBe('Succeeded');
  });

  it('gives an operation URL that only works verbatim', async () => {
    const { headers } = await azure.arm('PUT', path, anOrder);
    const url = operation(headers);
    expect(url.length).toBeGreaterThan(2_500);
    const rebuilt = url.slice(0, url.indexOf('&t='));
    expect((await azure.call('GET', rebuilt)).status).toBe(403);
    expect((await azure.call('GET', url)).status).toBe(200);
  });

  it('is taken up by the provider some minutes later', async () => {
    await azure.arm('PUT', path, anOrder);
    azure.clock.advance(4 * 60_000);
    const { body } = await azure.arm('GET', path);
    expect(body.properties.serviceProviderProvisioningState).toBe('Provisioning');
  });

  it('keeps the provider waiting until there is a service key', async () => {
    await azure.arm('PUT', path, anOrder);
    const answer = await azure.control('POST', '/circuits/lon-03/provider', { state: 'Provisioning' });
    expect([answer.status, answer.body.error]).toEqual([400, expect.stringContaining('still being created')]);
  });

  it('is refused without a location, without a delivery, and without JSON', async () => {
    const { location: _location, ...nowhere } = anOrder;
    const refusals = await Promise.all([
      azure.arm('PUT', path, nowhere),
      azure.arm('PUT', path, { ...anOrder, properties: {} }),
      azure.arm('PUT', path, '{'),
      azure.arm('PUT', path, { ...anOrder, sku: 'Standard' }),
    ]);
    expect(refusals.map(({ status, body }) => [status, body.error.code])).toEqual([
      [400, 'LocationRequired'],
      [400, 'InvalidRequestFormat'],
      [400, 'InvalidRequestContent'],
      [400, 'InvalidRequestFormat'],
    ]);
  });
});
