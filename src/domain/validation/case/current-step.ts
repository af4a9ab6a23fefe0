import type { Case, StepRecord, Submission } from './case.ts';
import { type CaseStep, caseSteps } from './steps.ts';

/** The first step that is neither done nor skipped; undefined: all are. */
export function currentStep({ steps }: Pick<Case, 'steps'>): CaseStep | undefined {
  return caseSteps.find((step) => {
    const { state } = steps[step];
    return state !== 'done' && state !== 'skipped';
  });
}

export type BegunStep = Extract<StepRecord, { state: 'open' | 'review' }>;

/** The record of a step that waits for somebody now. */
export function begun(record: StepRecord): BegunStep | undefined {
  return record.state === 'open' || record.state === 'review' ? record : undefined;
}

/** The registries are to be asked, for the first time or again after the step came back. */
export function isPreflightDue({ steps, preflight }: Pick<Case, 'steps' | 'preflight'>): boolean {
  const { registries } = steps;
  return registries.state === 'open' && (preflight === undefined || preflight.at < registries.since);
}

/** How far it is handed over, as the case and what is shown of it both tell. */
export type Handed = { readonly submission?: Pick<Submission, 'phase'> | undefined };

/** From the last approval of the submission on it cannot be taken back, but for what a person has yet to submit. */
export function isWithMicrosoft({ submission }: Handed): boolean {
  return submission !== undefined && submission.phase !== 'by-hand';
}

/** A ticket may come into being at any moment: nobody would follow it. */
export function isBeingMade({ submission }: Handed): boolean {
  return submission?.phase === 'creating' || submission?.phase === 'numbering';
}
