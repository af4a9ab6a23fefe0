import type { StaleReason } from '../../domain/approval/request.ts';
import type { ExecutingRequest } from '../../domain/approval/step-phase.ts';
import { type Again, finishStep, type RunDeps, take, writeOf } from './run-deps.ts';
import { failStep, followFrom, sendStep, waitForLock } from './send-step.ts';
import { isExecuting } from './start-request.ts';
import { verifyRequest } from './verify-request.ts';

/** How soon the resource itself is looked at again, where no operation URL is known. */
const lookAgainMs = 10_000;

/**
 * Goes on with a write that was put off, or of which nobody knows whether it arrived: first it is looked whether it is
 * done, then whether what was approved still holds, and only then is it sent.
 */
export async function resumeWrite(deps: RunDeps, request: ExecutingRequest): Promise<Again> {
  const stand = await deps.azure.stand(request.intent.target, writeOf(request));
  const isOurs = mayBeOurs(request);
  if (stand.kind === 'done') return finishStep(deps, request);
  if (stand.kind === 'under-way') {
    return isOurs
      ? followFrom(deps, request, undefined, lookAgainMs)
      : waitForLock(deps, request, deps.now() + lookAgainMs);
  }
  if (stand.kind === 'failed' && isOurs) return failStep(deps, request, stand.failure);
  return sendIfItHolds(deps, request, isOurs && stand.kind === 'unseen');
}

/** What Azure refused, for a lock or a quota, has certainly not arrived: an operation there is somebody else's. */
function mayBeOurs({ phase }: ExecutingRequest): boolean {
  return phase.kind === 'sending' || (phase.kind === 'ready' && phase.because === 'unreachable');
}

/** `mayHaveArrived`: the resource shows what is asked for, but for a key that Azure does not tell: it is sent again. */
async function sendIfItHolds(
  deps: RunDeps,
  request: ExecutingRequest,
  mayHaveArrived: boolean,
): Promise<Again> {
  const verdict = await verifyRequest(deps, request, mayHaveArrived);
  switch (verdict.kind) {
    case 'holds': {
      const sending = await take(deps, request, { kind: 'send' });
      return isExecuting(sending) ? sendStep(deps, sending) : undefined;
    }
    case 'busy':
      return waitForLock(deps, request, deps.now() + lookAgainMs);
    case 'unknown':
      return deps.now() + lookAgainMs;
    case 'stale':
      return giveUp(deps, request, verdict.why);
  }
}

/** What looks like somebody else's change may be our own write, showing late. */
async function giveUp(deps: RunDeps, request: ExecutingRequest, why: StaleReason): Promise<Again> {
  const stand = await deps.azure.stand(request.intent.target, writeOf(request));
  if (stand.kind === 'done' || stand.kind === 'under-way') return deps.now() + lookAgainMs;
  await take(deps, request, { kind: 'go-stale', why });
  return undefined;
}
