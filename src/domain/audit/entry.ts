import type { FieldChange } from '../circuit/changes.ts';
import type { CircuitId } from '../circuit/circuit-id.ts';
import type { Instant } from '../instant.ts';
import type { Operation } from '../operation/operation.ts';

/** What is written into the audit trail. */
export const auditActs = [
  'request',
  'approve',
  'reject',
  'withdraw',
  'expire',
  'stale',
  'execute',
  'succeed',
  'fail',
  'view-key',
  'order',
  'refuse',
  'subscribe',
  'unsubscribe',
  'resume',
  'mute',
  'unmute',
  'acknowledge',
  'assign',
  'quiet',
  'maintenance',
  'access',
  'case-open',
  'case-step',
  'case-approve',
  'case-send-back',
  'case-assign',
  'case-expire',
  'case-comment',
  'case-file',
  'case-text',
  'case-ticket',
  'case-answer',
  'case-reply',
  'case-close',
] as const;
export type AuditAct = (typeof auditActs)[number];

/** Who did what, when, from where, to what, and how it ended. No secrets. */
export type AuditEntry = {
  /** Unique: an entry that is handed over twice is written once. */
  readonly id: string;
  readonly at: Instant;
  /** A Slack user; undefined: Trunkline itself. */
  readonly by?: string;
  /** The channel from which it was done. */
  readonly channelId?: string;
  readonly act: AuditAct;
  readonly operation?: Operation;
  readonly requestId?: string;
  readonly caseId?: string;
  readonly circuit?: { readonly id: CircuitId; readonly name: string };
  readonly changes?: readonly FieldChange[];
  /** A reason, an error code, what was subscribed: one line. */
  readonly note?: string;
};
