import type { Rule } from '../../domain/approval/policy.ts';
import type { Place } from '../../domain/approval/request.ts';
import type { Plan } from '../../domain/operation/plan.ts';
import { answer, type Result, refuse } from '../../domain/result.ts';
import type { Caller } from '../caller.ts';
import type { Channels, Rules } from '../ports.ts';

export type TermsDeps = {
  readonly rules: Pick<Rules, 'policy'>;
  readonly channels: Pick<Channels, 'standing'>;
  /** Where requests that others must approve are shown; undefined: nobody has said. */
  readonly approvalsChannel: string | undefined;
};

/** Who must approve, and where the request's message will stand. */
export type Terms = { readonly rule: Rule; readonly shownIn: Place };

/**
 * Approvers look at the approvals channel. What needs none is shown where it was asked, and in the direct conversation
 * where the bot is not a member there.
 */
export async function termsOf(
  { rules, channels, approvalsChannel }: TermsDeps,
  { userId, channelId }: Caller,
  { policy }: Plan,
): Promise<Result<Terms, { readonly code: 'approvals-channel-missing' }>> {
  const rule = rules.policy()[policy];
  const wished = rule.approvals > 0 ? approvalsChannel : channelId;
  const isThere = wished !== undefined && (await channels.standing(wished)).kind === 'member';
  if (isThere) return answer({ rule, shownIn: { channelId: wished } });
  return rule.approvals > 0
    ? refuse({ code: 'approvals-channel-missing' })
    : answer({ rule, shownIn: { userId } });
}
