import type { Instant } from '../instant.ts';
import { answer, type Result, refuse } from '../result.ts';
import { isApproved } from './approvals.ts';
import type { Ask, CommandRefusal, RequestCommand } from './command.ts';
import type { RequestEvent } from './event.ts';
import { isOver, type Request } from './request.ts';
import { afterStep } from './step-phase.ts';

export const reasonLimit = 500;

type Decision = Result<readonly RequestEvent[], CommandRefusal>;

/** What follows from what somebody does with a request, or why they cannot. No events: nothing is to be done. */
export function decide(command: RequestCommand, request: Request | undefined, now: Instant): Decision {
  if (command.kind === 'request') return answer(begin(command.ask, now));
  if (!request) return refuse({ code: 'request-gone' });
  if (isOver(request)) return refuse({ code: 'request-over', id: request.id, state: request.state });
  switch (command.kind) {
    case 'approve':
      return approve(request, command.by, now);
    case 'reject':
      return reject(request, command.by, command.reason.trim(), now);
    case 'withdraw':
      return withdraw(request, command.by, now);
    case 'stop-holding':
      return stopHolding(request, command.by, now);
    case 'expire':
      return expire(request, now);
  }
}

function begin(ask: Ask, now: Instant): readonly RequestEvent[] {
  const request = {
    ...ask,
    revision: 0,
    requestedAt: now,
    expiresAt: now + ask.rule.expiresAfterMs,
    approvals: [],
    state: 'requested',
  } as const;
  const requested: RequestEvent = { kind: 'requested', request };
  return isApproved(request) ? [requested, { kind: 'approved', at: now }] : [requested];
}

function approve(request: Request, by: string, now: Instant): Decision {
  const { id, approvals, rule, requestedBy } = request;
  if (request.state === 'executing') return refuse({ code: 'request-executing', id });
  if (request.state === 'approved' || approvals.some((approval) => approval.by === by)) {
    return refuse({ code: 'already-approved', id });
  }
  if (by === requestedBy && !rule.requesterMayApprove) return refuse({ code: 'own-request', id });
  if (now >= request.expiresAt) return refuse({ code: 'request-expired', id });
  const given: RequestEvent = { kind: 'approval-given', by, at: now };
  const enough = isApproved({ ...request, approvals: [...approvals, given] });
  return answer(enough ? [given, { kind: 'approved', at: now }] : [given]);
}

/** Also after enough have approved, as long as nothing was done: who sees a mistake late can still stop it. */
function reject(request: Request, by: string, reason: string, now: Instant): Decision {
  const { id } = request;
  if (request.state === 'executing') return refuse({ code: 'request-executing', id });
  if (now >= request.expiresAt) return refuse({ code: 'request-expired', id });
  if (reason === '') return refuse({ code: 'reason-missing' });
  if (reason.length > reasonLimit) return refuse({ code: 'reason-too-long', limit: reasonLimit });
  return answer([{ kind: 'rejected', at: now, by, reason }]);
}

/** A request that waits for its provider may wait for weeks, and writes nothing meanwhile: it can be withdrawn too. */
function withdraw(request: Request, by: string, now: Instant): Decision {
  const { id, requestedBy } = request;
  if (by !== requestedBy) return refuse({ code: 'not-the-requester', id, requestedBy });
  if (request.state === 'executing' && request.phase.kind !== 'waiting-for-provider') {
    return refuse({ code: 'request-executing', id });
  }
  return answer([{ kind: 'withdrawn', at: now, by }]);
}

function stopHolding(request: Request, by: string, now: Instant): Decision {
  const { id, state } = request;
  if (state !== 'executing') return refuse({ code: 'request-over', id, state });
  if (request.phase.kind !== 'holding') return refuse({ code: 'request-executing', id });
  return answer([{ kind: 'stopped-early', at: now, by }, ...afterStep(request, now)]);
}

function expire(request: Request, now: Instant): Decision {
  if (request.state === 'executing') return refuse({ code: 'request-executing', id: request.id });
  return answer(now < request.expiresAt ? [] : [{ kind: 'expired', at: now }]);
}
