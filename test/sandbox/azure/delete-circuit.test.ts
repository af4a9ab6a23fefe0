import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emeaNetwork } from './support/resources.ts';
import { circuitPath, type StartedAzure, startAzure } from './support/start-azure.ts';

let azure: StartedAzure;
beforeEach(async () => {
  azure = await startAzure();
});
afterEach(() => azure.close());

const operation = (headers: Headers) => headers.get('azure-asyncoperation') ?? '';
const finish = () => azure.clock.advance(3_000);

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

  it('fails for each thing that hangs on it, until nothing does', async () => {
    const lon01 = circuitPath('lon-01');
    await azure.control('POST', '/circuits/lon-01/provider', { state: 'NotProvisioned' });
    const failure = async () => {
      const { headers } = await azure.arm('DELETE', lon01);
      finish();
      const { body } = await azure.call('GET', operation(headers));
      return body.error?.message ?? body.status;
    };
    const remove = async (path: string) => {
      expect((await azure.arm('DELETE', path)).status).toBe(202);
      finish();
    };
    await remove(`${lon01}/authorizations/auth-spoke-dr`);
    for (const name of ['conn-lon-hub', 'conn-lon-data']) await remove(`${emeaNetwork}/connections/${name}`);
    expect(await failure()).toContain('gr-lon-fra');
    await remove(`${lon01}/peerings/AzurePrivatePeering/connections/gr-lon-fra`);
    expect(await failure()).toContain('authorizations');
    await remove(`${lon01}/authorizations/auth-partner`);
    expect(await failure()).toContain('route filter');
    await remove(`${lon01}/peerings/MicrosoftPeering`);
    expect(await failure()).toBe('Succeeded');
  });

  it('fails for the circuit at the far end of a Global Reach too', async () => {
    await azure.control('POST', '/circuits/fra-02/provider', { state: 'NotProvisioned' });
    const { headers } = await azure.arm('DELETE', circuitPath('fra-02'));
    finish();
    const { body } = await azure.call('GET', operation(headers));
    expect(body.error.message).toContain('gr-lon-fra');
  });
});
