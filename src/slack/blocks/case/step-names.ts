import type { CaseStep } from '../../../domain/validation/case/steps.ts';

/** What each step is called, wherever it is named. */
export const stepNames: Readonly<Record<CaseStep, string>> = {
  prefixes: 'Prefixes and AS number confirmed',
  registries: 'Registries checked',
  evidence: 'Evidence of ownership',
  'ticket-text': 'Ticket text',
  submission: 'Submitted to Microsoft',
  answers: 'Microsoft’s answers',
  configured: 'Configured, BGP up',
};

/** In the middle of a sentence. */
export const stepNouns: Readonly<Record<CaseStep, string>> = {
  prefixes: 'the prefixes and the AS number',
  registries: 'the look at the registries',
  evidence: 'the evidence of ownership',
  'ticket-text': 'the ticket’s text',
  submission: 'the submission to Microsoft',
  answers: 'Microsoft’s answers',
  configured: 'the BGP session',
};
