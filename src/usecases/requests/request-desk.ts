import type { AccessRefusal } from '../../domain/access/grant.ts';
import type { CommandRefusal } from '../../domain/approval/command.ts';
import type { Rule } from '../../domain/approval/policy.ts';
import type { Place, Request } from '../../domain/approval/request.ts';
import type { Intent } from '../../domain/operation/intent.ts';
import type { Plan } from '../../domain/operation/plan.ts';
import type { PlanRefusal } from '../../domain/operation/plan-intent.ts';
import type { Result } from '../../domain/result.ts';
import type { Caller } from '../caller.ts';

/** An intent that passed every rule, as the person sees it before confirming. Kept in memory, for that person alone. */
export type Proposal = {
  readonly id: string;
  readonly intent: Intent;
  readonly plan: Plan;
  readonly rule: Rule;
  /** Where the request's message will stand. */
  readonly shownIn: Place;
};

/** Why a request cannot be made or moved on. `id`: of the request. */
export type RequestRefusal =
  /** The bot has been restarted since, an hour has passed, or it was somebody else's. */
  | { readonly code: 'proposal-gone' }
  | { readonly code: 'approvals-channel-missing' }
  | { readonly code: 'already-requested'; readonly id: string; readonly name: string; readonly by: string }
  | CommandRefusal;

/** Everything that people do with requests. Who may is decided here, from the caller and never from a button. */
export interface RequestDesk {
  /** Reads, checks every rule, and shows what would be done. Nothing is asked for yet. */
  propose(
    caller: Caller,
    intent: Intent,
  ): Promise<Result<Proposal, PlanRefusal | AccessRefusal | RequestRefusal>>;
  /** Confirmed by the person: a request. Confirmed twice it is one request. */
  submit(caller: Caller, proposalId: string): Promise<Result<Request, AccessRefusal | RequestRefusal>>;
  approve(caller: Caller, requestId: string): Promise<Result<Request, AccessRefusal | RequestRefusal>>;
  reject(
    caller: Caller,
    requestId: string,
    reason: string,
  ): Promise<Result<Request, AccessRefusal | RequestRefusal>>;
  withdraw(caller: Caller, requestId: string): Promise<Result<Request, AccessRefusal | RequestRefusal>>;
  /** Ends a step that waits for its time, as a failover test. */
  stopHolding(caller: Caller, requestId: string): Promise<Result<Request, AccessRefusal | RequestRefusal>>;
}
