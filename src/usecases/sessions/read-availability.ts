import type { Circuit } from '../../domain/circuit/circuit.ts';
import type { CircuitId } from '../../domain/circuit/circuit-id.ts';
import type { Availability } from '../../domain/peering/session-evidence.ts';
import { AzureFault } from '../ports.ts';
import type { Tally } from './look.ts';
import { type MetricBatch, metricBatches, scopeOf } from './metric-batches.ts';
import type { SessionWatchDeps } from './watch-deps.ts';
import { isPaused, pauseAfter, type WatchMemory } from './watch-memory.ts';

/** How far back points are asked for: twice as long as one tells of now. */
const windowMs = 10 * 60_000;

export type SeriesOf = (id: CircuitId) => readonly Availability[];

/** The metrics of circuits, as far as they can be read; what cannot is noted, and tells nothing. */
export async function readAvailability(
  deps: SessionWatchDeps,
  memory: WatchMemory,
  circuits: readonly Circuit[],
  tally: Tally,
): Promise<SeriesOf> {
  const scopes = Map.groupBy(metricBatches(circuits), scopeOf);
  const series = await Promise.all(
    [...scopes].map(([scope, batches]) => readScope(deps, memory, scope, batches, tally)),
  );
  const byCircuit = Map.groupBy(series.flat(), ({ circuitId }) => circuitId);
  return (id) => byCircuit.get(id) ?? [];
}

async function readScope(
  deps: SessionWatchDeps,
  memory: WatchMemory,
  scope: string,
  batches: readonly MetricBatch[],
  tally: Tally,
): Promise<readonly Availability[]> {
  if (isPaused(memory, scope, deps.now())) return [];
  const answers = await Promise.all(batches.map((batch) => readBatch(deps, batch, tally)));
  const fault = answers.find((answer) => answer instanceof AzureFault);
  deps.noteMetrics(scope, fault);
  if (fault) {
    pauseAfter(memory, scope, fault, deps.now());
    deps.log.warn({ scope, kind: fault.kind, reason: fault.message }, 'metrics could not be read');
  }
  return answers.flatMap((answer) => (answer instanceof AzureFault ? [] : answer));
}

async function readBatch(
  { telemetry, now }: SessionWatchDeps,
  batch: MetricBatch,
  tally: Tally,
): Promise<readonly Availability[] | AzureFault> {
  const until = now();
  tally.metrics++;
  try {
    return await telemetry.availability({ ...batch, from: until - windowMs, until });
  } catch (fault) {
    if (!(fault instanceof AzureFault)) throw fault;
    tally.failures++;
    return fault;
  }
}
