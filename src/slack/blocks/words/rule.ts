import type { Rule } from '../../../domain/approval/policy.ts';
import { counted } from './units.ts';

/** Who must agree: `2 approvals, each by an approver other than the requester`. */
export function ruleWords({ approvals, from, requesterMayApprove }: Rule): string {
  if (approvals === 0) return 'whoever asks confirms alone';
  const who = `${/^[aeiou]/u.test(from) ? 'an' : 'a'} ${from}`;
  const other = requesterMayApprove ? '' : ' other than the requester';
  return approvals === 1
    ? `the approval of ${who}${other}`
    : `${counted(approvals, 'approval')}, each by ${who}${other}`;
}
