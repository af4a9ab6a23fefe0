import type { Role } from '../access/role.ts';
import { policyKeys } from '../operation/plan.ts';

/** How many must approve, from which role, and for how long they may. */
export type Rule = {
  /** 0: whoever asks confirms alone. */
  readonly approvals: number;
  /** An admin has every role. */
  readonly from: Role;
  /** The requester may be among the approvers. */
  readonly requesterMayApprove: boolean;
  readonly expiresAfterMs: number;
};

/** Every line of the policy: what plans ask for, a step of a case, and handing a ticket to Microsoft. */
export const policyLines = [...policyKeys, 'case', 'ticket'] as const;
export type PolicyLine = (typeof policyLines)[number];

export type Policy = Readonly<Record<PolicyLine, Rule>>;

const dayMs = 86_400_000;
const alone: Rule = { approvals: 0, from: 'approver', requesterMayApprove: false, expiresAfterMs: dayMs };
const another: Rule = { ...alone, approvals: 1 };

/** Where the policy file says nothing. */
export const defaultPolicy: Policy = {
  create: alone,
  peering: another,
  'peering-layer-3': another,
  sign: alone,
  link: alone,
  unlink: alone,
  resize: alone,
  deprovision: another,
  delete: another,
  failover: another,
  case: { ...another, expiresAfterMs: 3 * dayMs },
  ticket: { ...alone, approvals: 2, expiresAfterMs: 3 * dayMs },
};
