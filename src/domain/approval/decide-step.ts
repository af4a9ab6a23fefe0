import type { Instant } from '../instant.ts';
import { isWrite } from '../operation/step.ts';
import { answer, type Result, refuse } from '../result.ts';
import { isApproved } from './approvals.ts';
import type { StepCommand, StepRefusal } from './command.ts';
import type { RequestEvent } from './event.ts';
import { staleFailure } from './failure.ts';
import type { Phase, Request, StaleReason } from './request.ts';
import { withoutTypedKey } from './secrets.ts';
import { afterStep, type ExecutingRequest, firstPhase, hasWritten } from './step-phase.ts';
import { furthestMs } from './turn.ts';

type Decision = Result<readonly RequestEvent[], StepRefusal>;

/** How carrying a request out goes on. What does not fit its state is refused, whoever gave the command. */
export function decideStep(command: StepCommand, request: Request, now: Instant): Decision {
  if (command.kind === 'start') return start(request, now);
  if (command.kind === 'go-stale') return goStale(request, command.why, now);
  if (request.state !== 'executing') return outOfStep(request);
  switch (command.kind) {
    case 'finish-step':
      return answer(afterStep(request, now));
    case 'fail':
      return answer([{ kind: 'failed', at: now, failure: withoutTypedKey(command.failure, request) }]);
    case 'hold-anew':
      return holdAnew(request, now);
    default:
      return write(request, command, now);
  }
}

function start(request: Request, now: Instant): Decision {
  if (request.state !== 'approved' || now >= request.expiresAt || !isApproved(request)) {
    return outOfStep(request);
  }
  const first = request.plan.steps[0];
  if (!first) {
    const phase: Phase = { kind: 'ready', notBefore: now };
    return answer([
      { kind: 'started', at: now, phase },
      { kind: 'succeeded', at: now },
    ]);
  }
  const phase: Phase = isWrite(first) ? { kind: 'sending', since: now } : firstPhase(first, now);
  return answer([{ kind: 'started', at: now, phase }]);
}

/** Stale means that nothing was done. Where some step has written already, the request has failed half-way instead. */
function goStale(request: Request, why: StaleReason, at: Instant): Decision {
  if (request.state === 'executing' && hasWritten(request)) {
    return answer([{ kind: 'failed', at, failure: staleFailure(why) }]);
  }
  if (request.state !== 'approved' && request.state !== 'executing') return outOfStep(request);
  return answer([{ kind: 'went-stale', at, why }]);
}

function write(
  request: ExecutingRequest,
  command: Extract<StepCommand, { kind: 'send' | 'defer' | 'follow' }>,
  now: Instant,
): Decision {
  const { phase } = request;
  const isOnItsWay = phase.kind === 'sending' || phase.kind === 'following';
  if (!isOnItsWay && phase.kind !== 'ready') return outOfStep(request);
  switch (command.kind) {
    case 'send':
      if (phase.kind === 'following') return outOfStep(request);
      return moved({ kind: 'sending', since: now });
    case 'defer':
      return moved({ kind: 'ready', notBefore: within(command.notBefore, now), because: command.because });
    case 'follow': {
      const { url } = command;
      return moved({ kind: 'following', url, since: now, nextLookAt: within(command.nextLookAt, now) });
    }
  }
}

function within(at: Instant, now: Instant): Instant {
  return Math.min(at, now + furthestMs);
}

function holdAnew(request: ExecutingRequest, now: Instant): Decision {
  const { phase } = request;
  if (phase.kind !== 'holding') return outOfStep(request);
  return moved({ kind: 'holding', since: now, until: now + (phase.until - phase.since) });
}

function moved(phase: Phase): Decision {
  return answer([{ kind: 'moved', phase }]);
}

function outOfStep({ id, state }: Request): Decision {
  return refuse({ code: 'out-of-step', id, state });
}
