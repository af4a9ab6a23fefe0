import type { Circuit } from '../../domain/circuit/circuit.ts';
import { addressOf } from '../../domain/circuit/circuit-id.ts';
import type { Instant } from '../../domain/instant.ts';
import type { EdgeReading } from '../../domain/peering/edge-reading.ts';
import type { ArpEntry, Neighbor } from '../../domain/peering/session-evidence.ts';
import { AzureFault } from '../ports.ts';
import type { Look } from './look.ts';
import type { SessionWatchDeps } from './watch-deps.ts';
import {
  askKey,
  type EdgeQuestion,
  isPaused,
  memoryOf,
  pauseAfter,
  type WatchMemory,
} from './watch-memory.ts';

const timeoutMs = 20_000;

export type EdgeReadings = {
  readonly summaries: readonly EdgeReading<Neighbor>[];
  readonly arpTables: readonly EdgeReading<ArpEntry>[];
};

/** What may still be asked of one subscription's edge in a look, and what came of it. */
export type EdgeBudget = { left: number; readonly faults: AzureFault[] };

export type Question = EdgeQuestion & { readonly circuit: Circuit };

type Answer =
  | { readonly table: 'routes'; readonly reading: EdgeReading<Neighbor> }
  | { readonly table: 'arp'; readonly reading: EdgeReading<ArpEntry> };

/** Asks about these, the first ones first, as far as the budget goes. Every question has an answer, if only that there is none. */
export async function askEdge(
  deps: SessionWatchDeps,
  memory: WatchMemory,
  look: Look,
  budget: EdgeBudget,
  questions: readonly Question[],
): Promise<(circuit: Circuit) => EdgeReadings> {
  const answered = await Promise.all(
    questions.map(async (question) => ({
      id: question.circuitId,
      answer: await look.atEdge(() => askOne(deps, memory, look, budget, question)),
    })),
  );
  const byCircuit = Map.groupBy(answered, ({ id }) => id);
  return ({ id }) => readingsOf((byCircuit.get(id) ?? []).map(({ answer }) => answer));
}

function readingsOf(answers: readonly Answer[]): EdgeReadings {
  return {
    summaries: answers.flatMap((answer) => (answer.table === 'routes' ? [answer.reading] : [])),
    arpTables: answers.flatMap((answer) => (answer.table === 'arp' ? [answer.reading] : [])),
  };
}

async function askOne(
  deps: SessionWatchDeps,
  memory: WatchMemory,
  look: Look,
  budget: EdgeBudget,
  question: Question,
): Promise<Answer> {
  const { now } = deps;
  const { subscriptionId } = question.circuit;
  if (budget.left <= 0 || now() >= look.askUntil || isPaused(memory, subscriptionId, now()))
    return unavailable(memory, question);
  budget.left--;
  look.tally.edge++;
  const { askedAt, answeredAt } = memoryOf(memory, question.circuitId);
  const readBefore = answeredAt.get(askKey(question));
  askedAt.set(askKey(question), now());
  try {
    const answer = await read(deps, question, readBefore);
    answeredAt.set(askKey(question), now());
    return answer;
  } catch (fault) {
    if (!(fault instanceof AzureFault)) throw fault;
    look.tally.failures++;
    pauseAfter(memory, subscriptionId, fault, now());
    budget.faults.push(fault);
    return unavailable(memory, question);
  }
}

async function read(
  { telemetry }: SessionWatchDeps,
  question: Question,
  before: Instant | undefined,
): Promise<Answer> {
  const { circuit, peering, peeringName, link, table } = question;
  const ask = { target: addressOf(circuit), peering: peeringName, link, timeoutMs };
  const readBefore = before === undefined ? {} : { readBefore: before };
  if (table === 'routes') {
    const lines = await telemetry.routeSummary(ask);
    return { table, reading: { peering, link, answer: { kind: 'read', lines, ...readBefore } } };
  }
  const lines = await telemetry.arpTable(ask);
  return { table, reading: { peering, link, answer: { kind: 'read', lines, ...readBefore } } };
}

function unavailable(memory: WatchMemory, question: Question): Answer {
  const { circuitId, peering, link, table } = question;
  const answeredAt = memoryOf(memory, circuitId).answeredAt.get(askKey(question));
  const told = answeredAt === undefined ? {} : { answeredAt };
  return { table, reading: { peering, link, answer: { kind: 'unavailable', ...told } } };
}
