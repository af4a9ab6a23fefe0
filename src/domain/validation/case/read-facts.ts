import { isEqual } from '../../equality.ts';
import type { Instant } from '../../instant.ts';
import { workersOf } from './approve.ts';
import { type Case, type CaseFacts, type CasePrefix, isOpen, unsettled } from './case.ts';
import type { CaseRules } from './command.ts';
import { currentStep, isBeingMade } from './current-step.ts';
import type { CaseEvent } from './event.ts';
import { evolve } from './evolve.ts';
import { changesOf, newlySettled } from './facts.ts';
import { skipToEnd } from './progress.ts';
import { caseSteps } from './steps.ts';

/** How it stands in Azure. `facts` undefined: nothing is advertised any more, or the circuit is gone. */
export type CaseSight = {
  readonly facts: CaseFacts | undefined;
  /** Of the sessions that the prefixes need; undefined: nobody can tell. */
  readonly isSessionUp: boolean | undefined;
};

/** So many changes are told one by one; the message shows the rest. */
const changesTold = 20;

/** What follows for a case from how things stand in Azure. Level, not edge: the same twice changes nothing. */
export function readCaseFacts(
  before: Case,
  { facts, isSessionUp }: CaseSight,
  at: Instant,
): readonly CaseEvent[] {
  // While the ticket is being made nothing else happens: what was approved is on its way.
  if (!isOpen(before) || isBeingMade(before)) return [];
  if (!facts) return [{ kind: 'closed', at, closing: { at, why: 'withdrawn' } }];
  const read = isEqual(before.facts, facts)
    ? []
    : [{ kind: 'facts-read', at, facts, settled: newlySettled(before, facts) } as const];
  const changed = read.length > 0 ? answerTo(before, changesOf(before.facts, facts), at) : [];
  const after = [...read, ...changed].reduce(evolve, before);
  return [...read, ...changed, ...towardsEnd(after, isSessionUp, at)];
}

/** What was agreed on is different. Once Microsoft has the ticket, people tell Microsoft. */
function answerTo(before: Case, changes: readonly string[], at: Instant): readonly CaseEvent[] {
  if (changes.length === 0) return [];
  if (before.ticket) return [{ kind: 'unlike-ticket', at, changes: changes.slice(0, changesTold) }];
  if (before.steps.prefixes.state === 'open') return [];
  return [{ kind: 'sent-back', at, step: 'prefixes', reason: changes.join('; ').slice(0, 500) }];
}

function towardsEnd(it: Case, isSessionUp: boolean | undefined, at: Instant): readonly CaseEvent[] {
  const open = unsettled(it);
  if (open.length > 0) return currentStep(it) === 'configured' ? backFromEnd(it, open, at) : [];
  const skipped = skipToEnd(it, at);
  const last = skipped.reduce(evolve, it);
  if (!isSessionUp || currentStep(last) !== 'configured') return skipped;
  return [
    ...skipped,
    { kind: 'step-done', at, step: 'configured' },
    { kind: 'closed', at, closing: { at, why: 'configured' } },
  ];
}

/** What was accepted is not so any more: it goes on with Microsoft, or with the first step that was left out. */
function backFromEnd(it: Case, open: readonly CasePrefix[], at: Instant): readonly CaseEvent[] {
  if (it.ticket) return [{ kind: 'step-begun', at, step: 'answers' }];
  const step = caseSteps.find((one) => it.steps[one].state === 'skipped') ?? 'prefixes';
  const names = open.map(({ prefix }) => prefix).join(', ');
  return [{ kind: 'sent-back', at, step, reason: `not accepted any more: ${names}`.slice(0, 500) }];
}

/** Whether what a submission rests on is still so: asked just before it is handed over. */
export function submissionCheck(
  before: Case,
  facts: CaseFacts | undefined,
  rules: CaseRules,
  at: Instant,
): readonly CaseEvent[] {
  const read = readCaseFacts(before, { facts, isSessionUp: undefined }, at);
  const stands = read.every(({ kind }) => kind === 'facts-read');
  if (!stands) return read;
  const lost = lostApproval(before, rules);
  if (lost) return [...read, { kind: 'sent-back', at, step: 'ticket-text', reason: lost }];
  return [...read, { kind: 'submission-moved', at, submission: { phase: 'uploading', notBefore: at } }];
}

/** A policy that was made stricter counts for what is not carried out yet. */
function lostApproval(it: Case, { ticket }: CaseRules): string | undefined {
  const { submission } = it.steps;
  const workers = ticket.requesterMayApprove ? [] : workersOf(it, 'submission');
  const given = 'approvals' in submission ? submission.approvals : [];
  if (given.filter(({ by }) => !workers.includes(by)).length >= ticket.approvals) return undefined;
  const whose = ticket.requesterMayApprove ? '' : ' of people other than its author';
  return `the policy asks for ${ticket.approvals} approvals${whose} now`;
}
