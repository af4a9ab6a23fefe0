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
  return last?.closed?.why !== 'by-hand' || isNews(facts, last.facts);
}

/** Whether it is about something that the earlier case was not; that Microsoft accepted some meanwhile is nothing new. */
function isNews({ prefixes, ...settings }: CaseFacts, { prefixes: earlier, ...before }: CaseFacts): boolean {
  const known = unsettled({ facts: { prefixes: earlier } }).map(({ prefix }) => prefix);
  const open = unsettled({ facts: { prefixes } });
  return !isEqual(settings, before) || open.some(({ prefix }) => !known.includes(prefix));
}
