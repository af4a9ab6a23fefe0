import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { americas, circuitPath, emea, type StartedAzure, startAzure } from './support/start-azure.ts';

let azure: StartedAzure;
beforeEach(async () => {
  azure = await startAzure();
});
afterEach(() => azure.close());

const events = (subscription = emea, query = '') =>
  azure.arm('GET', `/subscriptions/${subscription}/providers/Microsoft.ResourceHealth/events${query}`);
const announce = (body: object) => azure.control('POST', '/planned-maintenance', body);
const from = '2026-01-06T01:00:00Z';
const until = '2026-01-06T05:00:00+00:00';

type Event = { name: string; properties: { eventType: string; title: string; status: string } };

describe('Service Health', () => {
  it('tells planned maintenance in the form of the specification', async () => {
    await announce({
      title: 'Router <upgrade>',
      from,
      until,
      regions: ['UK South', 'westeurope'],
      trackingId: 'ABCD-1',
    });
    const { status, body } = await events();
    expect(status).toBe(200);
    expect(body.value[0]).toMatchObject({
      id: '/providers/Microsoft.ResourceHealth/events/ABCD-1',
      name: 'ABCD-1',
      type: '/providers/Microsoft.ResourceHealth/events',
      properties: {
        eventType: 'PlannedMaintenance',
        status: 'Active',
        title: 'Router <upgrade>',
        impactStartTime: '2026-01-06T01:00:00Z',
        impactMitigationTime: '2026-01-06T05:00:00Z',
        impact: [
          {
            impactedService: 'ExpressRoute \\ ExpressRoute Circuits',
            impactedRegions: [
              { impactedRegion: 'UK South', impactedSubscriptions: [emea] },
              { impactedRegion: 'West Europe' },
            ],
          },
        ],
        lastUpdateTime: '2026-01-05T03:00:00Z',
      },
    });
    expect(body.value[0].properties.summary).toContain('Router &lt;upgrade&gt;');
    expect(azure.azure.world().plannedMaintenance).toMatchObject([
      { trackingId: 'ABCD-1', regions: ['uksouth', 'westeurope'] },
    ]);
    azure.clock.advance(48 * 3_600_000);
    expect((await events()).body.value[0].properties.status).toBe('Resolved');
  });

  it('tells other events too, unless it is asked for one type or for what is new', async () => {
    await announce({ from, until });
    const types = (body: { value: Event[] }) => body.value.map(({ properties }) => properties.eventType);
    expect(types((await events()).body)).toEqual(['PlannedMaintenance', 'HealthAdvisory']);
    const filter = encodeURIComponent("properties/eventType eq 'PlannedMaintenance'");
    expect(types((await events(emea, `?$filter=${filter}`)).body)).toEqual(['PlannedMaintenance']);
    expect(types((await events(emea, '?queryStartTime=2026-01-01')).body)).toEqual(['PlannedMaintenance']);
    expect((await events(emea, '?queryStartTime=soon')).status).toBe(400);
  });

  it('tells one subscription what concerns it', async () => {
    await announce({ title: 'for one', from, until, subscriptionId: americas });
    const titles = async (subscription: string) =>
      (await events(subscription)).body.value.map(({ properties }: Event) => properties.title);
    expect(await titles(americas)).toContain('for one');
    expect(await titles(emea)).not.toContain('for one');
  });

  it('pages', async () => {
    for (let count = 0; count < 5; count++) await announce({ from, until });
    const first = (await events()).body;
    const second = (await azure.call('GET', first.nextLink)).body;
    const names = [...first.value, ...second.value].map(({ name }: Event) => name);
    expect(names).toEqual(['ERPM-1', 'ERPM-2', 'ERPM-3', 'ERPM-4', 'ERPM-5', '0T2J-9X0']);
    expect(second.nextLink).toBeUndefined();
  });

  it('says anew what was announced, and takes it back', async () => {
    await announce({ title: 'first', from, until, trackingId: 'A' });
    await announce({ title: 'second', from, until, trackingId: 'A' });
    expect(azure.azure.world().plannedMaintenance.map(({ title }) => title)).toEqual(['second']);
    expect((await azure.control('POST', '/planned-maintenance/A/withdraw')).status).toBe(200);
    expect(azure.azure.world().plannedMaintenance).toEqual([]);
    expect((await azure.control('POST', '/planned-maintenance/A/withdraw')).status).toBe(400);
  });
});

describe('ARM besides', () => {
  it('tells the world’s time, or lies about it', async () => {
    const date = async () => (await azure.arm('GET', circuitPath('lon-01'))).headers.get('date');
    expect(await date()).toBe('Mon, 05 Jan 2026 03:00:00 GMT');
    await azure.control('POST', '/operations', { clockSkewMs: -600_000 });
    expect(await date()).toBe('Mon, 05 Jan 2026 02:50:00 GMT');
  });

  it('shows how a connection fares, in Resource Graph too', async () => {
    const name = encodeURIComponent('rg-net-emea/conn-lon-hub');
    await azure.control('POST', `/connections/${name}/status`, { status: 'NotConnected' });
    const query =
      "resources | where type =~ 'microsoft.network/connections' | project name, status = tostring(properties.connectionStatus), peer = tostring(properties.peer.id)";
    const { body } = await azure.arm(
      'POST',
      '/providers/Microsoft.ResourceGraph/resources',
      { query },
      '2022-10-01',
    );
    expect(body.data).toContainEqual({
      name: 'conn-lon-hub',
      status: 'NotConnected',
      peer: circuitPath('lon-01'),
    });
    expect(azure.azure.world().connections[0]).toMatchObject({ connectionStatus: 'NotConnected' });
  });
});
