import type { AccessRefusal } from '../../domain/access/grant.ts';
import { decide } from '../../domain/approval/decide.ts';
import type { Request } from '../../domain/approval/request.ts';
import { isSameAsk } from '../../domain/approval/same-ask.ts';
import { answer, type Result, refuse } from '../../domain/result.ts';
import type { Caller } from '../caller.ts';
import { moveRequest } from './move-request.ts';
import { noteRefusal } from './note-refusal.ts';
import type { Pending } from './proposal-board.ts';
import type { ProposeDeps } from './propose-write.ts';
import type { RequestRefusal } from './request-desk.ts';
import { termsOf } from './request-terms.ts';

type Submitted = Result<Request, AccessRefusal | RequestRefusal>;

/**
 * Makes a request of what somebody confirmed. It gets the proposal's id, so that confirming twice, also after a
 * restart, finds the request that was made. Not to be called twice at a time: see request-desk.
 */
export async function submitProposal(
  deps: ProposeDeps,
  caller: Caller,
  proposalId: string,
): Promise<Submitted> {
  const made = await deps.store.request(proposalId);
  if (made?.requestedBy === caller.userId) return answer(made);
  const pending = deps.board.find(proposalId, caller.userId);
  if (pending && !made) return submitPending(deps, caller, pending);
  // Slack shows a review to its own person alone: the id of somebody else's was made up, or overheard.
  const others = made?.intent ?? deps.board.intentOf(proposalId);
  if (others) await noteRefusal(deps, caller, 'submit', others, 'proposal-gone');
  return refuse({ code: 'proposal-gone' });
}

async function submitPending(deps: ProposeDeps, caller: Caller, pending: Pending): Promise<Submitted> {
  const { userId, channelId = pending.askedIn } = caller;
  const { proposal, askedIn } = pending;
  const { id, intent, plan } = proposal;
  const allowed = await deps.gatekeeper.check(userId, intent.operation, intent.target);
  if (!allowed.ok) {
    await noteRefusal(deps, { userId, channelId }, 'submit', intent, allowed.refusal.code);
    return allowed;
  }
  const rival = (await deps.store.requests()).find((open) => isSameAsk(open.intent, intent));
  if (rival) {
    const { name } = intent.target;
    return refuse({ code: 'already-requested', id: rival.id, name, by: rival.requestedBy });
  }
  // The policy as it is now: it may ask for more than it did when this was proposed.
  const terms = await termsOf(deps, { userId, channelId: askedIn }, plan);
  if (!terms.ok) return terms;
  const at = deps.now();
  const ask = { id, intent, plan, ...terms.value, requestedBy: userId, askedIn };
  const decided = decide({ kind: 'request', ask }, undefined, at);
  if (!decided.ok) return decided;
  const request = await moveRequest(deps, undefined, decided.value, at, { userId, channelId });
  deps.board.remove(id);
  return answer(request);
}
