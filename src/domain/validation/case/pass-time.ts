import type { Instant } from '../../instant.ts';
import { ruleOf } from './approve.ts';
import { type Case, isOpen } from './case.ts';
import type { CaseRules } from './command.ts';
import { type BegunStep, begun, currentStep, isPreflightDue } from './current-step.ts';
import type { CaseEvent } from './event.ts';
import { type CaseStep, isReviewed } from './steps.ts';

/** How long people are given, milliseconds: to do a step; an approval as long as the policy says. */
export type CaseTimes = {
  readonly remindAfterMs: number;
  readonly stepMs: number;
  readonly rules: CaseRules;
};

/** What time brings: reminders, and an end to what nobody acted on. */
export function passCaseTime(before: Case, times: CaseTimes, now: Instant): readonly CaseEvent[] {
  const step = currentStep(before);
  const record = step && begun(before.steps[step]);
  if (!isOpen(before) || !step || !record || !waitsForPeople(before, step)) return [];
  if (isBounded(before, step) && now >= endOf(step, record, times)) return expire(step, record, now);
  return now >= remindAt(before, step, record, times) ? [{ kind: 'reminded', at: now, step }] : [];
}

/** When that changes next; undefined: not by itself. */
export function nextCaseTime(it: Case, times: CaseTimes): Instant | undefined {
  const step = currentStep(it);
  const record = step && begun(it.steps[step]);
  if (!isOpen(it) || !step || !record || !waitsForPeople(it, step)) return undefined;
  const end = isBounded(it, step) ? endOf(step, record, times) : Number.POSITIVE_INFINITY;
  return Math.min(end, remindAt(it, step, record, times));
}

function endOf(step: CaseStep, { state, since }: BegunStep, { stepMs, rules }: CaseTimes): Instant {
  const isReview = state === 'review' && isReviewed(step);
  return since + (isReview ? ruleOf(step, rules).expiresAfterMs : stepMs);
}

function remindAt(it: Case, step: CaseStep, { since, remindedAt }: BegunStep, times: CaseTimes): Instant {
  return Math.max(since, remindedAt ?? since, sinceOthers(it, step)) + times.remindAfterMs;
}

/** When it became the people's turn, in a step in which Trunkline or Microsoft acts too. */
function sinceOthers({ preflight, submission, ticket }: Case, step: CaseStep): Instant {
  switch (step) {
    case 'registries':
      return preflight?.at ?? 0;
    case 'submission':
      return submission?.phase === 'by-hand' ? submission.since : 0;
    case 'answers':
      return ticket?.messages.at(-1)?.at ?? 0;
    default:
      return 0;
  }
}

/** Not for Trunkline, Microsoft or Azure, which no reminder makes faster. */
function waitsForPeople(it: Case, step: CaseStep): boolean {
  switch (step) {
    case 'submission':
      return it.submission === undefined || it.submission.phase === 'by-hand';
    case 'registries':
      return !isPreflightDue(it);
    case 'answers':
      return it.ticket?.messages.at(-1)?.from === 'microsoft';
    case 'configured':
      return false;
    default:
      return true;
  }
}

/** A ticket that is to be opened by hand is approved already, and stays so. */
function isBounded({ submission }: Case, step: CaseStep): boolean {
  return step !== 'answers' && submission === undefined;
}

/** Approvals are void; the submission is asked for anew, since nobody has to do it again. */
function expire(step: CaseStep, record: BegunStep, at: Instant): readonly CaseEvent[] {
  const expired: CaseEvent = { kind: 'step-expired', at, step };
  if (step !== 'submission' || record.state !== 'review') return [expired];
  const doneBy = record.doneBy === undefined ? {} : { by: record.doneBy };
  return [expired, { kind: 'review-asked', at, step, ...doneBy }];
}
