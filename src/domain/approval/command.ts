import type { Instant } from '../instant.ts';
import type { Failure, Phase, Request, RequestFacts, StaleReason } from './request.ts';

/** What people do with a request, and what time does to it. */
export type RequestCommand =
  | { readonly kind: 'request'; readonly ask: Ask }
  | { readonly kind: 'approve'; readonly by: string }
  | { readonly kind: 'reject'; readonly by: string; readonly reason: string }
  | { readonly kind: 'withdraw'; readonly by: string }
  /** Ends a step that waits for its time. */
  | { readonly kind: 'stop-holding'; readonly by: string }
  | { readonly kind: 'expire' };

/** What somebody confirmed. */
export type Ask = Pick<
  RequestFacts,
  'id' | 'intent' | 'plan' | 'rule' | 'requestedBy' | 'askedIn' | 'shownIn'
>;

/** How a request is carried out; nobody but Trunkline itself gives these. */
export type StepCommand =
  /** All is as it was approved: begin. A first write is on its way with it. */
  | { readonly kind: 'start' }
  | { readonly kind: 'send' }
  | {
      readonly kind: 'defer';
      readonly notBefore: Instant;
      readonly because?: Extract<Phase, { kind: 'ready' }>['because'];
    }
  | { readonly kind: 'follow'; readonly url: string | undefined; readonly nextLookAt: Instant }
  /** The clock was set back: the time of holding begins again. */
  | { readonly kind: 'hold-anew' }
  | { readonly kind: 'finish-step' }
  | { readonly kind: 'go-stale'; readonly why: StaleReason }
  | { readonly kind: 'fail'; readonly failure: Failure };

/** Why a request cannot be moved on by a person. `id`: of the request. */
export type CommandRefusal =
  | { readonly code: 'request-gone' }
  | { readonly code: 'request-over'; readonly id: string; readonly state: Request['state'] }
  | { readonly code: 'request-executing'; readonly id: string }
  | { readonly code: 'own-request'; readonly id: string }
  | { readonly code: 'already-approved'; readonly id: string }
  | { readonly code: 'request-expired'; readonly id: string }
  | { readonly code: 'not-the-requester'; readonly id: string; readonly requestedBy: string }
  | { readonly code: 'reason-missing' }
  | { readonly code: 'reason-too-long'; readonly limit: number };

/** Never told to people: the command does not fit the state, which is a mistake of whoever gave it. */
export type StepRefusal = { readonly code: 'out-of-step'; readonly id: string; readonly state: string };
