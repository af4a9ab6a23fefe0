import { z } from 'zod';
import { type CircuitId, parseCircuitAddress } from '../../domain/circuit/circuit-id.ts';
import type { Availability, AvailabilityPoint } from '../../domain/peering/session-evidence.ts';
import { AzureFault } from '../../usecases/ports.ts';
import { parseJson } from '../parse-json.ts';
import { isRaw } from '../raw.ts';
import { placeOf } from './metric-place.ts';

/**
 * The answer of metrics:getBatch (Azure Monitor 2024-02-01). Lenient: what is odd is as good as absent, and does not hide
 * the rest. A point without a figure is no point.
 */
const many = <T>(item: z.ZodType<T>) =>
  z.array(item.optional().catch(undefined)).transform(present).catch([]);
const text = z.string().catch('');

const SeriesWire = z.object({
  metadatavalues: many(z.object({ name: z.object({ value: z.string() }), value: z.string() })),
  data: z.array(z.unknown()).catch([]),
});
type SeriesWire = z.infer<typeof SeriesWire>;

const MetricWire = z.object({ id: text, errorCode: z.unknown(), timeseries: many(SeriesWire) });
type MetricWire = z.infer<typeof MetricWire>;

const BatchWire = z.object({
  values: z.array(z.unknown()).pipe(many(z.object({ resourceid: text, value: many(MetricWire) }))),
});

/** `asked`: of anything else nothing is believed. Throws AzureFault. */
export function toAvailability(json: string, asked: ReadonlySet<CircuitId>): readonly Availability[] {
  const { success, data } = BatchWire.safeParse(parseJson(json));
  if (!success) throw new AzureFault('unreadable', "Azure's metrics could not be understood");
  return data.values.flatMap(({ resourceid, value }) =>
    value.flatMap((metric) => {
      const circuitId = circuitIdOf(resourceid || metric.id.replace(metricPart, ''));
      return circuitId && asked.has(circuitId) ? seriesOf(circuitId, metric) : [];
    }),
  );
}

const metricPart = /\/providers\/microsoft\.insights\/metrics\/([^/]+)$/iu;

/** The metric's `name` is localized; the end of its id is not (facts/azure.md, SDK trap 9). */
const metrics: Readonly<Record<string, Availability['metric']>> = {
  bgpavailability: 'bgp',
  arpavailability: 'arp',
};

function seriesOf(circuitId: CircuitId, { id, errorCode, timeseries }: MetricWire): readonly Availability[] {
  const name = metricPart.exec(id)?.[1]?.toLowerCase() ?? '';
  const metric = Object.hasOwn(metrics, name) ? metrics[name] : undefined;
  if (!metric || (errorCode ?? 'Success') !== 'Success') return [];
  return timeseries.flatMap((series) => {
    const place = placeOf(dimension(series, 'peeringtype'), dimension(series, 'peer'));
    const points = present(series.data.map(toPoint)).toSorted((a, b) => a.at - b.at);
    return place && points.length > 0 ? [{ circuitId, metric, ...place, points }] : [];
  });
}

function dimension({ metadatavalues }: SeriesWire, wanted: string): string {
  return metadatavalues.find(({ name }) => name.value.toLowerCase() === wanted)?.value ?? '';
}

/** By hand: there are a hundred for each circuit and minute, and a schema takes ten times as long. */
function toPoint(point: unknown): AvailabilityPoint | undefined {
  if (!isRaw(point)) return undefined;
  const { timeStamp, average } = point;
  const at = typeof timeStamp === 'string' ? Date.parse(timeStamp) : Number.NaN;
  const isShare = typeof average === 'number' && average >= 0 && average <= 100;
  return isShare && !Number.isNaN(at) ? { at: at - (at % 60_000), percent: average } : undefined;
}

function circuitIdOf(id: string): CircuitId | undefined {
  const address = parseCircuitAddress(id);
  return address.ok ? address.value.id : undefined;
}

function present<T>(list: readonly (T | undefined)[]): readonly T[] {
  return list.filter((item) => item !== undefined);
}
