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

  it('does not exist for a circuit on ExpressRoute Direct', async () => {
    const answer = await azure.control('POST', '/circuits/was-direct-01/provider', { state: 'Provisioned' });
    expect(answer.status).toBe(400);
    expect(answer.body.error).toContain('ExpressRoute Direct');
  });
});
