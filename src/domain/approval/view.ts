import type { Executing, Phase, Request, RequestState } from './request.ts';

/** A request as people see it: without the steps, the typed secrets and Azure's signed URLs. Fit for a message. */
export type RequestView = {
  readonly id: string;
  readonly operation: Request['intent']['operation'];
  readonly target: Request['intent']['target'];
  readonly changes: Request['plan']['changes'];
  readonly seen: Request['plan']['seen'];
  readonly cautions: Request['plan']['cautions'];
  readonly rule: Request['rule'];
  readonly requestedBy: string;
  readonly requestedAt: number;
  readonly askedIn?: string;
  readonly expiresAt: number;
  readonly approvals: Request['approvals'];
  /** Link: the authorization that is made for somebody else to redeem. */
  readonly authorization?: string;
  readonly state: Exclude<RequestState, { state: 'executing' }> | ExecutingView;
};

/** `step` of `steps`, counted from 0, what kind it is and what it waits for. */
export type ExecutingView = {
  readonly state: 'executing';
  readonly startedAt: number;
  readonly step: number;
  readonly steps: number;
  readonly doing: Request['plan']['steps'][number]['kind'];
  readonly waitsFor: 'azure' | 'lock' | 'quota' | 'network' | 'provider' | 'time';
  /** `time`: until when. */
  readonly until?: number;
};

/** What people may see of a request. Two views that are equal need no new message. */
export function viewOf(request: Request): RequestView {
  const { id, intent, plan, rule, requestedBy, requestedAt, askedIn, expiresAt, approvals } = request;
  return {
    id,
    operation: intent.operation,
    target: intent.target,
    changes: plan.changes,
    seen: plan.seen,
    cautions: plan.cautions,
    rule,
    requestedBy,
    requestedAt,
    ...(askedIn === undefined ? {} : { askedIn }),
    expiresAt,
    approvals,
    ...(intent.operation === 'link' && intent.deed === 'authorize'
      ? { authorization: intent.authorizationName }
      : {}),
    state: stateOf(request),
  };
}

function stateOf(request: Request): RequestView['state'] {
  switch (request.state) {
    case 'requested':
      return { state: 'requested' };
    case 'approved':
    case 'expired':
      return { state: request.state, at: request.at };
    case 'rejected':
      return { state: 'rejected', at: request.at, by: request.by, reason: request.reason };
    case 'withdrawn':
      return { state: 'withdrawn', at: request.at, by: request.by };
    case 'stale':
      return { state: 'stale', at: request.at, why: request.why };
    case 'executing':
      return executingView(request, request.plan.steps);
    case 'succeeded':
      return { state: 'succeeded', at: request.at, startedAt: request.startedAt };
    case 'failed': {
      const { at, startedAt, failure, step } = request;
      return { state: 'failed', at, startedAt, failure, step };
    }
  }
}

function executingView(
  { startedAt, step, phase }: Executing,
  steps: Request['plan']['steps'],
): ExecutingView {
  const doing = steps[step]?.kind ?? 'hold';
  const waitsFor = waitedFor(phase);
  const until = phase.kind === 'holding' ? { until: phase.until } : {};
  return { state: 'executing', startedAt, step, steps: steps.length, doing, waitsFor, ...until };
}

function waitedFor(phase: Phase): ExecutingView['waitsFor'] {
  switch (phase.kind) {
    case 'waiting-for-provider':
      return 'provider';
    case 'holding':
      return 'time';
    case 'ready':
      return phase.because ? obstacles[phase.because] : 'azure';
    default:
      return 'azure';
  }
}

const obstacles = { locked: 'lock', throttled: 'quota', unreachable: 'network' } as const;
