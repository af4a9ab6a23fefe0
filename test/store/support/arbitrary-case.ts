import fc from 'fast-check';
import {
  byHandReasons,
  type Case,
  type CaseFacts,
  type CaseFile,
  type CasePreflight,
  type Closing,
  evidenceKinds,
  openReasons,
  type StepRecord,
  type Submission,
  type Ticket,
  type TicketText,
} from '../../../src/domain/validation/case/case.ts';
import { type CaseStep, caseSteps } from '../../../src/domain/validation/case/steps.ts';
import type { CaseView } from '../../../src/domain/validation/case/view.ts';
import { addressFamily, prefixState, text, time } from './arbitrary-circuit.ts';
import { target } from './arbitrary-intent.ts';

const [few, small] = [{ maxLength: 2 }, fc.nat({ max: 3 })];
const isTrue = fc.constant(true as const);

export const caseStep = fc.constantFrom(...caseSteps);
export const byHandReason = fc.constantFrom(...byHandReasons);
const approvals = fc.array(fc.record({ by: text, at: time }), few);
const prefix = fc.record(
  {
    prefix: text,
    family: addressFamily,
    state: prefixState,
    isSettled: isTrue,
  },
  { requiredKeys: ['prefix', 'family'] },
);
const settings = { peerAsn: fc.nat(), customerAsn: fc.nat(), routingRegistry: text };

export const caseFacts: fc.Arbitrary<CaseFacts> = fc.record(
  { ...settings, prefixes: fc.array(prefix, few) },
  { requiredKeys: ['prefixes'] },
);

const begun = { startedAt: time, since: time, remindedAt: time, assignee: text, round: small, approvals };
const always = ['startedAt', 'since', 'round', 'approvals'] as const;
const work = { doneBy: text, note: text };

/** One of each, here and below: one added to the domain does not compile until it is here. */
const records: { readonly [S in StepRecord['state']]: fc.Arbitrary<StepRecord & { readonly state: S }> } = {
  waiting: fc.record(
    { state: fc.constant('waiting'), assignee: text, round: small },
    { requiredKeys: ['state', 'round'] },
  ),
  open: fc.record(
    {
      state: fc.constant('open'),
      ...begun,
      sentBack: fc.record({ by: text, at: time, reason: text }, { requiredKeys: ['at', 'reason'] }),
    },
    { requiredKeys: ['state', ...always] },
  ),
  review: fc.record(
    { state: fc.constant('review'), ...begun, ...work },
    { requiredKeys: ['state', ...always] },
  ),
  done: fc.record(
    { state: fc.constant('done'), startedAt: time, doneAt: time, approvals, round: small, ...work },
    { requiredKeys: ['state', 'startedAt', 'doneAt', 'approvals', 'round'] },
  ),
  skipped: fc.record({ state: fc.constant('skipped'), round: small }),
};
const record = fc.oneof(...Object.values(records));
const steps = fc.record<{ readonly [S in CaseStep]: StepRecord }>({
  prefixes: record,
  registries: record,
  evidence: record,
  'ticket-text': record,
  submission: record,
  answers: record,
  configured: record,
});

const evidenceKind = fc.constantFrom(...evidenceKinds);
export const caseFile: fc.Arbitrary<CaseFile> = fc.record(
  {
    id: text,
    name: text,
    kind: evidenceKind,
    bytes: fc.nat(),
    sha256: text,
    at: time,
    by: text,
    isRemoved: isTrue,
  },
  { requiredKeys: ['id', 'name', 'kind', 'bytes', 'sha256', 'at'] },
);

export const casePreflight: fc.Arbitrary<CasePreflight> = fc.record({
  at: time,
  fileId: text,
  verdicts: fc.array(fc.record({ prefix: text, verdict: text, reason: text }), few),
  silent: fc.array(text, few),
});

export const ticketText: fc.Arbitrary<TicketText> = fc.record(
  { title: text, body: text, at: time, author: text },
  { requiredKeys: ['title', 'body', 'at'] },
);

const phases: { readonly [P in Submission['phase']]: fc.Arbitrary<Submission & { readonly phase: P }> } = {
  checking: fc.record({ phase: fc.constant('checking'), notBefore: time }),
  uploading: fc.record({ phase: fc.constant('uploading'), notBefore: time }),
  creating: fc.record(
    { phase: fc.constant('creating'), notBefore: time, workspace: text },
    { requiredKeys: ['phase', 'notBefore'] },
  ),
  numbering: fc.record({ phase: fc.constant('numbering'), notBefore: time, since: time }),
  'by-hand': fc.record(
    { phase: fc.constant('by-hand'), since: time, why: byHandReason, detail: text },
    { requiredKeys: ['phase', 'since', 'why'] },
  ),
  submitted: fc.record({ phase: fc.constant('submitted') }),
};

const from = fc.constantFrom('microsoft', 'us');
const how = fc.constantFrom('api', 'by-hand');
const ticket: fc.Arbitrary<Ticket> = fc.record(
  {
    name: text,
    number: text,
    how,
    at: time,
    by: text,
    status: text,
    seen: fc.array(text, few),
    messages: fc.array(
      fc.record(
        {
          id: text,
          from,
          at: time,
          by: text,
          body: text,
          delivery: fc.constantFrom('owed', 'sent', 'by-hand'),
        },
        { requiredKeys: ['id', 'from', 'at', 'body'] },
      ),
      few,
    ),
  },
  { requiredKeys: ['number', 'how', 'at', 'status', 'seen', 'messages'] },
);

export const closing: fc.Arbitrary<Closing> = fc.record(
  {
    at: time,
    why: fc.constantFrom('configured', 'withdrawn', 'by-hand'),
    by: text,
    reason: text,
    filesRemoved: isTrue,
  },
  { requiredKeys: ['at', 'why'] },
);

const shown = {
  id: fc.constantFrom('c1', 'c2'),
  circuit: target,
  opened: fc.record(
    { at: time, by: text, why: fc.constantFrom(...openReasons) },
    { requiredKeys: ['at', 'why'] },
  ),
  steps,
  closed: closing,
};
const shownAlways = ['id', 'circuit', 'opened', 'steps', 'facts', 'files'] as const;

export const validationCase: fc.Arbitrary<Case> = fc.record(
  {
    ...shown,
    // Few, so that one often follows the other.
    revision: fc.integer({ min: 1, max: 3 }),
    channelId: text,
    facts: caseFacts,
    files: fc.array(caseFile, few),
    preflight: casePreflight,
    text: ticketText,
    submission: fc.oneof(...Object.values(phases)),
    ticket,
  },
  { requiredKeys: [...shownAlways, 'revision', 'channelId'] },
);

export const caseView: fc.Arbitrary<CaseView> = fc.record(
  {
    ...shown,
    facts: fc.record(
      { ...settings, prefixes: fc.array(prefix, few), omitted: small, settled: small, total: small },
      { requiredKeys: ['prefixes', 'omitted', 'settled', 'total'] },
    ),
    files: fc.array(fc.record({ name: text, kind: evidenceKind }), few),
    verdicts: fc.record({
      at: time,
      counts: fc.dictionary(fc.constantFrom('sign', 'manual ticket'), small),
      silent: fc.array(text, few),
    }),
    textBy: text,
    submission: fc.record(
      {
        phase: fc.constantFrom('checking', 'uploading', 'creating', 'numbering', 'by-hand', 'submitted'),
        why: text,
        detail: text,
      },
      { requiredKeys: ['phase'] },
    ),
    ticket: fc.record(
      { number: text, how, status: text, isMirrored: fc.boolean(), lastFrom: from, lastAt: time },
      { requiredKeys: ['number', 'how', 'status', 'isMirrored'] },
    ),
  },
  { requiredKeys: [...shownAlways] },
);
