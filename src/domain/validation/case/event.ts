import type { Instant } from '../../instant.ts';
import type {
  ByHandReason,
  CaseFacts,
  CaseFile,
  CasePreflight,
  Closing,
  Submission,
  TicketText,
} from './case.ts';
import type { CaseStep } from './steps.ts';

/**
 * What happened to a case. Replayed in their order, the events make the case: see evolve.ts. Each that people should
 * hear of is an entry of the thread as it is.
 */
export type CaseEvent = { readonly at: Instant } & (
  | { readonly kind: 'step-begun'; readonly step: CaseStep }
  /** Done, and now to be approved. */
  | { readonly kind: 'review-asked'; readonly step: CaseStep; readonly by?: string; readonly note?: string }
  | { readonly kind: 'approved'; readonly step: CaseStep; readonly by: string; readonly missing: number }
  | { readonly kind: 'step-done'; readonly step: CaseStep; readonly by?: string; readonly note?: string }
  /** `by` absent: what was approved is not so any more, and Trunkline sends it back itself. */
  | { readonly kind: 'sent-back'; readonly step: CaseStep; readonly by?: string; readonly reason: string }
  | { readonly kind: 'assigned'; readonly step: CaseStep; readonly by: string; readonly to: string }
  | { readonly kind: 'reminded'; readonly step: CaseStep }
  /** Nobody acted in time: approvals are void, an assignment is open to everybody. */
  | { readonly kind: 'step-expired'; readonly step: CaseStep }
  | { readonly kind: 'commented'; readonly by: string; readonly text: string }
  | { readonly kind: 'file-added'; readonly file: CaseFile }
  | { readonly kind: 'file-removed'; readonly fileId: string; readonly name: string; readonly by: string }
  | { readonly kind: 'preflight-attached'; readonly preflight: CasePreflight; readonly file: CaseFile }
  | { readonly kind: 'text-written'; readonly text: TicketText }
  /** Microsoft has a ticket about something else than what is advertised now. */
  | { readonly kind: 'unlike-ticket'; readonly changes: readonly string[] }
  | { readonly kind: 'facts-read'; readonly facts: CaseFacts; readonly settled: readonly string[] }
  | { readonly kind: 'submission-moved'; readonly submission: Submission }
  | { readonly kind: 'files-left-out'; readonly why: string }
  | { readonly kind: 'to-be-submitted-by-hand'; readonly why: ByHandReason; readonly detail?: string }
  | {
      readonly kind: 'submitted';
      readonly number: string;
      readonly name?: string;
      readonly how: 'api' | 'by-hand';
      readonly by?: string;
      readonly status: string;
    }
  /** One that was opened by hand is seen in Azure, under this name. */
  | { readonly kind: 'ticket-found'; readonly name: string }
  | { readonly kind: 'status-changed'; readonly status: string; readonly by?: string }
  /** `id`: the communication's name. `by`: a person who entered it by hand. */
  | {
      readonly kind: 'answered';
      readonly id: string;
      readonly from: 'microsoft' | 'us';
      readonly body: string;
      readonly sender?: string;
      readonly by?: string;
    }
  | {
      readonly kind: 'replied';
      readonly id: string;
      readonly by: string;
      readonly body: string;
      readonly delivery: 'owed' | 'by-hand';
    }
  | { readonly kind: 'reply-sent'; readonly id: string }
  /** Microsoft does not take it: a person has to put it into the portal. */
  | { readonly kind: 'reply-refused'; readonly id: string; readonly why: string }
  | { readonly kind: 'step-skipped'; readonly step: CaseStep }
  | { readonly kind: 'closed'; readonly closing: Closing }
  | { readonly kind: 'files-removed' }
);
export type CaseEventKind = CaseEvent['kind'];
export type CaseEventOf<K extends CaseEventKind> = Extract<CaseEvent, { readonly kind: K }>;

/** What the thread is told. */
export type CaseEntry = Exclude<CaseEvent, { readonly kind: 'submission-moved' }>;
