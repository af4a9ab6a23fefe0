import { z } from 'zod';
import type { WorldClock } from '../../world/clock.ts';
import type { Estate } from '../estate.ts';
import type { Circuit } from '../model/circuit.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import { type BatchQuery, parseBatchQuery } from './batch-query.ts';
import { badRequest } from './metric-error.ts';
import { type MetricName, metricWords } from './metric-names.ts';
import { pointsOf, seriesOf, stepsOf, timeText } from './time-series.ts';

export type MetricsDeps = {
  readonly estate: Estate;
  readonly telemetry: Telemetry;
  readonly clock: WorldClock;
  readonly token: string;
};

const mostIds = 50;
const body = z.object({ resourceids: z.array(z.string()).min(1) });
const circuitForm =
  /^\/subscriptions\/([^/]+)\/resourceGroups\/[^/]+\/providers\/Microsoft\.Network\/expressRouteCircuits\/[^/]+$/i;

/** Circuits of one subscription and one region, at most fifty, in one call (docs: migrate-to-batch-api). */
export function getBatch(
  deps: MetricsDeps,
  subscription: string,
  asked: Readonly<Record<string, string>>,
  raw: unknown,
): Response {
  const parsed = body.safeParse(raw);
  if (!parsed.success) return badRequest('The request body must have resourceids, a list of resource ids.');
  const ids = parsed.data.resourceids;
  const query = parseBatchQuery(asked, deps.clock.told());
  if (typeof query === 'string') return badRequest(query);
  const refusal = idsRefusal(deps, subscription, ids);
  if (refusal !== undefined) return badRequest(refusal);
  return Response.json({ values: answers(deps, ids, query) });
}

function idsRefusal(
  { estate }: MetricsDeps,
  subscription: string,
  ids: readonly string[],
): string | undefined {
  if (ids.length > mostIds)
    return `The number of resource ids ${ids.length} is more than the maximum of ${mostIds}.`;
  const subscriptions = ids.map((id) => circuitForm.exec(id)?.[1]?.toLowerCase());
  if (subscriptions.includes(undefined)) return 'All resources must be of the type that the namespace names.';
  if (subscriptions.some((one) => one !== subscription.toLowerCase()))
    return `All resources must be in subscription ${subscription}.`;
  const regions = new Set(ids.flatMap((id) => circuitOf(estate, id)?.location ?? []));
  return regions.size > 1
    ? `All resources must be in one region; found ${[...regions].join(', ')}.`
    : undefined;
}

/**
 * `top` is documented as a number of series for each resource, and was measured to be one for the whole batch
 * (azure-sdk-for-go#22757): here it is what was measured. What is beyond it is left out without a word.
 */
function answers({ estate, telemetry, clock }: MetricsDeps, ids: readonly string[], query: BatchQuery) {
  const left = new Map(query.metrics.map((metric) => [metric, query.top]));
  const steps = stepsOf(query, clock);
  return ids.map((id) => {
    const circuit = circuitOf(estate, id);
    const told = circuit && telemetry.of(circuit);
    const value = query.metrics.map((metric) => {
      const series = circuit ? seriesOf(circuit, metric, query).slice(0, left.get(metric)) : [];
      left.set(metric, (left.get(metric) ?? 0) - series.length);
      const lines = series.map(({ labels, subjects }) => ({
        metadatavalues: labels.map(({ name, value }) => ({
          name: { value: name, localizedValue: name },
          value,
        })),
        data: told ? pointsOf(told, subjects, steps, query) : [],
      }));
      return { ...metricOf(id, metric), timeseries: lines, ...outcome(circuit) };
    });
    return {
      starttime: timeText(query.from),
      endtime: timeText(query.until),
      interval: query.interval,
      value,
      namespace: 'microsoft.network/expressroutecircuits',
      resourceregion: circuit?.location ?? '',
      resourceid: id,
    };
  });
}

function metricOf(id: string, metric: MetricName) {
  const { title, about } = metricWords[metric];
  return {
    id: `${id}/providers/Microsoft.Insights/metrics/${metric}`,
    type: 'Microsoft.Insights/metrics',
    name: { value: metric, localizedValue: title },
    displayDescription: about,
    unit: 'Percent',
  };
}

/** What is said of a circuit that is gone is in no source: only that each metric has an errorCode of its own. */
function outcome(circuit: Circuit | undefined) {
  return circuit
    ? { errorCode: 'Success' }
    : { errorCode: 'ResourceNotFound', errorMessage: 'The resource was not found.' };
}

function circuitOf(estate: Estate, id: string): Circuit | undefined {
  const [, , subscriptionId = '', , resourceGroup = '', , , , name = ''] = id.split('/');
  return estate.circuit({ subscriptionId, resourceGroup, name });
}
