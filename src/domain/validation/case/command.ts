import type { Rule } from '../../approval/policy.ts';
import type { CaseFile } from './case.ts';
import type { CaseStep, PersonStep, ReviewedStep } from './steps.ts';

/** What people do with a case. `rules`: what the policy asks for at this moment. */
export type CaseCommand =
  /** Says that a step is done; it then waits for its approvals. */
  | { readonly kind: 'complete'; readonly step: PersonStep; readonly by: string; readonly note: string }
  /** Rewrites the ticket's text, which is then to be approved. */
  | { readonly kind: 'write-text'; readonly by: string; readonly title: string; readonly body: string }
  /** `round`: the one that the person saw. */
  | { readonly kind: 'approve'; readonly step: ReviewedStep; readonly by: string; readonly round: number }
  | { readonly kind: 'send-back'; readonly step: CaseStep; readonly by: string; readonly reason: string }
  | { readonly kind: 'assign'; readonly by: string; readonly to: string }
  | { readonly kind: 'comment'; readonly by: string; readonly text: string }
  | { readonly kind: 'add-file'; readonly file: CaseFile & { readonly by: string } }
  | { readonly kind: 'remove-file'; readonly fileId: string; readonly by: string }
  | { readonly kind: 'enter-number'; readonly by: string; readonly number: string }
  | { readonly kind: 'reply'; readonly id: string; readonly by: string; readonly text: string }
  /** What Microsoft said where Trunkline cannot see it. */
  | {
      readonly kind: 'record-answer';
      readonly id: string;
      readonly by: string;
      readonly text: string;
      readonly isClosed: boolean;
    }
  | { readonly kind: 'close'; readonly by: string; readonly reason: string };

export type CaseCommandOf<K extends CaseCommand['kind']> = Extract<CaseCommand, { readonly kind: K }>;

/** How many must approve which step. */
export type CaseRules = { readonly step: Rule; readonly ticket: Rule };

/** Why a person cannot do it. `id`: of the case. */
export type CaseRefusal =
  | { readonly code: 'case-unknown'; readonly id: string }
  | { readonly code: 'case-over'; readonly id: string }
  | {
      readonly code: 'case-step-not-now';
      readonly id: string;
      readonly step: CaseStep;
      readonly now?: CaseStep;
    }
  | { readonly code: 'case-not-in-review'; readonly id: string; readonly step: CaseStep }
  | { readonly code: 'case-round-over'; readonly id: string; readonly step: CaseStep }
  | { readonly code: 'case-own-work'; readonly id: string; readonly step: CaseStep }
  | { readonly code: 'case-approved-already'; readonly id: string; readonly step: CaseStep }
  | { readonly code: 'case-with-microsoft'; readonly id: string }
  | { readonly code: 'case-nothing-to-send-back'; readonly id: string }
  | { readonly code: 'case-evidence-missing'; readonly id: string }
  | { readonly code: 'case-preflight-missing'; readonly id: string }
  | { readonly code: 'case-file-unknown'; readonly id: string }
  | { readonly code: 'case-files-too-many'; readonly id: string; readonly limit: number }
  | { readonly code: 'case-file-twice'; readonly id: string; readonly name: string }
  | { readonly code: 'case-number-malformed'; readonly id: string; readonly value: string }
  | { readonly code: 'case-not-by-hand'; readonly id: string }
  | { readonly code: 'case-not-submitted'; readonly id: string }
  | { readonly code: 'case-text-missing'; readonly what: TextField }
  | { readonly code: 'case-text-too-long'; readonly what: TextField; readonly limit: number }
  | { readonly code: 'case-text-holds-private-key'; readonly what: TextField }
  /** A validation ID stands in it. */
  | { readonly code: 'case-text-holds-service-key'; readonly what: TextField };

export const textLimits = {
  reason: 500,
  comment: 2_000,
  title: 150,
  body: 3_000,
  reply: 3_000,
  note: 1_000,
} as const;
export type TextField = keyof typeof textLimits;

/** Files of a case, those that Trunkline made included. */
export const fileLimit = 10;
