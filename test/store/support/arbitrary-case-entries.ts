import fc from 'fast-check';
import type { CaseEntriesNotice } from '../../../src/domain/alert/notice.ts';
import type { CaseEntry } from '../../../src/domain/validation/case/event.ts';
import {
  byHandReason,
  caseFacts,
  caseFile,
  casePreflight,
  caseStep,
  closing,
  ticketText,
} from './arbitrary-case.ts';
import { text, time } from './arbitrary-circuit.ts';
import { target } from './arbitrary-intent.ts';

type Kind = CaseEntry['kind'];

const how = fc.constantFrom('api', 'by-hand');
const from = fc.constantFrom('microsoft', 'us');
const nothing = fc.constant({});
const step = caseStep;
const ofStep = fc.record({ step });
const withNote = fc.record({ step, by: text, note: text }, { requiredKeys: ['step'] });

function entry<const K extends Kind, F extends object>(kind: K, fields: fc.Arbitrary<F>) {
  return fc.tuple(time, fields).map(([at, said]) => ({ ...said, kind, at }));
}

/** One of each kind; one added to the domain does not compile until it is here. */
const entries: { readonly [K in Kind]: fc.Arbitrary<CaseEntry & { readonly kind: K }> } = {
  'step-begun': entry('step-begun', ofStep),
  'review-asked': entry('review-asked', withNote),
  approved: entry('approved', fc.record({ step, by: text, missing: fc.nat() })),
  'step-done': entry('step-done', withNote),
  'sent-back': entry(
    'sent-back',
    fc.record({ step, by: text, reason: text }, { requiredKeys: ['step', 'reason'] }),
  ),
  assigned: entry('assigned', fc.record({ step, by: text, to: text })),
  reminded: entry('reminded', ofStep),
  'step-expired': entry('step-expired', ofStep),
  commented: entry('commented', fc.record({ by: text, text })),
  'file-added': entry('file-added', fc.record({ file: caseFile })),
  'file-removed': entry('file-removed', fc.record({ fileId: text, name: text, by: text })),
  'preflight-attached': entry('preflight-attached', fc.record({ preflight: casePreflight, file: caseFile })),
  'text-written': entry('text-written', fc.record({ text: ticketText })),
  'unlike-ticket': entry('unlike-ticket', fc.record({ changes: fc.array(text, { maxLength: 2 }) })),
  'facts-read': entry(
    'facts-read',
    fc.record({ facts: caseFacts, settled: fc.array(text, { maxLength: 2 }) }),
  ),
  'files-left-out': entry('files-left-out', fc.record({ why: text })),
  'to-be-submitted-by-hand': entry(
    'to-be-submitted-by-hand',
    fc.record({ why: byHandReason, detail: text }, { requiredKeys: ['why'] }),
  ),
  submitted: entry(
    'submitted',
    fc.record(
      { number: text, name: text, how, by: text, status: text },
      { requiredKeys: ['number', 'how', 'status'] },
    ),
  ),
  'ticket-found': entry('ticket-found', fc.record({ name: text })),
  'status-changed': entry(
    'status-changed',
    fc.record({ status: text, by: text }, { requiredKeys: ['status'] }),
  ),
  answered: entry(
    'answered',
    fc.record(
      { id: text, from, body: text, sender: text, by: text },
      { requiredKeys: ['id', 'from', 'body'] },
    ),
  ),
  replied: entry(
    'replied',
    fc.record({ id: text, by: text, body: text, delivery: fc.constantFrom('owed', 'by-hand') }),
  ),
  'reply-sent': entry('reply-sent', fc.record({ id: text })),
  'reply-refused': entry('reply-refused', fc.record({ id: text, why: text })),
  'step-skipped': entry('step-skipped', ofStep),
  closed: entry('closed', fc.record({ closing })),
  'files-removed': entry('files-removed', nothing),
};

export const caseEntries: fc.Arbitrary<CaseEntriesNotice> = fc.record(
  {
    kind: fc.constant('case-entries' as const),
    caseId: text,
    circuit: target,
    entries: fc.array(fc.oneof(...Object.values(entries)), { maxLength: 3 }),
    assignee: text,
  },
  { requiredKeys: ['kind', 'caseId', 'circuit', 'entries'] },
);
