import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { americas, circuitPath, emea, type StartedAzure, startAzure } from './support/start-azure.ts';

let azure: StartedAzure;
beforeEach(async () => {
  azure = await startAzure();
});
afterEach(() => azure.close());

const lon01 = circuitPath('lon-01');
const minute = 60_000;
const cut = (up: boolean, more: object = {}) =>
  azure.control('POST', '/circuits/lon-01/links', { peering: 'private', link: 'primary', up, ...more });

type Point = { timeStamp: string; average?: number };
type Line = {
  metadatavalues: { name: { value: string }; value: string }[];
  data: Point[];
};

/** Averages of the last `minutes`, of one metric of a circuit, by `Private Primary`. */
async function averages(minutes: number, metric = 'BgpAvailability', id = lon01) {
  const { body } = await azure.batch([id], {
    starttime: new Date(azure.clock.now() - minutes * minute).toISOString(),
    endtime: new Date(azure.clock.now()).toISOString(),
    metricnames: metric,
  });
  const lines: Line[] = body.values[0].value[0].timeseries;
  return Object.fromEntries(
    lines.map(({ metadatavalues, data }) => [
      metadatavalues.map(({ value }) => value).join(' '),
      data.map(({ average }) => (average === undefined ? 'none' : Math.round(average))),
    ]),
  );
}

describe('metrics:getBatch', () => {
  it('has the form of the official example', async () => {
    const starttime = '2026-01-05T02:58:00Z';
    const { status, body, headers } = await azure.batch([lon01], {
      starttime,
      endtime: '2026-01-05T03:00:00Z',
    });
    expect(status).toBe(200);
    const [value] = body.values;
    expect(value).toMatchObject({
      starttime,
      endtime: '2026-01-05T03:00:00Z',
      interval: 'PT1M',
      namespace: 'microsoft.network/expressroutecircuits',
      resourceregion: 'uksouth',
      resourceid: lon01,
    });
    const [bgp, arp] = value.value;
    expect(bgp).toMatchObject({
      id: `${lon01}/providers/Microsoft.Insights/metrics/BgpAvailability`,
      type: 'Microsoft.Insights/metrics',
      name: { value: 'BgpAvailability', localizedValue: 'Bgp Availability' },
      unit: 'Percent',
      errorCode: 'Success',
    });
    expect(arp.name.value).toBe('ArpAvailability');
    expect(bgp.timeseries).toHaveLength(4);
    expect(bgp.timeseries[0]).toEqual({
      metadatavalues: [
        { name: { value: 'peeringtype', localizedValue: 'peeringtype' }, value: 'Private' },
        { name: { value: 'peer', localizedValue: 'peer' }, value: 'Primary' },
      ],
      data: [
        { timeStamp: '2026-01-05T02:58:00Z', average: 100 },
        { timeStamp: '2026-01-05T02:59:00Z', average: 100 },
      ],
    });
    expect(headers.get('date')).toBe('Mon, 05 Jan 2026 03:00:00 GMT');
  });

  it('averages over each minute, and over what has passed of the minute under way', async () => {
    azure.clock.advance(15_000);
    await cut(false);
    azure.clock.advance(2 * minute);
    await cut(true);
    azure.clock.advance(30_000);
    expect(await averages(2.75)).toMatchObject({
      'Private Primary': [25, 0, 67],
      'Private Secondary': [100, 100, 100],
      'Microsoft Primary': [100, 100, 100],
    });
    expect(await averages(2.75, 'ArpAvailability')).toMatchObject({ 'Private Primary': [100, 100, 100] });
  });

  it('counts the families of a link together', async () => {
    await cut(false, { family: 'ipv6' });
    azure.clock.advance(minute);
    expect(await averages(1)).toMatchObject({ 'Private Primary': [50], 'Private Secondary': [100] });
  });

  it('tells a cut wire in both metrics', async () => {
    await cut(false, { layer: 2 });
    azure.clock.advance(minute);
    expect(await averages(1)).toMatchObject({ 'Private Primary': [0] });
    expect(await averages(1, 'ArpAvailability')).toMatchObject({
      'Private Primary': [0],
      'Private Secondary': [100],
    });
  });

  it('tells a failover test, from when it runs', async () => {
    const query = 'linkType=Secondary&circuitTestCategory=BgpDisconnect';
    await azure.arm('POST', `${lon01}/startCircuitLinkFailoverTest?${query}`, undefined, '2026-01-01');
    azure.clock.advance(minute);
    expect(await averages(1)).toMatchObject({ 'Private Secondary': [5], 'Microsoft Secondary': [5] });
  });

  it('lies in planned maintenance, about BGP alone and on the link that is worked on', async () => {
    await azure.control('POST', '/circuits/lon-01/maintenance', { on: true, link: 'secondary' });
    azure.clock.advance(minute);
    expect(await averages(1)).toMatchObject({ 'Private Primary': [100], 'Microsoft Secondary': [0] });
    expect(await averages(1, 'ArpAvailability')).toMatchObject({ 'Private Secondary': [100] });
    const { circuits, links } = azure.azure.world();
    expect(circuits.find(({ name }) => name === 'lon-01')?.maintenance).toEqual(['secondary']);
    expect(links.every(({ up }) => up)).toBe(true);
    await azure.control('POST', '/circuits/lon-01/maintenance', { on: false });
    azure.clock.advance(minute);
    expect(await averages(2)).toMatchObject({ 'Private Secondary': [0, 100] });
  });

  it('has points without a value while a gap lasts', async () => {
    await azure.control('POST', '/circuits/lon-01/metrics', { gap: true });
    azure.clock.advance(90_000);
    await azure.control('POST', '/circuits/lon-01/metrics', { gap: false });
    azure.clock.advance(90_000);
    expect(await averages(3)).toMatchObject({ 'Private Primary': ['none', 'none', 100] });
  });

  it('has nothing of a circuit that is not provisioned, a peering that is disabled, or a time before it was', async () => {
    expect(await averages(1, 'BgpAvailability', circuitPath('lon-02'))).toEqual({});
    await azure.control('POST', '/circuits/lon-01/peerings', { peering: 'microsoft', state: 'Disabled' });
    expect(Object.keys(await averages(1))).toEqual(['Private Primary', 'Private Secondary']);
    azure.clock.advance(minute);
    await azure.control('POST', '/circuits/lon-01/peerings', { peering: 'microsoft', state: 'Enabled' });
    azure.clock.advance(minute);
    expect(await averages(3)).toMatchObject({ 'Microsoft Primary': [100, 'none', 100] });
  });

  it('forgets the oldest turns, not the newest', async () => {
    for (let turn = 0; turn < 600; turn++) {
      azure.clock.advance(1_000);
      await cut(turn % 2 === 1);
    }
    azure.clock.advance(1_000);
    const { 'Private Primary': points = [] } = await averages(10);
    expect(points.slice(2, -1)).toEqual(Array.from({ length: 8 }, () => 50));
  });

  it('leaves out what is beyond `top` without a word: ten series of a batch, where nothing is said', async () => {
    const { body } = await azure.batch([lon01, circuitPath('edge-01')], {
      top: '5',
      metricnames: 'bgpavailability',
    });
    const counts = (answer: typeof body) =>
      answer.values.map(({ value }: { value: { timeseries: unknown[] }[] }) => value[0]?.timeseries.length);
    expect(counts(body)).toEqual([4, 1]);
    await azure.control('POST', '/circuits/bulk', { count: 8 });
    const bulk = [1, 3, 5, 7].map((index) => circuitPath(`bulk-0000${index}`, 'rg-bulk'));
    const url = (await azure.batch(bulk, { top: '10' })).body;
    expect(counts(url)).toEqual([4, 4, 2, 0]);
  });

  it('makes one series of all where nothing is to be told apart, and fits a filter', async () => {
    await cut(false);
    azure.clock.advance(minute);
    expect(await averages(1)).toMatchObject({ 'Private Primary': [0] });
    const asked = {
      starttime: '2026-01-05T03:00:00Z',
      endtime: '2026-01-05T03:01:00Z',
      metricnames: 'BgpAvailability',
    };
    const one = await azure.batch([lon01], {
      ...asked,
      filter: "peeringtype eq 'private' AND Peer eq 'Secondary'",
    });
    expect(one.body.values[0].value[0].timeseries).toMatchObject([{ data: [{ average: 100 }] }]);
    const byPeer = await azure.batch([lon01], { ...asked, filter: "Peer eq '*'" });
    expect(byPeer.body.values[0].value[0].timeseries).toMatchObject([
      { metadatavalues: [{ value: 'Primary' }], data: [{ average: 50 }] },
      { metadatavalues: [{ value: 'Secondary' }], data: [{ average: 100 }] },
    ]);
  });

  it('says of each circuit that is gone that it is, and answers for the others', async () => {
    const gone = circuitPath('lon-99');
    const { status, body } = await azure.batch([gone, lon01]);
    expect(status).toBe(200);
    expect(body.values[0]).toMatchObject({
      resourceid: gone,
      value: [{ errorCode: 'ResourceNotFound', timeseries: [] }, { timeseries: [] }],
    });
    expect(body.values[1].value[0].errorCode).toBe('Success');
  });
});

describe('metrics:getBatch refuses', () => {
  it.each<[string, string[], Record<string, string>, string]>([
    ['more than fifty circuits', Array.from({ length: 51 }, () => lon01), {}, 'maximum of 50'],
    ['no circuits', [], {}, 'resourceids'],
    ['another subscription’s', [circuitPath('nyc-01', 'rg-net-amer', americas)], {}, `subscription ${emea}`],
    ['two regions', [lon01, circuitPath('fra-02')], {}, 'one region'],
    ['another type', [lon01.replace('expressRouteCircuits', 'connections')], {}, 'of the type'],
    ['another namespace', [lon01], { metricnamespace: 'microsoft.storage/storageaccounts' }, 'not supported'],
    ['another metric', [lon01], { metricnames: 'BgpMood' }, 'Valid metrics: BgpAvailability'],
    ['an odd interval', [lon01], { interval: 'PT7M' }, 'PT7M'],
    ['an odd filter', [lon01], { filter: "Mood eq '*'" }, 'filter'],
    ['an odd top', [lon01], { top: 'all' }, 'top'],
    [
      'an end before its start',
      [lon01],
      { starttime: '2026-01-05T02:00:00Z', endtime: '2026-01-05T01:00:00Z' },
      'Start time',
    ],
    ['what is forgotten', [lon01], { starttime: '2025-01-05T02:00:00Z' }, 'retention period'],
    ['another api-version', [lon01], { 'api-version': '2019-01-01' }, 'supported versions'],
  ])('%s', async (_what, ids, more, words) => {
    const { status, body, headers } = await azure.batch(ids, more);
    expect([status, body.error.code, headers.get('x-ms-error-code')]).toEqual([
      400,
      'BadRequest',
      'BadRequest',
    ]);
    expect(body.error.message).toContain(words);
    expect(body.error.additionalInfo).toHaveLength(2);
  });

  it('a token that is not the right one, an unknown subscription, and any other call', async () => {
    const url = `${azure.origin}/azure/metrics/subscriptions/${emea}/metrics:getBatch?api-version=2024-02-01`;
    expect((await azure.call('POST', url, {}, { authorization: 'Bearer stale' })).status).toBe(401);
    expect((await azure.batch([lon01], {}, 'nobodys')).status).toBe(404);
    expect((await azure.call('GET', url)).status).toBe(404);
    expect((await azure.call('POST', url, '{')).status).toBe(400);
  });

  it('by the faults that fit it, and ARM’s calls go on', async () => {
    azure.faults.add({
      target: 'azure',
      kind: 'throttle',
      match: `POST /metrics:getBatch ${emea}`,
      times: 1,
      retryAfter: 9,
    });
    expect((await azure.arm('GET', lon01)).status).toBe(200);
    const answer = await azure.batch([lon01]);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '9']);
    azure.faults.add({ target: 'azure', kind: 'error', match: 'metrics:getBatch', times: 1 });
    expect((await azure.batch([lon01])).status).toBe(503);
    azure.faults.add({ target: 'azure', kind: 'lose-answer', match: 'metrics:getBatch', times: 1 });
    await expect(azure.batch([lon01])).rejects.toThrow();
    expect((await azure.batch([lon01])).status).toBe(200);
  });
});
