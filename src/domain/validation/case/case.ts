import type { Approval } from '../../approval/request.ts';
import type { CircuitAddress } from '../../circuit/circuit-id.ts';
import type { Instant } from '../../instant.ts';
import type { AddressFamily } from '../../peering/peering.ts';
import type { PrefixState } from '../../peering/prefix-states.ts';
import type { CaseStep } from './steps.ts';

/**
 * A manual validation of the prefixes that a circuit's Microsoft peering advertises, from ValidationNeeded to Configured.
 * `decide` moves it on for people, `decide-work` for what Trunkline does and time brings.
 */
export type Case = {
  readonly id: string;
  /** Counts the changes of this record: a commit that builds on an old one is refused by the store. */
  readonly revision: number;
  readonly circuit: CircuitAddress;
  readonly opened: { readonly at: Instant; readonly by?: string; readonly why: OpenReason };
  /** The channel of its one message. */
  readonly channelId: string;
  readonly facts: CaseFacts;
  readonly steps: Readonly<Record<CaseStep, StepRecord>>;
  readonly files: readonly CaseFile[];
  readonly preflight?: CasePreflight;
  readonly text?: TicketText;
  readonly submission?: Submission;
  readonly ticket?: Ticket;
  readonly closed?: Closing;
};

export const openReasons = ['validation-needed', 'manual-validation', 'asked'] as const;
export type OpenReason = (typeof openReasons)[number];

/** What the case is about, as Azure told it last. */
export type CaseFacts = {
  readonly peerAsn?: number;
  readonly customerAsn?: number;
  readonly routingRegistry?: string;
  readonly prefixes: readonly CasePrefix[];
};

export type CasePrefix = {
  readonly prefix: string;
  readonly family: AddressFamily;
  readonly state?: PrefixState;
  /** Microsoft has accepted it: nothing more is needed for it. */
  readonly isSettled?: true;
};

export type StepRecord =
  | { readonly state: 'waiting'; readonly assignee?: string; readonly round: number }
  | (Begun & {
      /** Somebody has to do it. */
      readonly state: 'open';
      readonly sentBack?: { readonly by?: string; readonly at: Instant; readonly reason: string };
    })
  | (Begun & {
      /** Done by `doneBy` (Trunkline where it is absent), and waits for approvals. */
      readonly state: 'review';
      readonly doneBy?: string;
      readonly note?: string;
    })
  | {
      readonly state: 'done';
      readonly startedAt: Instant;
      readonly doneAt: Instant;
      readonly doneBy?: string;
      readonly approvals: readonly Approval[];
      readonly note?: string;
      readonly round: number;
    }
  /** Microsoft accepted the prefixes before it was needed. */
  | { readonly state: 'skipped'; readonly round: number };

type Begun = {
  readonly startedAt: Instant;
  /** Since when it waits for whoever it waits for now. */
  readonly since: Instant;
  readonly remindedAt?: Instant;
  readonly assignee?: string;
  /** Counts how often it was asked for: an approval of an earlier round is stale. */
  readonly round: number;
  readonly approvals: readonly Approval[];
};

/** A file of the case; its content is kept outside the store. */
export type CaseFile = {
  readonly id: string;
  readonly name: string;
  readonly kind: EvidenceKind;
  readonly bytes: number;
  /** SHA-256 of the content, lower-case hex. */
  readonly sha256: string;
  readonly at: Instant;
  /** Absent: Trunkline made it. */
  readonly by?: string;
  readonly isRemoved?: true;
};

export const evidenceKinds = [
  'letter-of-authorization',
  'registry-record',
  'allocation',
  'contract',
  'preflight',
  'other',
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** What the look at the registries said, as the case shows it; the whole is in the file. */
export type CasePreflight = {
  readonly at: Instant;
  readonly fileId: string;
  readonly verdicts: readonly CaseVerdict[];
  /** Sources that did not answer: names fit for people. */
  readonly silent: readonly string[];
};

/** `reason`: one sentence or a few. */
export type CaseVerdict = { readonly prefix: string; readonly verdict: string; readonly reason: string };

export type TicketText = {
  readonly title: string;
  readonly body: string;
  readonly at: Instant;
  /** Absent: as Trunkline wrote it. */
  readonly author?: string;
};

/** How far handing it to Microsoft is. Each is written down before the next thing is done. */
export type Submission =
  /** Approved: Azure is asked again how things are. */
  | { readonly phase: 'checking'; readonly notBefore: Instant }
  | { readonly phase: 'uploading'; readonly notBefore: Instant }
  /** The ticket is asked for, unless it is there already. */
  | { readonly phase: 'creating'; readonly notBefore: Instant; readonly workspace?: string }
  | { readonly phase: 'numbering'; readonly notBefore: Instant; readonly since: Instant }
  /** The API does not take it: a person opens the ticket in the portal and enters its number. */
  | {
      readonly phase: 'by-hand';
      readonly since: Instant;
      readonly why: ByHandReason;
      readonly detail?: string;
    }
  | { readonly phase: 'submitted' };

export const byHandReasons = [
  'no-contact',
  'no-classification',
  /** The support plan or the role does not allow it: Azure refused. */
  'not-allowed',
  'refused',
  'no-number',
] as const;
export type ByHandReason = (typeof byHandReasons)[number];

export type Ticket = {
  /** Ours in Azure; for one opened by hand as Azure names it, or absent when Azure does not show it to us. */
  readonly name?: string;
  /** Microsoft's number. */
  readonly number: string;
  readonly how: 'api' | 'by-hand';
  readonly at: Instant;
  readonly by?: string;
  /** As Microsoft words it: Open, Closed. */
  readonly status: string;
  /** Names of communications that are told already. */
  readonly seen: readonly string[];
  readonly messages: readonly TicketMessage[];
};

/** Newest last; as many as `messageLimit` are kept, the thread has them all. */
export type TicketMessage = {
  readonly id: string;
  readonly from: 'microsoft' | 'us';
  readonly at: Instant;
  readonly by?: string;
  readonly body: string;
  /** Of ours: `owed` until Azure has it; `by-hand`: a person puts it into the portal. */
  readonly delivery?: 'owed' | 'sent' | 'by-hand';
};
export const messageLimit = 20;

export type Closing = {
  readonly at: Instant;
  readonly why: 'configured' | 'withdrawn' | 'by-hand';
  readonly by?: string;
  readonly reason?: string;
  readonly filesRemoved?: true;
};

export function isOpen({ closed }: Pick<Case, 'closed'>): boolean {
  return closed === undefined;
}

/** Those that Microsoft has not accepted. */
export function unsettled({ facts }: Pick<Case, 'facts'>): readonly CasePrefix[] {
  return facts.prefixes.filter(({ isSettled }) => !isSettled);
}
