import { ownFailure } from '../../domain/approval/failure.ts';
import type { Phase } from '../../domain/approval/request.ts';
import type { ExecutingRequest } from '../../domain/approval/step-phase.ts';
import { AzureFault, type AzureFaultKind, type OperationLook } from '../ports.ts';
import { type Again, finishStep, type RunDeps, writeOf } from './run-deps.ts';
import { failStep, tryAgain } from './send-step.ts';

type Following = Extract<Phase, { kind: 'following' }>;

const lookAgainMs = 10_000;
/** What takes longer than ten minutes is looked at once a minute. */
const oftenMs = 10 * 60_000;
const lookSeldomMs = 60_000;
/** How long Azure may say that it is still at it: a resource can stay so for ever (facts/azure.md 5, oddity 4). */
const patienceMs = 86_400_000;
/** So many looks at least: a clock that is set forward lets a day pass at once. */
const leastLooks = 30;
/** How long a resource may still show its old self after Azure took a write, before that is believed. */
const lagMs = 60_000;

/** Looks how Azure gets on with what was sent. */
export async function followStep(deps: RunDeps, request: ExecutingRequest, phase: Following): Promise<Again> {
  const look = phase.url === undefined ? forgotten : await lookAt(deps, phase.url);
  switch (look.kind) {
    case 'running':
      if (await isTestRunning(deps, request)) return finishStep(deps, request);
      return goOnWaiting(deps, request, phase, look.retryAfterMs);
    case 'succeeded':
      return finishStep(deps, request);
    case 'failed':
      return failStep(deps, request, look.failure);
    case 'forgotten':
      return lookAtResource(deps, request, phase);
  }
}

/**
 * No source says whether the operation that starts a failover test ends with the start or with the test. The test has to
 * be stopped in time in either case, so its time begins when it runs.
 */
async function isTestRunning({ azure }: RunDeps, request: ExecutingRequest): Promise<boolean> {
  const step = writeOf(request);
  if (step.kind !== 'start-failover-test') return false;
  return (await azure.stand(request.intent.target, step)).kind === 'done';
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
async function lookAtResource(deps: RunDeps, request: ExecutingRequest, phase: Following): Promise<Again> {
  const { since } = phase;
  const stand = await deps.azure.stand(request.intent.target, writeOf(request));
  switch (stand.kind) {
    case 'done':
      return finishStep(deps, request);
    case 'failed':
      return failStep(deps, request, stand.failure);
    case 'under-way':
      return goOnWaiting(
        deps,
        request,
        phase,
        isWithin(oftenMs, since, deps.now()) ? lookAgainMs : lookSeldomMs,
      );
    case 'unseen':
      return isWithin(lagMs, since, deps.now()) ? deps.now() + lookAgainMs : finishStep(deps, request);
    case 'undone':
      if (isWithin(lagMs, since, deps.now())) return deps.now() + lookAgainMs;
      return tryAgain(deps, request, noEffect);
  }
}

/** One circuit must not be held up for ever: the request ends, whatever becomes of the operation. */
async function goOnWaiting(
  deps: RunDeps,
  request: ExecutingRequest,
  { since }: Following,
  lookInMs: number,
): Promise<Again> {
  const now = deps.now();
  const { times } = deps.memory.note('endless', request, now);
  return now - since > patienceMs && times > leastLooks ? failStep(deps, request, noEnd) : now + lookInMs;
}

function isWithin(ms: number, since: number, now: number): boolean {
  return now >= since && now - since < ms;
}

const noEnd = ownFailure('NoEnd', 'Azure has been at it for a day and has not told how it ended.');
const noEffect = ownFailure('NoEffect', 'Azure took the change several times and it had no effect.');
