import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { linkLimit } from '../../../src/sandbox/azure/usage.ts';
import { anOrder } from './support/an-order.ts';
import { aLink, emeaNetwork } from './support/resources.ts';
import { circuitPath, emea, type StartedAzure, startAzure } from './support/start-azure.ts';

let azure: StartedAzure;
beforeEach(async () => {
  azure = await startAzure();
});
afterEach(() => azure.close());

const finish = () => azure.clock.advance(3_000);
const path = circuitPath('lon-03');

function anOrderFor(provider: object, more: object = {}) {
  const serviceProviderProperties = { ...anOrder.properties.serviceProviderProperties, ...provider };
  return { ...anOrder, properties: { ...anOrder.properties, serviceProviderProperties, ...more } };
}

/** PUTs the circuit as it is, with these changes; how the operation and the circuit ended. */
async function changed(name: string, change: { provider?: object; sku?: object }) {
  const before = (await azure.arm('GET', circuitPath(name))).body;
  const provider = { ...before.properties.serviceProviderProperties, ...change.provider };
  const properties = { ...before.properties, serviceProviderProperties: provider };
  const answer = await azure.arm('PUT', circuitPath(name), {
    ...before,
    sku: { ...before.sku, ...change.sku },
    properties,
  });
  finish();
  const url = answer.headers.get('azure-asyncoperation');
  const ended = url ? (await azure.call('GET', url)).body : undefined;
  return { answer, ended, after: (await azure.arm('GET', circuitPath(name))).body };
}

describe('a circuit is refused at once', () => {
  it.each([
    ['a provider that nobody knows', { serviceProviderName: 'Acme' }, "service provider 'Acme'"],
    ['a location where the provider is not', { peeringLocation: 'Chicago' }, 'peering location Chicago'],
    ['a bandwidth that is not offered', { bandwidthInMbps: 300 }, 'requested bandwidth 300'],
    ['a bandwidth that only another offers', { bandwidthInMbps: 100_000 }, 'requested bandwidth 100000'],
  ])('for %s', async (_what, provider, words) => {
    const { status, body, headers } = await azure.arm('PUT', path, anOrderFor(provider));
    expect([status, body.error.message]).toEqual([400, expect.stringContaining(words)]);
    expect(headers.get('x-ms-correlation-request-id')).toBeTruthy();
    expect((await azure.arm('GET', path)).status).toBe(404);
  });

  it('when its region is full: ten in a subscription', async () => {
    const statuses: number[] = [];
    for (let index = 0; index < 8; index += 1) {
      const { status, body } = await azure.arm('PUT', circuitPath(`lon-2${index}`), anOrder);
      statuses.push(status);
      if (status === 400) expect(body.error.message).toContain('more than 10 express route circuits');
    }
    // Three are there from the start.
    expect(statuses).toEqual([201, 201, 201, 201, 201, 201, 201, 400]);
    expect(
      (await azure.arm('PUT', circuitPath('ams-03'), { ...anOrder, location: 'westeurope' })).status,
    ).toBe(201);
  });

  it('from UnlimitedData to MeteredData, while the other way is open', async () => {
    const back = await changed('fra-02', { sku: { family: 'MeteredData' } });
    expect([back.answer.status, back.answer.body.error.code]).toEqual([400, 'InvalidSkuFamily']);
    const there = await changed('par-01', { sku: { family: 'UnlimitedData' } });
    expect(there.after.sku.name).toBe('Standard_UnlimitedData');
  });

  it('to another provider or peering location', async () => {
    for (const provider of [{ serviceProviderName: 'Colt' }, { peeringLocation: 'London' }]) {
      const { answer } = await changed('fra-02', { provider });
      expect([answer.status, answer.body.error.code]).toEqual([400, 'CannotChangeServiceProvider']);
    }
  });
});

describe('a circuit that is there', () => {
  it('keeps what is no longer offered, and its name means an update', async () => {
    // CenturyLink's recorded offers know no Chicago.
    const { answer } = await changed('lon-01', {});
    expect(answer.status).toBe(200);
    const id = azure.azure.world().circuits.find(({ name }) => name === 'chi-01')?.id ?? '';
    expect((await azure.arm('PUT', id, (await azure.arm('GET', id)).body)).status).toBe(200);
  });

  it('takes more bandwidth when it is offered', async () => {
    const { ended, after } = await changed('par-01', { provider: { bandwidthInMbps: 1_000 } });
    expect(ended.status).toBe('Succeeded');
    expect(after.properties.serviceProviderProperties.bandwidthInMbps).toBe(1_000);
    const { answer } = await changed('par-01', { provider: { bandwidthInMbps: 1_500 } });
    expect(answer.status).toBe(400);
  });

  it('goes down to Standard, and ends Failed with all it had when Standard allows fewer links', async () => {
    for (let index = 0; index < 7; index += 1) {
      await azure.control('POST', '/gateways', { name: `gw-${index}` });
      const gateway = `${emeaNetwork}/virtualNetworkGateways/gw-${index}`;
      await azure.arm(
        'PUT',
        `${emeaNetwork}/connections/conn-${index}`,
        aLink(circuitPath('lon-01'), gateway),
      );
    }
    finish();
    const crowded = await changed('lon-01', { sku: { tier: 'Standard' } });
    expect([crowded.ended.status, crowded.ended.error.code]).toEqual(['Failed', 'InternalError']);
    expect([crowded.after.properties.provisioningState, crowded.after.sku.tier]).toEqual([
      'Failed',
      'Premium',
    ]);

    await azure.arm('DELETE', `${emeaNetwork}/connections/conn-0`);
    finish();
    const fitting = await changed('lon-01', { sku: { tier: 'Standard' } });
    expect([fitting.ended.status, fitting.after.sku.tier]).toEqual(['Succeeded', 'Standard']);
  });
});

it.each([
  ['Local', 10_000, 10],
  ['Standard', 10_000, 10],
  ['Premium', 50, 20],
  ['Premium', 100, 25],
  ['Premium', 200, 25],
  ['Premium', 500, 40],
  ['Premium', 1_000, 50],
  ['Premium', 2_000, 60],
  ['Premium', 5_000, 75],
  ['Premium', 10_000, 100],
  ['Premium', 100_000, 100],
])('%s of %i Mbps takes %i links', (tier, mbps, limit) => {
  expect(linkLimit(tier, mbps)).toBe(limit);
});

describe('properties that this Azure does not know', () => {
  it('are kept and returned, in a circuit and in its peerings, until a PUT leaves them out', async () => {
    const before = (await azure.arm('GET', circuitPath('par-01'))).body;
    const [first] = before.properties.peerings;
    const odd = { futureThing: { on: true } };
    const peering = { ...first, properties: { ...first.properties, ...odd, sharedKey: 'never-shown' } };
    const body = { ...before, properties: { ...before.properties, ...odd, peerings: [peering] } };
    await azure.arm('PUT', before.id, body);
    finish();
    const kept = await azure.arm('GET', before.id);
    expect(kept.body.properties).toMatchObject(odd);
    expect(kept.body.properties.peerings[0].properties).toMatchObject(odd);
    expect(kept.text).not.toContain('never-shown');

    await azure.arm('PUT', `${before.id}/authorizations/a`, {});
    finish();
    expect((await azure.arm('GET', before.id)).body.properties).toMatchObject(odd);

    await azure.arm('PUT', before.id, before);
    finish();
    expect((await azure.arm('GET', before.id)).text).not.toContain('futureThing');
  });

  it('are kept within the parts of a Microsoft peering too', async () => {
    const at = `${circuitPath('lon-01')}/peerings/MicrosoftPeering`;
    const { body } = await azure.arm('GET', at);
    body.properties.microsoftPeeringConfig.advertisedCommunities = ['12076:5010'];
    body.properties.ipv6PeeringConfig.routeFilter = { id: `/subscriptions/${emea}/rf` };
    await azure.arm('PUT', at, body);
    finish();
    const { properties } = (await azure.arm('GET', at)).body;
    expect(properties.microsoftPeeringConfig.advertisedCommunities).toEqual(['12076:5010']);
    expect(properties.ipv6PeeringConfig.routeFilter.id).toContain('/rf');
  });
});
