import type { Case, StepRecord } from './case.ts';
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

/** From the last approval of the submission on it cannot be taken back, but for what a person has yet to submit. */
export function isWithMicrosoft({ submission }: Pick<Case, 'submission'>): boolean {
  return submission !== undefined && submission.phase !== 'by-hand';
}
