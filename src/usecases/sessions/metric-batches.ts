import type { Circuit } from '../../domain/circuit/circuit.ts';
import type { CircuitId } from '../../domain/circuit/circuit-id.ts';
import { circuitsPerBatch } from '../telemetry.ts';

/** Circuits that one call can ask the metrics of. */
export type MetricBatch = {
  readonly subscriptionId: string;
  readonly region: string;
  readonly circuitIds: readonly CircuitId[];
};

/** The fewest calls that ask for all of them: a call is for one subscription and one region. */
export function metricBatches(circuits: readonly Circuit[]): readonly MetricBatch[] {
  const groups = Map.groupBy(circuits, (circuit) =>
    scopeOf({ ...circuit, region: circuit.region.toLowerCase() }),
  );
  return [...groups.values()].flatMap((group) => {
    const [{ subscriptionId, region } = { subscriptionId: '', region: '' }] = group;
    const ids = group.map(({ id }) => id);
    return Array.from({ length: Math.ceil(ids.length / circuitsPerBatch) }, (_, index) => ({
      subscriptionId,
      region: region.toLowerCase(),
      circuitIds: ids.slice(index * circuitsPerBatch, (index + 1) * circuitsPerBatch),
    }));
  });
}

/** The name of what becomes blind when its metrics cannot be read. */
export function scopeOf({ subscriptionId, region }: Pick<MetricBatch, 'subscriptionId' | 'region'>): string {
  return `${subscriptionId}/${region}`;
}
