import type { FieldChange } from '../circuit/changes.ts';
import type { Instant } from '../instant.ts';
import type { Intent } from '../operation/intent.ts';
import type { Plan } from '../operation/plan.ts';
import type { Rule } from './policy.ts';

/** Something that was asked for, from the asking to its end. Its states are the union below; `decide` moves it on. */
export type Request = RequestFacts & RequestState;

export type RequestFacts = {
  readonly id: string;
  /** Counts the changes of this record: a commit that builds on an old one is refused by the store. */
  readonly revision: number;
  readonly intent: Intent;
  /** What requester and approvers saw. */
  readonly plan: Plan;
  readonly rule: Rule;
  readonly requestedBy: string;
  readonly requestedAt: Instant;
  /** Where it was asked. */
  readonly askedIn: string | undefined;
  /** Where its message stands. */
  readonly shownIn: Place;
  readonly expiresAt: Instant;
  readonly approvals: readonly Approval[];
};

/** A channel, or the direct conversation with a person. */
export type Place = { readonly channelId: string } | { readonly userId: string };

export type Approval = { readonly by: string; readonly at: Instant };

export type RequestState =
  | { readonly state: 'requested' }
  | { readonly state: 'approved'; readonly at: Instant }
  | { readonly state: 'rejected'; readonly at: Instant; readonly by: string; readonly reason: string }
  | { readonly state: 'withdrawn'; readonly at: Instant; readonly by: string }
  | { readonly state: 'expired'; readonly at: Instant }
  /** Not carried out, because what was approved is no longer so; `why` says what changed. */
  | { readonly state: 'stale'; readonly at: Instant; readonly why: StaleReason }
  | Executing
  | { readonly state: 'succeeded'; readonly at: Instant; readonly startedAt: Instant }
  | {
      readonly state: 'failed';
      readonly at: Instant;
      readonly startedAt: Instant;
      readonly failure: Failure;
      /** The step that failed; those before it are done. */
      readonly step: number;
    };

export type Executing = {
  readonly state: 'executing';
  readonly startedAt: Instant;
  /** Index into the plan's steps. */
  readonly step: number;
  readonly phase: Phase;
};

/** How far a step is. Each is written down before the next thing is done, so that a restart knows where to go on. */
export type Phase =
  /** To be sent, not before `notBefore`; `because`: Azure asked to wait. */
  | {
      readonly kind: 'ready';
      readonly notBefore: Instant;
      readonly because?: 'locked' | 'throttled' | 'unreachable';
    }
  /** On its way: after a restart it must be looked whether it arrived. */
  | { readonly kind: 'sending'; readonly since: Instant }
  /** Azure works on it. The URL is signed: it is kept verbatim, shown to nobody, and gone when the step ends. */
  | {
      readonly kind: 'following';
      readonly url: string | undefined;
      readonly since: Instant;
      readonly nextLookAt: Instant;
    }
  | { readonly kind: 'waiting-for-provider'; readonly since: Instant }
  | { readonly kind: 'holding'; readonly since: Instant; readonly until: Instant };

export type StaleReason =
  | { readonly kind: 'changed'; readonly changes: readonly FieldChange[]; readonly by?: string }
  /** The rules do not allow it any more; the sentence is the refusal's, as it was worded then. */
  | { readonly kind: 'refused'; readonly sentence: string }
  /** Requester or approvers lost their role meanwhile. */
  | { readonly kind: 'not-allowed'; readonly userId: string };

/** Azure's error as people may see it: no keys in it. */
export type Failure = {
  /** Azure's code, or ours where Azure has none. */
  readonly code: string;
  readonly message: string;
  readonly details: readonly string[];
  readonly correlationId?: string;
};

export const endStates = ['rejected', 'withdrawn', 'expired', 'stale', 'succeeded', 'failed'] as const;

export function isOver({ state }: Pick<Request, 'state'>): boolean {
  return endStates.some((end) => end === state);
}
