import type { Request } from '../../domain/approval/request.ts';
import type { ExecutingRequest } from '../../domain/approval/step-phase.ts';
import { type Again, type RunDeps, take } from './run-deps.ts';
import { sendStep } from './send-step.ts';
import { verifyRequest } from './verify-request.ts';

const pauseMs = 15_000;

/** Begins to carry out what was approved, if it still holds. A first write is sent with it. */
export async function startRequest(deps: RunDeps, request: Request): Promise<Again> {
  const verdict = await verifyRequest(deps, request);
  if (verdict.kind === 'stale') {
    await take(deps, request, { kind: 'go-stale', why: verdict.why });
    return undefined;
  }
  if (verdict.kind !== 'holds') return deps.now() + pauseMs;
  // It may have expired while Azure was read.
  if (deps.now() >= request.expiresAt) return undefined;
  const started = await take(deps, request, { kind: 'start' });
  return isExecuting(started) && started.phase.kind === 'sending' ? sendStep(deps, started) : undefined;
}

export function isExecuting(request: Request): request is ExecutingRequest {
  return request.state === 'executing';
}
