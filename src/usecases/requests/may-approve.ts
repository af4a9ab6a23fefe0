import type { AccessRefusal } from '../../domain/access/grant.ts';
import type { Request } from '../../domain/approval/request.ts';
import type { Result } from '../../domain/result.ts';
import type { Gatekeeper } from '../ports.ts';

/** An approver may approve there, and holds the role that the request's rule names. */
export async function mayApprove(
  gatekeeper: Gatekeeper,
  userId: string,
  { intent, rule }: Pick<Request, 'intent' | 'rule'>,
): Promise<Result<true, AccessRefusal>> {
  const allowed = await gatekeeper.check(userId, 'approve', intent.target);
  return allowed.ok ? gatekeeper.holds(userId, rule.from, intent.target) : allowed;
}
