import type { FieldChange } from '../circuit/changes.ts';
import { isApproved } from './approvals.ts';
import type { Rule } from './policy.ts';
import type { RequestFacts } from './request.ts';

/** What the policy asks for by now and did not when it was agreed to; undefined: the approvals that were given are enough. */
export function unmetPolicy(request: RequestFacts, now: Rule): FieldChange | undefined {
  if (isApproved({ ...request, rule: now })) return undefined;
  return { field: 'Approvals that the policy asks for', before: needed(request.rule), after: needed(now) };
}

function needed({ approvals, requesterMayApprove }: Rule): string {
  return approvals > 0 && !requesterMayApprove
    ? `${approvals}, without the requester’s own`
    : String(approvals);
}
