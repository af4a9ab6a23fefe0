import { ownFailure } from '../../domain/approval/failure.ts';
import type { Failure } from '../../domain/approval/request.ts';
import type { ExecutingRequest } from '../../domain/approval/step-phase.ts';
import { settleMs } from '../../domain/approval/turn.ts';
import type { WriteStep } from '../../domain/operation/step.ts';
import { AzureFault, type Sent } from '../ports.ts';
import { type Again, finishStep, type RunDeps, take, writeOf } from './run-deps.ts';

/** How long a circuit may be locked by somebody else's operation, or Azure not answer, before the request fails. */
const patienceMs = 3_600_000;
const pauseMs = 30_000;
/** How often a write may be overtaken by another change, or vanish without effect, before the request fails. */
const mostTries = 5;

/** Sends the step that has been written down as on its way. */
export async function sendStep(deps: RunDeps, request: ExecutingRequest): Promise<Again> {
  const step = writeOf(request);
  let sent: Sent;
  try {
    sent = await deps.azure.send(request.intent.target, step);
  } catch (fault) {
    if (!(fault instanceof AzureFault)) throw fault;
    return afterFault(deps, request, step, fault);
  }
  if (sent.kind === 'done') return finishStep(deps, request);
  return followFrom(deps, request, sent.url, sent.retryAfterMs);
}

export async function followFrom(
  deps: RunDeps,
  request: ExecutingRequest,
  url: string | undefined,
  lookInMs: number,
): Promise<Again> {
  await take(deps, request, { kind: 'follow', url, nextLookAt: deps.now() + lookInMs });
  return undefined;
}

/** What is known after a fault: refused, to be sent later, or to be looked for. */
async function afterFault(
  deps: RunDeps,
  request: ExecutingRequest,
  step: WriteStep,
  fault: AzureFault,
): Promise<Again> {
  const { kind, retryAfterMs } = fault;
  deps.log.warn(
    { request: request.id, step: step.kind, kind, reason: fault.message },
    'a write was not taken',
  );
  const notBefore = deps.now() + (retryAfterMs ?? pauseMs);
  switch (kind) {
    case 'locked':
      return waitForLock(deps, request, notBefore);
    case 'throttled':
      return defer(deps, request, notBefore, 'throttled');
    case 'unreachable':
    case 'unavailable':
    case 'unreadable':
      return waitForAnswer(deps, request, fault);
    case 'changed':
      return tryAgain(deps, request, changedTooOften);
    case 'not-found':
      return isRemoval(step) ? finishStep(deps, request) : failStep(deps, request, failureOf(fault));
    default:
      return failStep(deps, request, failureOf(fault));
  }
}

/** Another operation is under way there: it is waited for, within reason. */
export async function waitForLock(deps: RunDeps, request: ExecutingRequest, until: number): Promise<Again> {
  const { lastsMs } = deps.memory.note('locked', request, deps.now());
  if (lastsMs > patienceMs) return failStep(deps, request, lockedTooLong);
  const { phase } = request;
  if (phase.kind === 'ready' && phase.because === 'locked') return until;
  return defer(deps, request, until, 'locked');
}

/** It may have arrived or not: that is looked at before it is sent again, within reason. */
async function waitForAnswer(deps: RunDeps, request: ExecutingRequest, fault: AzureFault): Promise<Again> {
  const { lastsMs, times } = deps.memory.note('unanswered', request, deps.now());
  if (lastsMs > patienceMs && times > mostTries) return failStep(deps, request, fault.failure ?? noAnswer);
  return defer(deps, request, deps.now() + Math.max(fault.retryAfterMs ?? 0, settleMs), 'unreachable');
}

/** The write had no effect: it is looked at and sent again, a few times. */
export async function tryAgain(deps: RunDeps, request: ExecutingRequest, failure: Failure): Promise<Again> {
  const { times } = deps.memory.note('no-effect', request, deps.now());
  return times > mostTries ? failStep(deps, request, failure) : defer(deps, request, deps.now());
}

export async function failStep(deps: RunDeps, request: ExecutingRequest, failure: Failure): Promise<Again> {
  await take(deps, request, { kind: 'fail', failure });
  deps.pollSoon?.();
  return undefined;
}

async function defer(
  deps: RunDeps,
  request: ExecutingRequest,
  notBefore: number,
  because?: 'locked' | 'throttled' | 'unreachable',
): Promise<Again> {
  await take(deps, request, { kind: 'defer', notBefore, because });
  return undefined;
}

function isRemoval({ kind }: WriteStep): boolean {
  return kind.startsWith('delete-');
}

function failureOf({ kind, message, failure }: AzureFault): Failure {
  return failure ?? { code: faultCodes[kind] ?? kind, message, details: [] };
}

/** Azure's own codes for what came without a body. */
const faultCodes: Readonly<Record<string, string>> = {
  unauthorized: 'Unauthorized',
  forbidden: 'AuthorizationFailed',
  'not-found': 'ResourceNotFound',
  refused: 'BadRequest',
};

const lockedTooLong = ownFailure('LockedTooLong', 'Another operation has held the circuit for an hour.');
const noAnswer = ownFailure('NoAnswer', 'Azure has not answered for an hour each time when this was sent.');
const changedTooOften = ownFailure(
  'ChangedTooOften',
  'Somebody else changed the circuit each time just before this was sent.',
);
