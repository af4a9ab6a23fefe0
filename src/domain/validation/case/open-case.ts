import type { CircuitAddress } from '../../circuit/circuit-id.ts';
import { isEqual } from '../../equality.ts';
import type { Instant } from '../../instant.ts';
import { type Case, type CaseFacts, isOpen, type OpenReason, unsettled } from './case.ts';
import type { CaseEntry } from './event.ts';
import { firstSteps } from './evolve-step.ts';

export type CaseBeginning = {
  readonly id: string;
  readonly circuit: CircuitAddress;
  readonly facts: CaseFacts;
  readonly why: OpenReason;
  readonly by?: string;
  readonly channelId: string;
};

/** A new case, at its first step. */
export function newCase({ id, circuit, facts, why, by, channelId }: CaseBeginning, at: Instant): Case {
  return {
    id,
    revision: 1,
    circuit,
    opened: { at, ...(by === undefined ? {} : { by }), why },
    channelId,
    facts,
    steps: firstSteps(at),
    files: [],
  };
}

/** The thread begins with what is to be done first. */
export function firstEntries(at: Instant): readonly CaseEntry[] {
  return [{ kind: 'step-begun', at, step: 'prefixes' }];
}

/**
 * Whether one should open by itself: none is open, and nobody closed one for these very prefixes and settings, which
 * they would not want back at the next poll.
 */
export function shouldOpen(facts: CaseFacts, /** Oldest first. */ casesOfCircuit: readonly Case[]): boolean {
  if (casesOfCircuit.some(isOpen)) return false;
  const last = casesOfCircuit.at(-1);
  return last?.closed?.why !== 'by-hand' || !isEqual(subjectOf(last.facts), subjectOf(facts));
}

function subjectOf(facts: CaseFacts) {
  const { peerAsn, customerAsn, routingRegistry } = facts;
  const open = unsettled({ facts }).map(({ prefix }) => prefix);
  return { peerAsn, customerAsn, routingRegistry, open: open.toSorted() };
}
