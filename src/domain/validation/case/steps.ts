/** The way through a manual validation. Each begins when the one before it is done. */
export const caseSteps = [
  /** The prefixes and the AS number are the ones meant. */
  'prefixes',
  /** The registries were asked, and the mismatch is understood. */
  'registries',
  /** Ownership is evidenced: Letter of Authorization, registry records, allocation, contract. */
  'evidence',
  'ticket-text',
  /** Handed to Microsoft. */
  'submission',
  /** Microsoft's answers, and ours. */
  'answers',
  /** The prefixes are Configured and the BGP session is up. */
  'configured',
] as const;
export type CaseStep = (typeof caseSteps)[number];

/** Those that somebody other than who did them must approve. */
export const reviewedSteps = ['prefixes', 'evidence', 'ticket-text', 'submission'] as const;
export type ReviewedStep = (typeof reviewedSteps)[number];

/** Those that a person says are done. */
export const doneByPeople = ['prefixes', 'registries', 'evidence', 'ticket-text'] as const;
export type PersonStep = (typeof doneByPeople)[number];

export function isReviewed(step: CaseStep): step is ReviewedStep {
  return reviewedSteps.some((one) => one === step);
}

export function stepNumber(step: CaseStep): number {
  return caseSteps.indexOf(step) + 1;
}
