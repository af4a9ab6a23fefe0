import type { RequestEvent } from './event.ts';
import { type Executing, isOver, type Phase, type Request, type RequestFacts } from './request.ts';
import { withoutSecrets } from './secrets.ts';

/** A request after what was decided together, one revision on. */
export function advance(request: Request | undefined, events: readonly RequestEvent[]): Request {
  const after = events.reduce<Request | undefined>(evolve, request);
  if (!after) throw new Error('Nothing happened to no request.');
  return { ...after, revision: (request?.revision ?? 0) + 1 };
}

/** A request after one event. What ends it takes its secrets away. */
export function evolve(request: Request | undefined, event: RequestEvent): Request {
  if (event.kind === 'requested') return event.request;
  if (!request) throw new Error(`A request begins with being asked for, not with "${event.kind}".`);
  const after = next(request, event);
  return isOver(after) ? withoutSecrets(after) : after;
}

function next(request: Request, event: Exclude<RequestEvent, { kind: 'requested' }>): Request {
  const facts = factsOf(request);
  switch (event.kind) {
    case 'approval-given':
      return { ...request, approvals: [...request.approvals, { by: event.by, at: event.at }] };
    case 'approved':
      return { ...facts, state: 'approved', at: event.at };
    case 'rejected':
      return { ...facts, state: 'rejected', at: event.at, by: event.by, reason: event.reason };
    case 'withdrawn':
      return { ...facts, state: 'withdrawn', at: event.at, by: event.by };
    case 'expired':
      return { ...facts, state: 'expired', at: event.at };
    case 'went-stale':
      return { ...facts, state: 'stale', at: event.at, why: event.why };
    case 'started':
      return { ...facts, state: 'executing', startedAt: event.at, step: 0, phase: event.phase };
    default:
      return request.state === 'executing' ? nextStep(facts, request, event) : request;
  }
}

type StepEvent = Extract<
  RequestEvent,
  { kind: 'moved' | 'step-done' | 'stopped-early' | 'succeeded' | 'failed' }
>;

function nextStep(facts: RequestFacts, { startedAt, step, phase }: Executing, event: StepEvent): Request {
  const at = (number: number, then: Phase): Request => ({
    ...facts,
    state: 'executing',
    startedAt,
    step: number,
    phase: then,
  });
  switch (event.kind) {
    case 'moved':
      return at(step, event.phase);
    case 'step-done':
      return at(step + 1, event.phase);
    case 'stopped-early':
      return at(step, phase);
    case 'succeeded':
      return { ...facts, state: 'succeeded', at: event.at, startedAt };
    case 'failed':
      return { ...facts, state: 'failed', at: event.at, startedAt, failure: event.failure, step };
  }
}

/** What stays the same from state to state; what belongs to one state only is left behind. */
function factsOf(request: Request): RequestFacts {
  const { id, revision, intent, plan, rule, requestedBy, requestedAt } = request;
  const { askedIn, shownIn, expiresAt, approvals } = request;
  return {
    id,
    revision,
    intent,
    plan,
    rule,
    requestedBy,
    requestedAt,
    askedIn,
    shownIn,
    expiresAt,
    approvals,
  };
}
