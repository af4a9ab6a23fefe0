import { isEqual } from '../../domain/equality.ts';
import type { Instant } from '../../domain/instant.ts';
import { type ByHandReason, type Case, isOpen, type Submission } from '../../domain/validation/case/case.ts';
import type { CaseEvent } from '../../domain/validation/case/event.ts';
import { submittedEvents } from '../../domain/validation/case/with-microsoft.ts';
import { AzureFault } from '../ports.ts';
import { checkSubmission } from './check-submission.ts';
import { createTicket, ticketName } from './create-ticket.ts';
import { moveLatest } from './move-case.ts';
import type { CaseRunDeps } from './run-deps.ts';
import { uploadFiles } from './upload-files.ts';

/** One phase of handing a case to Microsoft. What it found is written down only while the case is in that phase. */
export async function submitTicket(deps: CaseRunDeps, it: Case): Promise<Instant | undefined> {
  const { submission } = it;
  if (!submission || submission.phase === 'by-hand' || submission.phase === 'submitted') return undefined;
  const found = await goOn(deps, it, submission).catch((fault: unknown) =>
    afterFault(deps, submission, fault),
  );
  if ('again' in found) return found.again;
  const at = deps.now();
  await moveLatest(deps, it.id, (latest) => (isSame(latest, submission) ? found.events(latest, at) : []), at);
  return undefined;
}

/** Somebody may have closed it meanwhile, or sent it back and had it approved again. */
function isSame(latest: Case, submission: Submission): boolean {
  return isOpen(latest) && isEqual(latest.submission, submission);
}

/** `again`: nothing is known yet; look again then. */
export type Found =
  | { readonly events: (latest: Case, at: Instant) => readonly CaseEvent[] }
  | { readonly again: Instant };

function goOn(deps: CaseRunDeps, it: Case, submission: Submission): Promise<Found> {
  switch (submission.phase) {
    case 'uploading':
      return uploadFiles(deps, it);
    case 'creating':
      return createTicket(deps, it, submission.workspace);
    case 'numbering':
      return readNumber(deps, it, submission.since);
    default:
      return checkSubmission(deps, it);
  }
}

/** A ticket that Microsoft still has not numbered by then is looked after by a person. */
const numberPatienceMs = 3_600_000;
const numberLookMs = 15_000;

/**
 * A ticket that is not there by then was not made: Microsoft told that in an operation that a restart forgot. Asked for
 * again by its name, it is made, or refused once more.
 */
const arrivalPatienceMs = 300_000;

function askAgain({ files }: Case): Found {
  const phase = files.some(({ isRemoved }) => !isRemoved) ? 'uploading' : 'creating';
  return {
    events: (_, at) => [{ kind: 'submission-moved', at, submission: { phase, notBefore: at } }],
  };
}

async function readNumber(deps: CaseRunDeps, it: Case, since: Instant): Promise<Found> {
  const name = ticketName(it);
  const ticket = await deps.support.ticket(it.circuit.subscriptionId, name);
  if (ticket?.ticketId) {
    const { ticketId: number, status } = ticket;
    return { events: (_, at) => submittedEvents({ number, name, how: 'api', status }, at) };
  }
  const now = deps.now();
  const isAskedLong = !ticket && now - approvedAt(it) > numberPatienceMs;
  const isLate = now - since > arrivalPatienceMs;
  if (now - since > numberPatienceMs || (isLate && isAskedLong)) return byHand('no-number');
  if (!ticket && isLate) return askAgain(it);
  return { again: deps.now() + numberLookMs };
}

/** Since when it has been asked for, however often. */
function approvedAt({ steps: { submission } }: Case): Instant {
  if (!('approvals' in submission)) return 0;
  return submission.approvals.at(-1)?.at ?? submission.startedAt;
}

export function byHand(why: ByHandReason, detail?: string): Found {
  const more = detail === undefined ? {} : { detail };
  return { events: (_, at) => [{ kind: 'to-be-submitted-by-hand', at, why, ...more }] };
}

/** Recorded in public reports: the ticket is taken on, and its operation then ends so. */
const lowPlan = 'InvalidSupportPlan';

/** What Microsoft refuses, it refuses again: a person takes over. */
function afterFault(deps: CaseRunDeps, { phase }: Submission, fault: unknown): Found {
  if (!(fault instanceof AzureFault)) throw fault;
  if (phase !== 'checking') {
    if (fault.kind === 'forbidden' || fault.failure?.code === lowPlan) {
      return byHand('not-allowed', fault.failure?.code);
    }
    if (fault.kind === 'refused') return byHand('refused', fault.failure?.message ?? fault.message);
  }
  deps.log.warn({ err: fault }, 'a support ticket could not be moved on');
  return { again: deps.now() + (fault.retryAfterMs ?? retryMs) };
}

const retryMs = 30_000;
