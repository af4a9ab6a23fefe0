import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toAvailability } from '../../../src/azure/telemetry/availability-wire.ts';
import { AzureFault } from '../../../src/usecases/ports.ts';
import type { AvailabilityAsk } from '../../../src/usecases/telemetry.ts';
import { example } from '../support/example.ts';
import { addressOf, startStandIn } from '../support/stand-in.ts';
import { idOf, type Json, subscriptionId } from '../support/wire.ts';

const { id: circuitId } = addressOf('lon-01');
const from = Date.UTC(2026, 2, 2, 3, 0);
const ask: AvailabilityAsk = {
  subscriptionId,
  region: 'uksouth',
  circuitIds: [circuitId],
  from,
  until: from + 12 * 60_000,
};

function wireSeries(peeringType: string, peer: string, data: readonly unknown[]): Json {
  const dimension = (value: string, of: string) => ({ name: { value: of, localizedValue: of }, value });
  return { metadatavalues: [dimension(peeringType, 'peeringtype'), dimension(peer, 'peer')], data };
}

function wireMetric(name: string, timeseries: readonly unknown[], outside: Json = {}): Json {
  return {
    id: `${idOf('LON-01')}/providers/Microsoft.Insights/metrics/${name}`,
    type: 'Microsoft.Insights/metrics',
    name: { value: 'Bgp Availability', localizedValue: 'Bgp-Verfügbarkeit' },
    timeseries,
    errorCode: 'Success',
    ...outside,
  };
}

function wireBatch(...value: readonly unknown[]): Json {
  return { values: [{ resourceid: idOf('LON-01'), value }] };
}

const point = { timeStamp: '2026-03-02T03:00:00Z', average: 100 };
const known = { at: from, percent: 100 };

function read(body: unknown, asked = circuitId) {
  return toAvailability(JSON.stringify(body), new Set([asked]));
}

/** Where the only series of an answer with these dimensions is. */
function placeOf(peeringType: string, peer: string) {
  return read(wireBatch(wireMetric('BgpAvailability', [wireSeries(peeringType, peer, [point])])))[0];
}

describe('the question', () => {
  test('is one batch for both metrics, below the door of metrics', async () => {
    const standIn = await startStandIn(() => ({ body: { values: [] } }));
    expect(await standIn.telemetry.availability(ask)).toEqual([]);
    expect(standIn.asked()).toEqual([`POST /metrics/subscriptions/${subscriptionId}/metrics:getbatch`]);
    const [question] = standIn.questions;
    expect(JSON.parse(question?.body ?? '')).toEqual({ resourceids: [circuitId] });
    expect(question?.headers.authorization).toBe('Bearer t0ken');
    expect(Object.fromEntries(new URL(question?.url ?? '', 'http://x').searchParams)).toEqual({
      starttime: '2026-03-02T03:00:00.000Z',
      endtime: '2026-03-02T03:12:00.000Z',
      interval: 'PT1M',
      metricnamespace: 'microsoft.network/expressroutecircuits',
      metricnames: 'BgpAvailability,ArpAvailability',
      aggregation: 'average',
      filter: "PeeringType eq '*' and Peer eq '*'",
      top: '1000',
      'api-version': '2024-02-01',
    });
    expect(question?.url).not.toContain('+');
  });

  test('is not put for no circuit', async () => {
    const standIn = await startStandIn(() => ({ body: { values: [] } }));
    expect(await standIn.telemetry.availability({ ...ask, circuitIds: [] })).toEqual([]);
    expect(standIn.questions).toEqual([]);
  });
});

describe('what is read', () => {
  test('are the series of both metrics, by peering and link, oldest point first', async () => {
    const series = wireSeries('Private', 'Primary', [
      { timeStamp: '2026-03-02T03:01:30.5Z', average: 0 },
      point,
    ]);
    const body = wireBatch(
      wireMetric('BgpAvailability', [series, wireSeries('Microsoft', 'Secondary-IPv6', [point])]),
      wireMetric('ARPAVAILABILITY', [wireSeries('Private', 'Primary', [point])]),
    );
    const standIn = await startStandIn(() => ({ body }));
    const place = { circuitId, peering: 'AzurePrivatePeering', link: 'primary' };
    expect(await standIn.telemetry.availability(ask)).toEqual([
      { ...place, metric: 'bgp', points: [known, { at: from + 60_000, percent: 0 }] },
      {
        circuitId,
        metric: 'bgp',
        peering: 'MicrosoftPeering',
        link: 'secondary',
        family: 'ipv6',
        points: [known],
      },
      { ...place, metric: 'arp', points: [known] },
    ]);
  });

  test.each([
    ['Private', 'AzurePrivatePeering'],
    ['AzurePrivatePeering', 'AzurePrivatePeering'],
    ['PRIVATEPEERING', 'AzurePrivatePeering'],
    ['microsoft', 'MicrosoftPeering'],
    ['MicrosoftPeering', 'MicrosoftPeering'],
    ['Public', 'AzurePublicPeering'],
    ['Quantum', { unrecognised: 'Quantum' }],
  ])('PeeringType %s is %j', (told, peering) => {
    expect(placeOf(told, 'Primary')).toMatchObject({ peering });
  });

  test.each([
    ['Primary', 'primary', undefined],
    ['PRIMARY', 'primary', undefined],
    ['Primary-IPv6', 'primary', 'ipv6'],
    ['secondaryIPv4', 'secondary', 'ipv4'],
    ['Secondary (v6)', 'secondary', 'ipv6'],
    ['Secondary 4/6', 'secondary', undefined],
  ])('Peer %s is %s, %s', (told, link, family) => {
    const place = placeOf('Private', told);
    expect([place?.link, place?.family]).toEqual([link, family]);
  });

  test.each([
    ['without a link', 'Private', 'Tertiary'],
    ['without a peering', '', 'Primary'],
  ])('a series %s is left out', (_, peeringType, peer) => {
    expect(placeOf(peeringType, peer)).toBeUndefined();
  });

  test('the circuit is known by the metric’s id where nothing else names it', () => {
    const value = [wireMetric('BgpAvailability', [wireSeries('Private', 'Primary', [point])])];
    expect(read({ values: [{ value }] })).toMatchObject([{ circuitId }]);
  });

  test('a circuit that was not asked for is left out', () => {
    const body = wireBatch(wireMetric('BgpAvailability', [wireSeries('Private', 'Primary', [point])]));
    expect(read(body, addressOf('fra-01').id)).toEqual([]);
  });

  test.each<[string, Json]>([
    ['that failed', { errorCode: 'InvalidSamplingType', errorMessage: 'x' }],
    ['of another name', { id: `${idOf('lon-01')}/providers/Microsoft.Insights/metrics/BitsInPerSecond` }],
    ['of an inherited name', { id: `${idOf('lon-01')}/providers/Microsoft.Insights/metrics/constructor` }],
    ['without an id', { id: 7 }],
    ['without series', { timeseries: null }],
  ])('a metric %s is left out, and the rest is read', (_, outside) => {
    const series = [wireSeries('Private', 'Primary', [point])];
    const body = wireBatch(
      wireMetric('BgpAvailability', series, outside),
      wireMetric('ArpAvailability', series),
    );
    expect(read(body).map(({ metric }) => metric)).toEqual(['arp']);
  });

  test.each<[string, unknown]>([
    ['without an average', { timeStamp: point.timeStamp }],
    ['with null', { ...point, average: null }],
    ['with text', { ...point, average: '100' }],
    ['of less than nothing', { ...point, average: -1 }],
    ['of more than everything', { ...point, average: 100.5 }],
    ['at no time', { ...point, timeStamp: 'noon' }],
    ['that is none', null],
  ])('a point %s is no point, and zero is not put in its place', (_, odd) => {
    const of = (data: readonly unknown[]) =>
      read(wireBatch(wireMetric('BgpAvailability', [wireSeries('Private', 'Primary', data)])));
    expect(of([odd, point])).toMatchObject([{ points: [known] }]);
    expect(of([odd])).toEqual([]);
  });

  test('the official example is understood, and none of it is about circuits', () => {
    const { answer } = example('MetricBatchExample');
    expect(read(answer)).toEqual([]);
    const ours = JSON.stringify(answer)
      .replaceAll(/"(resource)?id":"[^"]*TestStorage1/giu, `"$1id":"${idOf('lon-01')}`)
      .replaceAll('/Ingress', '/BgpAvailability')
      .replaceAll('"apiname"', '"peeringtype"')
      .replaceAll('"authentication"', '"peer"')
      .replaceAll(/"GetBlob(ServiceProperties)?"/gu, '"Private"')
      .replaceAll('"SAS"', '"Primary"')
      .replaceAll('"AccountKey"', '"Secondary"')
      .replaceAll(/"average":[\d.]+/gu, '"average":99.5');
    const series = toAvailability(ours, new Set([circuitId]));
    expect(series.map(({ link, points }) => [link, points.length])).toEqual([
      ['primary', 12],
      ['secondary', 1],
    ]);
  });
});

describe('a fault', () => {
  test.each(['', 'null', '[]', '{}', '{"values":{}}', '<html>'])('%j is unreadable', async (body) => {
    const standIn = await startStandIn(() => ({ body }));
    await expect(standIn.telemetry.availability(ask)).rejects.toMatchObject({ kind: 'unreadable' });
  });

  test.each([
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [429, 'throttled'],
    [503, 'unavailable'],
    [400, 'refused'],
  ])('%i is %s, in Azure’s words', async (status, kind) => {
    const { code, message } = { code: 'BadRequest', message: 'Query endTime is out of the retention.' };
    const standIn = await startStandIn(() => ({ status, body: { error: { code, message } } }));
    const fault = { kind, message: `${code}: ${message}` };
    await expect(standIn.telemetry.availability(ask)).rejects.toMatchObject(fault);
    expect(standIn.questions).toHaveLength(1);
  });

  test('of the connection is unreachable', async () => {
    const standIn = await startStandIn(() => 'drop');
    await expect(standIn.telemetry.availability(ask)).rejects.toMatchObject({ kind: 'unreachable' });
  });
});

describe('whatever JSON comes', () => {
  const figure = fc.oneof(fc.double(), fc.integer({ min: -5, max: 105 }), fc.jsonValue({ maxDepth: 1 }));
  const datum = fc.oneof(
    fc.record(
      { timeStamp: fc.oneof(fc.constant(point.timeStamp), fc.string(), fc.integer()), average: figure },
      { requiredKeys: [] },
    ),
    fc.jsonValue({ maxDepth: 1 }),
  );
  const series = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.array(datum, { maxLength: 4 }).map((data) => wireSeries('Private', 'Primary', data)),
    },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
  );
  const metric = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.array(series, { maxLength: 3 }).map((list) => wireMetric('BgpAvailability', list)),
    },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
  );
  const answer = fc.oneof(
    { weight: 4, arbitrary: fc.array(metric, { maxLength: 3 }).map((list) => wireBatch(...list)) },
    { weight: 1, arbitrary: fc.jsonValue() },
  );

  test('nothing but a fault of Azure is thrown, and no point comes from nothing', () => {
    fc.assert(
      fc.property(answer, (body) => {
        const text = JSON.stringify(body);
        const points = pointsIn(text);
        const averages = new Set(averagesIn(JSON.parse(text)));
        for (const { at, percent } of points) {
          expect(averages).toContain(percent);
          expect(percent >= 0 && percent <= 100 && Number.isSafeInteger(at / 60_000)).toBe(true);
        }
        expect(pointsIn(text.replaceAll('"average":', '"mean":'))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  function pointsIn(text: string) {
    try {
      return toAvailability(text, new Set([circuitId])).flatMap(({ points }) => points);
    } catch (fault) {
      expect(fault).toBeInstanceOf(AzureFault);
      return [];
    }
  }
});

function averagesIn(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Object.entries(value).flatMap(([name, item]) => (name === 'average' ? [item] : []));
  return [...own, ...Object.values(value).flatMap(averagesIn)];
}
