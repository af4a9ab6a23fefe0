import type { CaseStep } from '../../../domain/validation/case/steps.ts';

/** What each step is called in a list. */
export const stepNames: Readonly<Record<CaseStep, string>> = {
  prefixes: 'Prefixes and AS number',
  registries: 'What the registries say',
  evidence: 'Evidence of ownership',
  'ticket-text': 'The ticket’s text',
  submission: 'Submission to Microsoft',
  answers: 'Microsoft’s answers',
  configured: 'Configured, BGP up',
};

/** In the middle of a sentence. */
export const stepNouns: Readonly<Record<CaseStep, string>> = {
  prefixes: 'the prefixes and the AS number',
  registries: 'what the registries say',
  evidence: 'the evidence of ownership',
  'ticket-text': 'the ticket’s text',
  submission: 'the submission to Microsoft',
  answers: 'Microsoft’s answers',
  configured: 'the BGP session',
};
