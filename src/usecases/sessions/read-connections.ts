import type { CircuitId } from '../../domain/circuit/circuit-id.ts';
import type { ConnectionStanding, Connectivity } from '../../domain/circuit/connectivity.ts';
import { isConnected } from '../../domain/circuit/vnet-connections.ts';
import type { Instant } from '../../domain/instant.ts';
import { AzureFault } from '../ports.ts';
import type { Tally } from './look.ts';
import type { SessionWatchDeps } from './watch-deps.ts';
import { isPaused, pauseAfter, type WatchMemory } from './watch-memory.ts';

const everyMs = 5 * 60_000;
const graph = 'graph';

/**
 * The connections of every circuit: asked for now and then, and at each look while one is not connected. Undefined: not
 * asked, or not answered.
 */
export async function readConnections(
  { telemetry, subscriptionIds, now, log }: SessionWatchDeps,
  memory: WatchMemory,
  known: readonly Connectivity[],
  tally: Tally,
): Promise<ReadonlyMap<CircuitId, readonly ConnectionStanding[]> | undefined> {
  if (!isDue(memory, known, now()) || isPaused(memory, graph, now())) return undefined;
  tally.graph++;
  try {
    const connections = await telemetry.connectionStatuses(subscriptionIds);
    memory.connectionsAskedAt = now();
    return Map.groupBy(connections, ({ circuitId }) => circuitId);
  } catch (fault) {
    if (!(fault instanceof AzureFault)) throw fault;
    tally.failures++;
    pauseAfter(memory, graph, fault, now());
    log.warn({ kind: fault.kind, reason: fault.message }, 'connection statuses could not be read');
    return undefined;
  }
}

function isDue({ connectionsAskedAt }: WatchMemory, known: readonly Connectivity[], now: Instant): boolean {
  if (connectionsAskedAt === undefined || now - connectionsAskedAt >= everyMs) return true;
  return known.some(({ connections }) => connections.some(({ status }) => !isConnected(status)));
}
