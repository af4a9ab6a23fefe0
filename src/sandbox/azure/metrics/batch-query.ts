import { z } from 'zod';
import { type MetricName, metricNames } from './metric-names.ts';

/** A question of `metrics:getBatch`, read. */
export type BatchQuery = {
  readonly metrics: readonly MetricName[];
  /** World time. */
  readonly from: number;
  readonly until: number;
  readonly interval: string;
  readonly stepMs: number;
  readonly withAverage: boolean;
  /** Absent: one series for each metric, over all that it has. */
  readonly filter?: readonly Condition[];
  /** How many series, of each metric. */
  readonly top: number;
};
export type Condition = { readonly dimension: Dimension; readonly wanted: string };

const dimensions = ['PeeringType', 'Peer'] as const;
type Dimension = (typeof dimensions)[number];

const minute = 60_000;
const day = 1_440 * minute;
const retention = 93 * day;
const steps: Readonly<Record<string, number>> = { PT1M: 1, PT5M: 5, PT15M: 15, PT30M: 30, PT1H: 60 };
const namespace = 'microsoft.network/expressroutecircuits';

const parameters = z.object({
  metricnamespace: z.string(),
  metricnames: z.string(),
  interval: z.string().default('PT1M'),
  aggregation: z.string().default('average'),
  starttime: z.string().optional(),
  endtime: z.string().optional(),
  filter: z.string().optional(),
  top: z
    .string()
    .regex(/^\d{1,10}$/)
    .optional(),
});

/** The query, or the sentence that says what is wrong with it. Names of parameters are taken in any casing. */
export function parseBatchQuery(raw: Readonly<Record<string, string>>, now: number): BatchQuery | string {
  const lowered = Object.fromEntries(Object.entries(raw).map(([name, value]) => [name.toLowerCase(), value]));
  const parsed = parameters.safeParse(lowered);
  if (!parsed.success)
    return `The parameter ${parsed.error.issues[0]?.path.join('.')} is missing or not valid.`;
  const { interval, aggregation, filter, top = '10', ...rest } = parsed.data;
  if (rest.metricnamespace.toLowerCase() !== namespace)
    return `Metric namespace ${rest.metricnamespace} is not supported for ${namespace}.`;
  const metrics = parseMetrics(rest.metricnames);
  const span = parseSpan(rest, now);
  const step = steps[interval];
  const conditions = filter === undefined ? undefined : parseFilter(filter);
  if (typeof metrics === 'string') return metrics;
  if (typeof span === 'string') return span;
  if (step === undefined) return `Detected invalid time grain input: ${interval}.`;
  if (conditions === 'bad') return `Detected invalid filter: ${filter}.`;
  return {
    metrics,
    ...span,
    interval,
    stepMs: step * minute,
    withAverage: aggregation.toLowerCase().split(',').includes('average'),
    // Without a filter `top` means nothing.
    top: conditions ? Number(top) : Number.POSITIVE_INFINITY,
    ...(conditions && { filter: conditions }),
  };
}

function parseMetrics(text: string): readonly MetricName[] | string {
  const wanted = text.split(',').map((name) => name.trim());
  const found = wanted.map((name) => metricNames.find((known) => known.toLowerCase() === name.toLowerCase()));
  const unknown = wanted.find((_, index) => found[index] === undefined);
  if (unknown === undefined) return found.filter((name) => name !== undefined);
  return (
    'Failed to find metric configuration for provider: Microsoft.Network, resource Type: expressRouteCircuits, ' +
    `metric: ${unknown}, Valid metrics: ${metricNames.join(',')}`
  );
}

type Span = { readonly from: number; readonly until: number };

/** The last hour, where nothing is said. */
function parseSpan(
  { starttime, endtime }: { readonly starttime?: string | undefined; readonly endtime?: string | undefined },
  now: number,
): Span | string {
  const until = endtime === undefined ? now : Date.parse(endtime);
  const from = starttime === undefined ? until - 60 * minute : Date.parse(starttime);
  if (Number.isNaN(from) || Number.isNaN(until)) return 'Detected invalid start or end time.';
  if (from >= until) return 'Start time cannot be equal to or after end time.';
  if (now - from > retention)
    return `Query startTime: ${new Date(from).toISOString()} is out of the Max metrics retention period: 93.00:00:00`;
  return { from, until };
}

/** `PeeringType eq '*' and Peer eq 'Primary'`. */
function parseFilter(text: string): readonly Condition[] | 'bad' {
  const conditions = text.split(/\s+and\s+/i).map((part) => {
    const [, name = '', wanted = ''] = /^(\w+)\s+eq\s+'([^']*)'$/i.exec(part.trim()) ?? [];
    const dimension = dimensions.find((known) => known.toLowerCase() === name.toLowerCase());
    return dimension && { dimension, wanted };
  });
  const known = conditions.filter((condition) => condition !== undefined);
  return known.length === conditions.length ? known : 'bad';
}
