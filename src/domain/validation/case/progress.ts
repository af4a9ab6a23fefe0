import type { Instant } from '../../instant.ts';
import type { Case } from './case.ts';
import type { CaseRules } from './command.ts';
import { currentStep } from './current-step.ts';
import type { CaseEvent } from './event.ts';
import { evolve } from './evolve.ts';
import { type CaseStep, caseSteps, isReviewed } from './steps.ts';
import { ticketText } from './ticket-text.ts';

type Done = { readonly by?: string; readonly note?: string };

/** Somebody says that a step is done: it is to be approved, or, where the policy asks for nobody, over. */
export function afterDoing(
  before: Case,
  step: CaseStep,
  { by, note }: Done,
  rules: CaseRules,
  at: Instant,
): readonly CaseEvent[] {
  const who = { ...(by === undefined ? {} : { by }), ...(note ? { note } : {}) };
  if (isReviewed(step) && approvalsFor(step, rules) > 0) return [{ kind: 'review-asked', at, step, ...who }];
  return afterStep(before, step, who, rules, at);
}

export function approvalsFor(step: CaseStep, rules: CaseRules): number {
  if (!isReviewed(step)) return 0;
  return step === 'submission' ? rules.ticket.approvals : rules.step.approvals;
}

/** A step is over and the next begins. The submission is only over when Microsoft has it: see `submit`. */
export function afterStep(
  before: Case,
  step: CaseStep,
  who: Done,
  rules: CaseRules,
  at: Instant,
): readonly CaseEvent[] {
  if (step === 'submission') return submit(at);
  const over: CaseEvent = { kind: 'step-done', at, step, ...who };
  const next = caseSteps[caseSteps.indexOf(step) + 1];
  return next ? [over, ...beginStep(evolve(before, over), next, rules, at)] : [over];
}

/** The approvals are there: what follows is Trunkline's. */
function submit(at: Instant): readonly CaseEvent[] {
  return [{ kind: 'submission-moved', at, submission: { phase: 'checking', notBefore: at } }];
}

export function beginStep(before: Case, step: CaseStep, rules: CaseRules, at: Instant): readonly CaseEvent[] {
  const begun: CaseEvent = { kind: 'step-begun', at, step };
  if (step === 'ticket-text') return [begun, ...writtenText(before, at)];
  if (step !== 'submission') return [begun];
  const by = authorOf(before);
  return [
    begun,
    ...afterDoing(evolve(before, begun), 'submission', by === undefined ? {} : { by }, rules, at),
  ];
}

/** A text that somebody wrote stays; Trunkline's own is written anew from what is known by then. */
function writtenText(before: Case, at: Instant): readonly CaseEvent[] {
  return before.text?.author === undefined
    ? [{ kind: 'text-written', at, text: { ...ticketText(before), at } }]
    : [];
}

/** Who answers for the text: who rewrote it, or put it forward as it was. */
export function authorOf({ text, steps }: Case): string | undefined {
  const step = steps['ticket-text'];
  return text?.author ?? ('doneBy' in step ? step.doneBy : undefined);
}

/** After Microsoft accepted everything: what was not done is not needed any more. */
export function skipToEnd(before: Case, at: Instant): readonly CaseEvent[] {
  const now = currentStep(before);
  if (now === undefined || now === 'configured') return [];
  const events: CaseEvent[] = [];
  for (const step of caseSteps) {
    const { state } = before.steps[step];
    if (step === 'configured') events.push({ kind: 'step-begun', at, step });
    else if (step === 'answers' && before.ticket) events.push({ kind: 'step-done', at, step });
    else if (state !== 'done' && state !== 'skipped') events.push({ kind: 'step-skipped', at, step });
  }
  return events;
}
