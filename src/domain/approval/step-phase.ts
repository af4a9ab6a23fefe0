import type { Instant } from '../instant.ts';
import { isWrite, type Step } from '../operation/step.ts';
import type { RequestEvent } from './event.ts';
import type { Executing, Phase, Request } from './request.ts';

export type ExecutingRequest = Request & Executing;

/** The phase in which a step begins that is not on its way at once. */
export function firstPhase(step: Step, now: Instant): Phase {
  switch (step.kind) {
    case 'await-deprovisioned':
      return { kind: 'waiting-for-provider', since: now };
    case 'hold':
      return { kind: 'holding', since: now, until: now + step.forMs };
    default:
      return { kind: 'ready', notBefore: now };
  }
}

/** What follows when the step under way is done: the next one, or the end. */
export function afterStep({ plan, step }: ExecutingRequest, now: Instant): readonly RequestEvent[] {
  const next = plan.steps[step + 1];
  return next ? [{ kind: 'step-done', phase: firstPhase(next, now) }] : [{ kind: 'succeeded', at: now }];
}

/** Whether something was written already, or may have been, before the step under way. */
export function hasWritten({ plan, step }: ExecutingRequest): boolean {
  return plan.steps.slice(0, step).some(isWrite);
}
