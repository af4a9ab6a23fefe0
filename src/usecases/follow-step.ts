import { ownFailure } from '../domain/approval/failure.ts';
import type { Phase } from '../domain/approval/request.ts';
import type { ExecutingRequest } from '../domain/approval/step-phase.ts';
import { AzureFault, type AzureFaultKind, type OperationLook } from './ports.ts';
import { type Again, finishStep, type RunDeps, writeOf } from './run-deps.ts';
import { failStep, tryAgain } from './send-step.ts';

type Following = Extract<Phase, { kind: 'following' }>;

const lookAgainMs = 10_000;
/** How long a resource may still show its old self after Azure took a write, before that is believed. */
const lagMs = 60_000;

/** Looks how Azure gets on with what was sent. */
export async function followStep(deps: RunDeps, request: ExecutingRequest, phase: Following): Promise<Again> {
  const look = phase.url === undefined ? forgotten : await lookAt(deps, phase.url);
  switch (look.kind) {
    case 'running':
      return deps.now() + look.retryAfterMs;
    case 'succeeded':
      return finishStep(deps, request);
    case 'failed':
      return failStep(deps, request, look.failure);
    case 'forgotten':
      return lookAtResource(deps, request, phase);
  }
}

/** A URL that is refused is as good as forgotten: its signature may have expired. */
async function lookAt({ azure }: RunDeps, url: string): Promise<OperationLook> {
  try {
    return await azure.follow(url);
  } catch (fault) {
    if (fault instanceof AzureFault && refusals.includes(fault.kind)) return forgotten;
    throw fault;
  }
}

const forgotten: OperationLook = { kind: 'forgotten' };
const refusals: readonly AzureFaultKind[] = ['refused', 'forbidden', 'not-found'];

/** The operation cannot be asked after: the resource itself tells. */
async function lookAtResource(
  deps: RunDeps,
  request: ExecutingRequest,
  { since }: Following,
): Promise<Again> {
  const stand = await deps.azure.stand(request.intent.target, writeOf(request));
  switch (stand.kind) {
    case 'done':
      return finishStep(deps, request);
    case 'failed':
      return failStep(deps, request, stand.failure);
    case 'under-way':
      return deps.now() + lookAgainMs;
    case 'unseen':
      return isWithin(lagMs, since, deps.now()) ? deps.now() + lookAgainMs : finishStep(deps, request);
    case 'undone':
      if (isWithin(lagMs, since, deps.now())) return deps.now() + lookAgainMs;
      return tryAgain(deps, request, noEffect);
  }
}

function isWithin(ms: number, since: number, now: number): boolean {
  return now >= since && now - since < ms;
}

const noEffect = ownFailure('NoEffect', 'Azure took the change several times and it had no effect.');
