import type { Instant } from '../../instant.ts';
import type { Case, StepRecord } from './case.ts';
import { begun } from './current-step.ts';
import type { CaseEvent, CaseEventOf } from './event.ts';
import { caseSteps } from './steps.ts';

type Steps = Case['steps'];

/** The steps after one event; the very same object when it does not concern them. */
export function evolveStep(steps: Steps, event: CaseEvent): Steps {
  switch (event.kind) {
    case 'step-begun':
      return { ...steps, [event.step]: open(steps[event.step], event.at) };
    case 'review-asked':
      return { ...steps, [event.step]: inReview(steps[event.step], event) };
    case 'approved':
      return { ...steps, [event.step]: withApproval(steps[event.step], event) };
    case 'step-done':
      return { ...steps, [event.step]: done(steps[event.step], event) };
    case 'step-skipped':
      return { ...steps, [event.step]: { state: 'skipped', round: steps[event.step].round } };
    case 'sent-back':
      return sentBack(steps, event);
    case 'assigned':
      return { ...steps, [event.step]: { ...steps[event.step], assignee: event.to } };
    case 'reminded':
      return { ...steps, [event.step]: { ...steps[event.step], remindedAt: event.at } };
    case 'step-expired':
      return { ...steps, [event.step]: open(steps[event.step], event.at) };
    default:
      return steps;
  }
}

/** Approvals are void; whoever it was given to keeps it only when it begins. */
function open(record: StepRecord, at: Instant): StepRecord {
  const assignee = record.state === 'waiting' ? record.assignee : undefined;
  return {
    state: 'open',
    startedAt: begun(record)?.startedAt ?? at,
    since: at,
    ...(assignee === undefined ? {} : { assignee }),
    round: record.round,
    approvals: [],
  };
}

function inReview(record: StepRecord, { at, by, note }: CaseEventOf<'review-asked'>): StepRecord {
  return {
    state: 'review',
    startedAt: begun(record)?.startedAt ?? at,
    since: at,
    round: record.round + 1,
    approvals: [],
    ...(by === undefined ? {} : { doneBy: by }),
    ...(note === undefined ? {} : { note }),
  };
}

function withApproval(record: StepRecord, { by, at }: CaseEventOf<'approved'>): StepRecord {
  return record.state === 'review' ? { ...record, approvals: [...record.approvals, { by, at }] } : record;
}

function done(record: StepRecord, { at, by, note }: CaseEventOf<'step-done'>): StepRecord {
  const now = begun(record);
  return {
    state: 'done',
    startedAt: now?.startedAt ?? at,
    doneAt: at,
    approvals: now?.approvals ?? [],
    round: record.round,
    ...(by === undefined ? {} : { doneBy: by }),
    ...(note === undefined ? {} : { note }),
  };
}

/** What came after the step waits again. Rounds go on through everything, so that no button of an earlier one fits again. */
function sentBack(steps: Steps, { step, by, at, reason }: CaseEventOf<'sent-back'>): Steps {
  const from = caseSteps.indexOf(step);
  const later = caseSteps.slice(from + 1).map((one) => [one, waiting(steps[one])] as const);
  const record: StepRecord = {
    state: 'open',
    startedAt: startOf(steps[step]) ?? at,
    since: at,
    round: steps[step].round,
    approvals: [],
    sentBack: { at, reason, ...(by === undefined ? {} : { by }) },
  };
  return { ...steps, ...Object.fromEntries(later), [step]: record };
}

function waiting(record: StepRecord): StepRecord {
  return { state: 'waiting', round: record.round };
}

function startOf(record: StepRecord): Instant | undefined {
  return 'startedAt' in record ? record.startedAt : undefined;
}

/** A new case's: the first is begun. */
export function firstSteps(at: Instant): Steps {
  const rest = { state: 'waiting', round: 0 } as const;
  return {
    prefixes: open(rest, at),
    registries: rest,
    evidence: rest,
    'ticket-text': rest,
    submission: rest,
    answers: rest,
    configured: rest,
  };
}
