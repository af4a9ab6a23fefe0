import type { Rule } from '../../../domain/approval/policy.ts';
import { type Mrkdwn, md, nothing } from '../mrkdwn.ts';
import { counted } from './units.ts';

/** Who must agree: `2 approvals, each by an approver other than @omar`. `requester`: what they are called here. */
export function ruleWords({ approvals, from, requesterMayApprove }: Rule, requester: Mrkdwn): Mrkdwn {
  if (approvals === 0) return md`whoever asks confirms alone`;
  const who = `${/^[aeiou]/u.test(from) ? 'an' : 'a'} ${from}`;
  const other = requesterMayApprove ? nothing : md` other than ${requester}`;
  return approvals === 1
    ? md`the approval of ${who}${other}`
    : md`${counted(approvals, 'approval')}, each by ${who}${other}`;
}
