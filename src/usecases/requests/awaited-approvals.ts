import { decide } from '../../domain/approval/decide.ts';
import type { Request } from '../../domain/approval/request.ts';
import type { Gatekeeper, Now } from '../ports.ts';
import type { Store } from '../store.ts';
import { mayApprove } from './may-approve.ts';

export type AwaitedDeps = {
  readonly whole: Store;
  readonly gatekeeper: Gatekeeper;
  readonly now: Now;
};

/** The requests that wait for approval and that this person could approve now: not their own, not those they approved. */
export async function awaitedApprovals(
  { whole, gatekeeper, now }: AwaitedDeps,
  userId: string,
): Promise<readonly Request[]> {
  const at = now();
  const open = (await whole.requests()).filter((one) => decide({ kind: 'approve', by: userId }, one, at).ok);
  const verdicts = await Promise.all(open.map((one) => mayApprove(gatekeeper, userId, one)));
  return open.filter((_request, index) => verdicts[index]?.ok);
}
