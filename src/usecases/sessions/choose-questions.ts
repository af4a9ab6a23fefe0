import type { Circuit } from '../../domain/circuit/circuit.ts';
import type { CircuitId } from '../../domain/circuit/circuit-id.ts';
import type { Connectivity } from '../../domain/circuit/connectivity.ts';
import { isWritten } from '../../domain/circuit/observe-connectivity.ts';
import type { Instant } from '../../domain/instant.ts';
import { isSame } from '../../domain/open-enum.ts';
import { expectedSessions } from '../../domain/peering/expected-sessions.ts';
import { byUrgency, suspectsOf } from '../../domain/peering/session-suspects.ts';
import type { Question } from './ask-edge.ts';
import type { SeriesOf } from './read-availability.ts';
import { askKey, memoryOf, type WatchMemory } from './watch-memory.ts';

/**
 * What must be asked about now, of all circuits of a subscription together, most urgent first. Last the other links of
 * those that may be back: a peering whose links change places between two looks was never well.
 */
export function urgentQuestions(
  memory: WatchMemory,
  circuits: readonly Circuit[],
  connectivity: ReadonlyMap<CircuitId, Connectivity>,
  seriesOf: SeriesOf,
  now: Instant,
): readonly Question[] {
  const suspects = circuits
    .flatMap((circuit) =>
      suspectsOf(connectivity.get(circuit.id), circuit, seriesOf(circuit.id), now).map((suspect) => {
        const question = { ...suspect, circuit, circuitId: circuit.id };
        return { ...question, askedAt: lastAsked(memory, question) };
      }),
    )
    .toSorted(byUrgency);
  const asked = new Set(suspects.map(fullKey));
  const mayBeBack = suspects.filter(({ table, doubt }) => table === 'routes' && doubt === 'down');
  return [...suspects, ...mayBeBack.flatMap(otherLinkOf).filter((question) => !asked.has(fullKey(question)))];
}

function otherLinkOf({ circuit, peering, link }: Question): readonly Question[] {
  return summariesOf(circuit)
    .filter((other) => other.link !== link && isSame(other.peering, peering))
    .slice(0, 1);
}

/** What was not asked about for longest: so that in time every session is looked at, and its prefixes are counted. */
export function roundQuestions(
  memory: WatchMemory,
  circuits: readonly Circuit[],
  asked: readonly Question[],
  limit: number,
): readonly Question[] {
  const done = new Set(asked.filter(({ table }) => table === 'routes').map(fullKey));
  const all = new Map(circuits.flatMap(summariesOf).map((question) => [fullKey(question), question]));
  return [...all]
    .filter(([key]) => !done.has(key))
    .map(([, question]) => ({ question, askedAt: lastAsked(memory, question) ?? 0 }))
    .toSorted((a, b) => a.askedAt - b.askedAt)
    .slice(0, Math.max(0, limit))
    .map(({ question }) => question);
}

/** One summary tells of both families. */
function summariesOf(circuit: Circuit): readonly Question[] {
  return expectedSessions(circuit)
    .filter(({ peering }) => !isWritten(circuit, peering))
    .map(({ peering, peeringName, link }) => ({
      circuit,
      circuitId: circuit.id,
      table: 'routes',
      peering,
      peeringName,
      link,
    }));
}

function fullKey(question: Question): string {
  return `${question.circuitId} ${askKey(question)}`;
}

function lastAsked(memory: WatchMemory, question: Question): Instant | undefined {
  return memoryOf(memory, question.circuitId).askedAt.get(askKey(question));
}
