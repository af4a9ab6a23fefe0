import type { Availability } from '../../domain/peering/session-evidence.ts';
import type { AvailabilityAsk } from '../../usecases/telemetry.ts';
import { queryOf } from '../resource-url.ts';
import { toAvailability } from './availability-wire.ts';
import type { MetricsDoors } from './metrics-doors.ts';

/**
 * Far more time series than a circuit has: 3 peerings × 2 links × 2 families, of each metric. The default of 10 would cut
 * them off without a word (facts/azure.md 3.2).
 */
const seriesLimit = 1_000;

/** One metrics:getBatch. Nothing is known where nobody answers for the region's metrics. Throws AzureFault. */
export async function readAvailability(
  doors: MetricsDoors,
  ask: AvailabilityAsk,
): Promise<readonly Availability[]> {
  const { subscriptionId, region, circuitIds } = ask;
  const metrics = doors(region);
  if (!metrics || circuitIds.length === 0) return [];
  const path = `/subscriptions/${encodeURIComponent(subscriptionId)}/metrics:getBatch`;
  const text = await metrics.postJson(`${path}?${queryFor(ask)}`, { resourceids: circuitIds });
  return toAvailability(text, new Set(circuitIds));
}

function queryFor({ from, until }: AvailabilityAsk): string {
  return queryOf({
    starttime: new Date(from).toISOString(),
    endtime: new Date(until).toISOString(),
    interval: 'PT1M',
    metricnamespace: 'microsoft.network/expressroutecircuits',
    metricnames: 'BgpAvailability,ArpAvailability',
    aggregation: 'average',
    filter: "PeeringType eq '*' and Peer eq '*'",
    top: String(seriesLimit),
    'api-version': '2024-02-01',
  });
}
