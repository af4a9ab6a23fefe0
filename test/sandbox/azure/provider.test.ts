import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { circuitPath, type StartedAzure, startAzure } from './support/start-azure.ts';

let azure: StartedAzure;
beforeEach(async () => {
  azure = await startAzure();
});
afterEach(() => azure.close());

const minute = 60_000;
const stateOf = (name: string) =>
  azure.azure.world().circuits.find((circuit) => circuit.name === name)?.serviceProviderProvisioningState;

describe('a provider', () => {
  it('changes its state on the wire, with a new etag and news for the page', async () => {
    const before = await azure.arm('GET', circuitPath('ams-01'));
    const answer = await azure.control('POST', '/circuits/ams-01/provider', { state: 'Provisioning' });
    expect(answer.status).toBe(200);
    const after = await azure.arm('GET', circuitPath('ams-01'));
    expect(after.body.properties.serviceProviderProvisioningState).toBe('Provisioning');
    expect(after.body.etag).not.toBe(before.body.etag);
    expect(azure.topics).toContainEqual({ topic: 'world' });
  });

  it('may say a word that nobody knows', async () => {
    await azure.control('POST', '/circuits/ams-01/provider', { state: 'AwaitingSolarEclipse' });
    expect(stateOf('ams-01')).toBe('AwaitingSolarEclipse');
  });

  it('finishes, takes down and takes up orders by itself', () => {
    azure.clock.advance(2 * minute);
    expect(stateOf('lon-02')).toBe('Provisioned');
    azure.clock.advance(2 * minute);
    expect([stateOf('nyc-02'), stateOf('sea-01')]).toEqual(['Deprovisioning', 'Provisioning']);
    azure.clock.advance(4 * minute);
    expect([stateOf('nyc-02'), stateOf('sea-01')]).toEqual(['NotProvisioned', 'Provisioned']);
  });

  it('plays every step of an order when the clock jumps far', () => {
    azure.clock.advance(60 * minute);
    expect([stateOf('lon-02'), stateOf('sea-01')]).toEqual(['Provisioned', 'Provisioned']);
  });

  it('does nothing by itself once a person takes its part', async () => {
    await azure.control('POST', '/circuits/lon-02/provider', { state: 'NotProvisioned' });
    azure.clock.advance(60 * minute);
    expect(stateOf('lon-02')).toBe('NotProvisioned');
  });

  it('has deprovisioned while Azure goes on showing what was, and a delete fails meanwhile', async () => {
    await azure.control('POST', '/circuits/par-01/provider', { state: 'NotProvisioned', lagMs: 60_000 });
    expect(stateOf('par-01')).toBe('Provisioned');
    const seen = azure.azure.world().circuits.find(({ name }) => name === 'par-01');
    expect(seen?.unseenProviderState).toBe('NotProvisioned');
    const { headers } = await azure.arm('DELETE', circuitPath('par-01'));
    azure.clock.advance(3_000);
    const ended = await azure.call('GET', headers.get('azure-asyncoperation') ?? '');
    expect(ended.body.error).toMatchObject({
      code: 'ConflictError',
      message: expect.stringContaining('not in Deprovisioned'),
    });
    azure.clock.advance(60_000);
    expect(stateOf('par-01')).toBe('NotProvisioned');
    expect(azure.azure.world().circuits.every((circuit) => !('unseenProviderState' in circuit))).toBe(true);
  });

  it('is looked at anew when the circuit is put: that is what Refresh does', async () => {
    await azure.control('POST', '/circuits/par-01/provider', { state: 'NotProvisioned', lagMs: 3_600_000 });
    const { body } = await azure.arm('GET', circuitPath('par-01'));
    await azure.arm('PATCH', circuitPath('par-01'), { tags: body.tags });
    expect(stateOf('par-01')).toBe('Provisioned');
    await azure.arm('PUT', circuitPath('par-01'), body);
    expect(stateOf('par-01')).toBe('Provisioned');
    azure.clock.advance(3_000);
    expect(stateOf('par-01')).toBe('NotProvisioned');
  });

  it('can change its mind before Azure has noticed', async () => {
    await azure.control('POST', '/circuits/par-01/provider', { state: 'NotProvisioned', lagMs: 60_000 });
    await azure.control('POST', '/circuits/par-01/provider', { state: 'Provisioned' });
    azure.clock.advance(60_000);
    expect(stateOf('par-01')).toBe('Provisioned');
  });

  it('is shown late by itself as well, as late as the world is set to', async () => {
    await azure.control('POST', '/operations', { providerLagMs: 30_000 });
    azure.clock.advance(5 * minute + 29_000);
    expect(stateOf('nyc-02')).toBe('Deprovisioning');
    azure.clock.advance(1_000);
    expect(stateOf('nyc-02')).toBe('NotProvisioned');
  });

  it('does not exist for a circuit on ExpressRoute Direct', async () => {
    const answer = await azure.control('POST', '/circuits/was-direct-01/provider', { state: 'Provisioned' });
    expect(answer.status).toBe(400);
    expect(answer.body.error).toContain('ExpressRoute Direct');
  });
});
