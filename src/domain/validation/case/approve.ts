import type { Rule } from '../../approval/policy.ts';
import type { Instant } from '../../instant.ts';
import { answer, refuse } from '../../result.ts';
import type { Case, StepRecord } from './case.ts';
import type { CaseCommandOf, CaseRules } from './command.ts';
import type { CaseDecision } from './decision.ts';
import type { CaseEvent } from './event.ts';
import { evolve } from './evolve.ts';
import { afterStep, approvalsFor, authorOf } from './progress.ts';
import type { ReviewedStep } from './steps.ts';

/**
 * As for requests: by as many different people as the policy says, none of whom did the work (the policy may allow that),
 * and on what they saw. The text's author approves neither the text nor its submission.
 */
export function approve(
  { step, by, round }: CaseCommandOf<'approve'>,
  before: Case,
  rules: CaseRules,
  at: Instant,
): CaseDecision {
  const { id } = before;
  const record = before.steps[step];
  if (record.state !== 'review' || before.submission) return refuse({ code: 'case-not-in-review', id, step });
  if (record.round !== round) return refuse({ code: 'case-round-over', id, step });
  const rule = ruleOf(step, rules);
  if (!rule.requesterMayApprove && workersOf(before, step).includes(by)) {
    return refuse({ code: 'case-own-work', id, step });
  }
  if (record.approvals.some((approval) => approval.by === by)) {
    return refuse({ code: 'case-approved-already', id, step });
  }
  const missing = Math.max(0, approvalsFor(step, rules) - record.approvals.length - 1);
  const approved: CaseEvent = { kind: 'approved', at, step, by, missing };
  if (missing > 0) return answer([approved]);
  const { doneBy, note } = record;
  const who = { ...(doneBy === undefined ? {} : { by: doneBy }), ...(note === undefined ? {} : { note }) };
  return answer([approved, ...afterStep(evolve(before, approved), step, who, rules, at)]);
}

export function ruleOf(step: ReviewedStep, rules: CaseRules): Rule {
  return step === 'submission' ? rules.ticket : rules.step;
}

/** Whose work it is that is approved: of the submission also who put the text forward that somebody else had written. */
export function workersOf(before: Case, step: ReviewedStep): readonly string[] {
  const isText = step === 'ticket-text' || step === 'submission';
  const wrote = isText ? [authorOf(before), doerOf(before.steps['ticket-text'])] : [];
  return [doerOf(before.steps[step]), ...wrote].filter((one) => one !== undefined);
}

function doerOf(record: StepRecord): string | undefined {
  return 'doneBy' in record ? record.doneBy : undefined;
}
