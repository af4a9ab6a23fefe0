import { byHandReasons, evidenceKinds } from '../../src/domain/validation/case/case.ts';
import { textLimits } from '../../src/domain/validation/case/command.ts';
import type { CaseEntry } from '../../src/domain/validation/case/event.ts';
import { caseSteps } from '../../src/domain/validation/case/steps.ts';
import { aCaseFacts, aCaseFile, aSettled } from './a-case.ts';
import { t0 } from './a-circuit.ts';
import { adam, ana, omar } from './a-request.ts';

type EntriesOf = { readonly [K in CaseEntry['kind']]: readonly Extract<CaseEntry, { readonly kind: K }>[] };

const at = t0;

/** As long as its form takes it, when the cast's text is meant to be long; what people type is never blank. */
export function longest(text: string, limit: number): string {
  const some = text.trim() === '' ? 'None.' : text;
  return (some.length < 500 ? some : some.repeat(Math.ceil(limit / some.length))).slice(0, limit);
}

/** Every entry of a case's thread with every value that it can have; a kind that is forgotten does not compile. */
export function caseEntriesOf(text: string): EntriesOf {
  const note = longest(text, textLimits.note);
  const reason = longest(text, textLimits.reason);
  const body = longest(text, textLimits.body);
  const each = <E>(make: (step: (typeof caseSteps)[number]) => E) => caseSteps.map(make);
  return {
    'step-begun': each((step) => ({ kind: 'step-begun', at, step })),
    'review-asked': caseSteps.flatMap((step) => [
      { kind: 'review-asked', at, step, by: omar, note },
      { kind: 'review-asked', at, step },
    ]),
    approved: [0, 1].map((missing) => ({ kind: 'approved', at, step: 'evidence', by: ana, missing })),
    'step-done': each((step) => ({ kind: 'step-done', at, step, by: omar, note })),
    'sent-back': [
      { kind: 'sent-back', at, step: 'evidence', by: ana, reason },
      { kind: 'sent-back', at, step: 'prefixes', reason },
    ],
    assigned: [{ kind: 'assigned', at, step: 'evidence', by: ana, to: adam }],
    reminded: each((step) => ({ kind: 'reminded', at, step })),
    'step-expired': each((step) => ({ kind: 'step-expired', at, step })),
    commented: [{ kind: 'commented', at, by: omar, text: longest(text, textLimits.comment) }],
    'file-added': evidenceKinds.flatMap((kind, index) => {
      const file = aCaseFile({ kind, name: `${longest(text, 96)}.pdf`, bytes: index === 0 ? 1 : 5_242_880 });
      return { kind: 'file-added', at, file };
    }),
    'file-removed': [{ kind: 'file-removed', at, fileId: 'f-1', name: `${longest(text, 96)}.pdf`, by: omar }],
    'preflight-attached': [0, 1, 400].map((count) => preflightEntry(text, count)),
    'text-written': [
      { kind: 'text-written', at, text: { title: longest(text, textLimits.title), body, at } },
      { kind: 'text-written', at, text: { title: 'Proof of ownership', body, at, author: omar } },
    ],
    'unlike-ticket': [{ kind: 'unlike-ticket', at, changes: ['203.0.113.0/24 is advertised now', text] }],
    'facts-read': [1, 400].map((count) => settledEntry(count)),
    'files-left-out': [{ kind: 'files-left-out', at, why: text || 'The file is too large.' }],
    'to-be-submitted-by-hand': byHandReasons.flatMap((why) => [
      { kind: 'to-be-submitted-by-hand', at, why },
      { kind: 'to-be-submitted-by-hand', at, why, detail: text },
    ]),
    submitted: [
      { kind: 'submitted', at, number: '2603020030001234', how: 'api', status: 'Open' },
      { kind: 'submitted', at, number: '2603020030001234', how: 'by-hand', by: omar, status: 'Open' },
    ],
    'ticket-found': [{ kind: 'ticket-found', at, name: text }],
    'status-changed': [
      { kind: 'status-changed', at, status: 'Closed' },
      { kind: 'status-changed', at, status: text, by: omar },
    ],
    answered: [
      // What Microsoft writes has no limit of ours.
      { kind: 'answered', at, id: 'a-1', from: 'microsoft', body: longest(text, 20_000), sender: text },
      { kind: 'answered', at, id: 'a-2', from: 'microsoft', body, by: omar },
      { kind: 'answered', at, id: 'a-3', from: 'us', body, sender: text },
      { kind: 'answered', at, id: 'a-4', from: 'us', body },
    ],
    replied: [
      { kind: 'replied', at, id: 'r-1', by: omar, body, delivery: 'owed' },
      { kind: 'replied', at, id: 'r-1', by: omar, body, delivery: 'by-hand' },
    ],
    'reply-sent': [{ kind: 'reply-sent', at, id: 'r-1' }],
    'reply-refused': [{ kind: 'reply-refused', at, id: 'r-1', why: text || 'The ticket is closed.' }],
    'step-skipped': each((step) => ({ kind: 'step-skipped', at, step })),
    closed: [
      { kind: 'closed', at, closing: { at, why: 'configured' } },
      { kind: 'closed', at, closing: { at, why: 'withdrawn' } },
      { kind: 'closed', at, closing: { at, why: 'by-hand', by: omar, reason } },
    ],
    'files-removed': [{ kind: 'files-removed', at }],
  };
}

function preflightEntry(text: string, count: number) {
  const verdicts = Array.from({ length: count }, (_, index) => ({
    prefix: `203.0.${index % 256}.0/24`,
    verdict: 'manual ticket',
    reason: text || 'The holder is Example Leasing.',
  }));
  const silent = count === 0 ? [] : [text || 'whois.radb.net', 'RPKI'];
  const file = aCaseFile({ id: 'f-preflight', name: 'what-the-registries-say.txt', kind: 'preflight' });
  const preflight = { at, fileId: file.id, verdicts, silent };
  return { kind: 'preflight-attached', at, preflight, file } as const;
}

function settledEntry(count: number) {
  const settled = Array.from({ length: count }, (_, index) => `203.0.${index % 256}.0/24`);
  return { kind: 'facts-read', at, facts: aCaseFacts({ prefixes: settled.map(aSettled) }), settled } as const;
}
