import type { Circuit } from '../../domain/circuit/circuit.ts';
import type { CircuitId } from '../../domain/circuit/circuit-id.ts';
import type { Evidence } from '../../domain/circuit/observe-connectivity.ts';
import { expectedSessions } from '../../domain/peering/expected-sessions.ts';
import { askEdge, type EdgeBudget, type EdgeReadings } from './ask-edge.ts';
import { roundQuestions, urgentQuestions } from './choose-questions.ts';
import { decideSessions } from './decide-sessions.ts';
import type { Look } from './look.ts';
import { readAvailability } from './read-availability.ts';
import { noteTold, untoldConditions } from './untold.ts';
import type { SessionWatchDeps } from './watch-deps.ts';
import type { WatchMemory } from './watch-memory.ts';

/** One subscription in a look. `index`: makes its names unique within the look. */
export type Watched = {
  readonly subscriptionId: string;
  readonly index: number;
  readonly circuits: readonly Circuit[];
};

/**
 * What is doubtful is asked about and told first. Then a round among all others counts prefixes and finds what the metric
 * hides, with what is left of the budget; and connections are told, which nobody waits for before.
 */
export async function watchSubscription(
  deps: SessionWatchDeps,
  memory: WatchMemory,
  look: Look,
  { subscriptionId, index, circuits }: Watched,
): Promise<void> {
  const running = circuits.filter((circuit) => expectedSessions(circuit).length > 0);
  const budget: EdgeBudget = { left: deps.edgeReadsPerLook, faults: [] };
  const seriesOf = await readAvailability(deps, memory, running, look.tally);
  const urgent = urgentQuestions(memory, running, look.connectivity, seriesOf, deps.now());
  const confirmed = await askEdge(deps, memory, look, budget, urgent);
  await tellSessions(deps, memory, look, {
    id: `${look.id}.${index}.s`,
    subscriptionId,
    evidenceOf: (circuit) => ({ series: seriesOf(circuit.id), ...confirmed(circuit) }),
  });
  const round = roundQuestions(memory, running, urgent, budget.left);
  const counted = await askEdge(deps, memory, look, budget, round);
  logFaults(deps, subscriptionId, budget);
  const connections = await look.connections;
  if (round.length === 0 && !connections) return;
  await tellSessions(deps, memory, look, {
    id: `${look.id}.${index}.r`,
    subscriptionId,
    // The others were judged just now, and nothing more is known of them.
    ...(connections ? {} : { only: new Set(round.map(({ circuitId }) => circuitId)) }),
    evidenceOf: (circuit) => ({
      series: seriesOf(circuit.id),
      ...joined(confirmed(circuit), counted(circuit)),
      ...(connections ? { connections: connections.get(circuit.id) ?? [] } : {}),
    }),
  });
}

function joined(a: EdgeReadings, b: EdgeReadings): EdgeReadings {
  return {
    summaries: [...a.summaries, ...b.summaries],
    arpTables: [...a.arpTables, ...b.arpTables],
  };
}

function logFaults({ log }: SessionWatchDeps, subscriptionId: string, { faults }: EdgeBudget): void {
  const [first] = faults;
  if (!first) return;
  const facts = { subscriptionId, times: faults.length, kind: first.kind, reason: first.message };
  log.warn(facts, 'the edge could not be asked');
}

type Told = {
  readonly id: string;
  readonly subscriptionId: string;
  /** These circuits alone. */
  readonly only?: ReadonlySet<CircuitId>;
  readonly evidenceOf: (circuit: Circuit) => Evidence;
};

/** Judges what is in the store now: the list of circuits may have been read anew while the edge was asked. */
async function tellSessions(
  { store, take, now }: SessionWatchDeps,
  memory: WatchMemory,
  look: Look,
  { id, subscriptionId, only, evidenceOf }: Told,
): Promise<void> {
  const [known, incidents] = await Promise.all([store.circuits(subscriptionId), store.incidents()]);
  const circuits = only ? known.filter(({ circuit }) => only.has(circuit.id)) : known;
  const at = now();
  const open = incidents.filter(({ state }) => state !== 'resolved').map(({ subject }) => subject);
  const decision = decideSessions({ id, at, circuits, before: look.connectivity, evidenceOf, open });
  const { changes, put } = decision;
  const conditions = untoldConditions(memory, decision.conditions, incidents);
  if (changes.length + put.length + conditions.length > 0) {
    look.tally.owed += await take({ id, at, remember: { putConnectivity: put }, changes, conditions });
  }
  look.tally.changes += changes.length;
  for (const connectivity of put) look.connectivity.set(connectivity.circuitId, connectivity);
  noteTold(memory, decision.conditions);
}
