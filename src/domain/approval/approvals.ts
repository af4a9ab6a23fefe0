import type { RequestFacts } from './request.ts';

/** As many different people have approved as the rule asks for, the requester counting only where it says so. */
export function isApproved({
  approvals,
  rule,
  requestedBy,
}: Pick<RequestFacts, 'approvals' | 'rule' | 'requestedBy'>): boolean {
  const people = new Set(approvals.map(({ by }) => by));
  if (!rule.requesterMayApprove) people.delete(requestedBy);
  return people.size >= rule.approvals;
}
