import type { CircuitId } from '../../domain/circuit/circuit-id.ts';
import type { Connectivity } from '../../domain/circuit/connectivity.ts';
import { sessionStates } from '../../domain/peering/session.ts';
import { createAtMost } from './at-most.ts';
import type { Look, Tally } from './look.ts';
import { readConnections } from './read-connections.ts';
import type { SessionReport, SessionWatchDeps } from './watch-deps.ts';
import { createWatchMemory, forgetOthers, type WatchMemory } from './watch-memory.ts';
import { watchSubscription } from './watch-subscription.ts';

/** Watches what runs over the circuits, which a list of them does not tell. */
export interface SessionWatch {
  /** One look at every session; best after the circuits were listed. One look at a time. */
  look(): Promise<SessionReport>;
}

/** How many questions Microsoft's edge is asked at a time, and for how long of a look. Ours. */
const edgeAtOnce = 16;
const edgeForMs = 45_000;

export function createSessionWatch(deps: SessionWatchDeps): SessionWatch {
  const memory = createWatchMemory();
  return { look: () => lookAtSessions(deps, memory) };
}

/** Subscriptions do not wait for one another. What the store or the desk throws is thrown when all are done. */
async function lookAtSessions(deps: SessionWatchDeps, memory: WatchMemory): Promise<SessionReport> {
  const tally: Tally = { metrics: 0, edge: 0, graph: 0, failures: 0, changes: 0, owed: 0 };
  const circuits = (await deps.store.circuits()).map(({ circuit }) => circuit);
  const ids = new Set(circuits.map(({ id }) => id));
  forgetOthers(memory, ids);
  const connectivity = new Map(await deps.store.connectivity());
  const look: Look = {
    id: deps.newLookId(),
    connectivity,
    connections: readConnections(deps, memory, [...connectivity.values()], tally),
    atEdge: createAtMost(edgeAtOnce),
    askUntil: deps.now() + edgeForMs,
    tally,
  };
  const bySubscription = Map.groupBy(circuits, ({ subscriptionId }) => subscriptionId);
  const ends = await Promise.allSettled([
    look.connections,
    ...deps.subscriptionIds.map((subscriptionId, index) =>
      watchSubscription(deps, memory, look, {
        subscriptionId,
        index,
        circuits: bySubscription.get(subscriptionId) ?? [],
      }),
    ),
  ]);
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
  return reportOf(tally, look.connectivity);
}

function reportOf(
  { metrics, edge, graph, failures, changes, owed }: Tally,
  connectivity: ReadonlyMap<CircuitId, Connectivity>,
): SessionReport {
  const sessions = [...connectivity.values()].flatMap((entry) => entry.sessions);
  const [up = 0, down = 0, unknown = 0] = sessionStates.map(
    (state) => sessions.filter((session) => session.state === state).length,
  );
  return { calls: { metrics, edge, graph }, failures, sessions: { up, down, unknown }, changes, owed };
}
