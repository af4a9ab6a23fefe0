import type { Instant } from '../instant.ts';
import type { Approval, Failure, Phase, Request, StaleReason } from './request.ts';

/** What happened to a request. Replayed in their order, the events make the request: see evolve.ts. */
export type RequestEvent =
  /** The request as it begins, before anybody approved it; its revision is still 0. */
  | { readonly kind: 'requested'; readonly request: Request & { readonly state: 'requested' } }
  | ({ readonly kind: 'approval-given' } & Approval)
  /** The last approval that the rule asks for; at once where it asks for none. */
  | { readonly kind: 'approved'; readonly at: Instant }
  | { readonly kind: 'rejected'; readonly at: Instant; readonly by: string; readonly reason: string }
  | { readonly kind: 'withdrawn'; readonly at: Instant; readonly by: string }
  | { readonly kind: 'expired'; readonly at: Instant }
  | { readonly kind: 'went-stale'; readonly at: Instant; readonly why: StaleReason }
  /** The first step begins, in this phase. */
  | { readonly kind: 'started'; readonly at: Instant; readonly phase: Phase }
  /** The step under way is in another phase. */
  | { readonly kind: 'moved'; readonly phase: Phase }
  /** The step under way is done; the next begins, in this phase. */
  | { readonly kind: 'step-done'; readonly phase: Phase }
  /** Somebody ended the step under way before its time; `step-done` follows. */
  | { readonly kind: 'stopped-early'; readonly at: Instant; readonly by: string }
  | { readonly kind: 'succeeded'; readonly at: Instant }
  | { readonly kind: 'failed'; readonly at: Instant; readonly failure: Failure };
