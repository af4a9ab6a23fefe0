import type { Request } from '../../domain/approval/request.ts';
import { AzureFault } from '../ports.ts';
import { StoreConflict } from '../store.ts';
import { followStep } from './follow-step.ts';
import { resumeWrite } from './resume-write.ts';
import type { Again, RunDeps } from './run-deps.ts';
import { isExecuting, startRequest } from './start-request.ts';
import { awaitProvider, holdOn } from './wait-step.ts';

const pauseMs = 15_000;

/**
 * One step of progress with a request that has its turn. All that it needs to know is in the store, so it can go on from
 * wherever a crash left it. Throws StoreFault and bugs; what Azure cannot tell now is asked again later.
 */
export async function advanceRequest(deps: RunDeps, request: Request): Promise<Again> {
  try {
    return await goOn(deps, request);
  } catch (fault) {
    if (fault instanceof StoreConflict) return undefined;
    if (!(fault instanceof AzureFault)) throw fault;
    const { kind, message: reason } = fault;
    deps.log.warn({ request: request.id, kind, reason }, 'a request waits for Azure to answer');
    return deps.now() + (fault.retryAfterMs ?? pauseMs);
  }
}

async function goOn(deps: RunDeps, request: Request): Promise<Again> {
  if (request.state === 'approved') return startRequest(deps, request);
  if (!isExecuting(request)) return undefined;
  const { phase } = request;
  switch (phase.kind) {
    case 'ready':
    case 'sending':
      return resumeWrite(deps, request);
    case 'following':
      return followStep(deps, request, phase);
    case 'waiting-for-provider':
      return awaitProvider(deps, request);
    case 'holding':
      return holdOn(deps, request, phase);
  }
}
