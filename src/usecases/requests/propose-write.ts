import type { AccessRefusal } from '../../domain/access/grant.ts';
import type { Intent } from '../../domain/operation/intent.ts';
import type { PlanRefusal, planIntent } from '../../domain/operation/plan-intent.ts';
import { answer, type Result } from '../../domain/result.ts';
import type { Caller } from '../caller.ts';
import type { Gatekeeper } from '../ports.ts';
import { type NoteDeps, noteRefusal } from './note-refusal.ts';
import type { ProposalBoard } from './proposal-board.ts';
import { type InputDeps, readPlanInputs } from './read-plan-inputs.ts';
import type { Proposal } from './request-desk.ts';
import { newRequestId } from './request-id.ts';
import { type TermsDeps, termsOf } from './request-terms.ts';

export type ProposeDeps = InputDeps &
  TermsDeps &
  NoteDeps & {
    readonly gatekeeper: Gatekeeper;
    readonly board: ProposalBoard;
    /** The rules: planIntent. */
    readonly plan: typeof planIntent;
  };

export type ProposeRefusal = PlanRefusal | AccessRefusal | { readonly code: 'approvals-channel-missing' };

/** Reads Azure, asks every rule, and keeps what would be done for the person to confirm. Nothing is asked for yet. */
export async function proposeWrite(
  deps: ProposeDeps,
  caller: Caller,
  intent: Intent,
): Promise<Result<Proposal, ProposeRefusal>> {
  const { userId, channelId } = caller;
  const allowed = await deps.gatekeeper.check(userId, intent.operation, intent.target);
  if (!allowed.ok) {
    await noteRefusal(deps, caller, 'propose', intent, allowed.refusal.code);
    return allowed;
  }
  const planned = deps.plan(intent, await readPlanInputs(deps, intent));
  if (!planned.ok) {
    await noteRefusal(deps, caller, 'propose', intent, planned.refusal.code);
    return planned;
  }
  const terms = await termsOf(deps, caller, planned.value);
  if (!terms.ok) return terms;
  const id = await newRequestId(deps);
  const proposal = { id, intent, plan: planned.value, ...terms.value };
  deps.board.put({ proposal, userId, askedIn: channelId });
  return answer(proposal);
}
