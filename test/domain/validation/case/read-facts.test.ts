import { describe, expect, it } from 'vitest';
import type { Case, CaseFacts } from '../../../../src/domain/validation/case/case.ts';
import { currentStep } from '../../../../src/domain/validation/case/current-step.ts';
import { decideCase } from '../../../../src/domain/validation/case/decide.ts';
import { readCaseFacts, submissionCheck } from '../../../../src/domain/validation/case/read-facts.ts';
import {
  aCase,
  aCaseFacts,
  aCasePrefix,
  aCaseRules,
  afterCommand,
  aSettled,
  byHandCase,
  caseAt,
  withEvents,
} from '../../../support/a-case.ts';
import { t0 } from '../../../support/a-circuit.ts';
import { ana, aRule, omar } from '../../../support/a-request.ts';

const settled = aCaseFacts({ prefixes: [aSettled('203.0.113.0/24')] });
const another = aCaseFacts({ prefixes: [aCasePrefix(), aCasePrefix({ prefix: '198.51.100.0/24' })] });

function read(it: Case, facts: CaseFacts | undefined, isSessionUp?: boolean) {
  return readCaseFacts(it, { facts, isSessionUp }, t0);
}
const afterLook = (it: Case, facts: CaseFacts, isSessionUp?: boolean) =>
  withEvents(it, read(it, facts, isSessionUp));

describe('a look at Azure', () => {
  it('that shows nothing new says nothing', () => {
    expect(read(caseAt('evidence'), aCaseFacts())).toEqual([]);
  });

  it('that shows another state of a prefix is remembered, and sends nothing back', () => {
    const facts = aCaseFacts({ prefixes: [aCasePrefix({ state: 'ManualValidationNeeded' })] });
    expect(read(caseAt('evidence'), facts)).toEqual([{ kind: 'facts-read', at: t0, facts, settled: [] }]);
  });

  it.each([
    ['prefix', another, '198.51.100.0/24 is advertised now'],
    ['peer ASN', aCaseFacts({ peerAsn: 64_511 }), 'peer ASN 64510 → 64511'],
    ['registry', aCaseFacts({ routingRegistry: undefined }), 'routing registry RIPENCC → none'],
  ])('that shows another %s sends what people agreed on back to its beginning', (_what, facts, reason) => {
    const back = afterLook(caseAt('checking'), facts);
    expect(back.steps.prefixes).toMatchObject({ state: 'open', sentBack: { reason } });
    expect(back.submission).toBeUndefined();
  });

  it('that shows other prefixes voids nothing that nobody agreed on yet', () => {
    expect(read(aCase(), another).map(({ kind }) => kind)).toEqual(['facts-read']);
  });

  it('that shows other prefixes is for people to tell Microsoft, where it has the ticket', () => {
    const [, told, ...more] = read(caseAt('answers'), another);
    expect(told).toMatchObject({
      kind: 'unlike-ticket',
      changes: expect.arrayContaining(['198.51.100.0/24 is advertised now']),
    });
    expect(more).toEqual([]);
  });

  it('changes nothing while the ticket is being made', () => {
    for (const stage of ['creating', 'numbering'] as const) expect(read(caseAt(stage), another)).toEqual([]);
  });

  it('closes the case when nothing is advertised any more', () => {
    expect(read(caseAt('evidence'), undefined)).toMatchObject([{ closing: { why: 'withdrawn' } }]);
  });

  it('names the prefixes that were accepted since', () => {
    const facts = aCaseFacts({
      prefixes: [aSettled('203.0.113.0/24'), aCasePrefix({ prefix: '198.51.100.0/24' })],
    });
    expect(read(aCase({ facts: another }), facts)).toEqual([
      { kind: 'facts-read', at: t0, facts, settled: ['203.0.113.0/24'] },
    ]);
  });
});

describe('when Microsoft has accepted everything', () => {
  it('leaves out what was not done, and waits for the session', () => {
    const last = afterLook(caseAt('evidence-review'), settled);
    expect(Object.values(last.steps).map(({ state }) => state)).toEqual([
      'done',
      'done',
      'skipped',
      'skipped',
      'skipped',
      'skipped',
      'open',
    ]);
    expect(last.closed).toBeUndefined();
  });

  it('closes the case once the session is up, and not while nobody can tell', () => {
    const last = afterLook(caseAt('answers'), settled);
    expect(last.steps.answers.state).toBe('done');
    expect(read(last, settled)).toEqual([]);
    expect(read(last, settled, false)).toEqual([]);
    expect(afterLook(last, settled, true)).toMatchObject({
      closed: { why: 'configured' },
      steps: { configured: { state: 'done' } },
    });
  });

  it('hands nothing over, and has nobody open a ticket', () => {
    for (const it of [caseAt('checking'), caseAt('uploading'), byHandCase()]) {
      const last = afterLook(it, settled);
      expect(last.submission).toBeUndefined();
      expect(submissionCheck(last, settled, aCaseRules(), t0)).not.toContainEqual(
        expect.objectContaining({ kind: 'submission-moved' }),
      );
      const enter = { kind: 'enter-number', by: omar, number: '2603020030001234' } as const;
      expect(decideCase(enter, last, aCaseRules(), t0)).toMatchObject({
        refusal: { code: 'case-not-by-hand' },
      });
    }
  });

  it('and then not any more, goes on where it was left, and no button of then fits', () => {
    const back = afterLook(afterLook(caseAt('evidence-review'), settled), aCaseFacts());
    expect(currentStep(back)).toBe('evidence');
    expect(back.steps.evidence).toMatchObject({
      state: 'open',
      sentBack: { reason: 'not accepted any more: 203.0.113.0/24' },
    });
    const again = afterCommand(back, { kind: 'complete', step: 'evidence', by: omar, note: 'Contract 3' });
    const press = { kind: 'approve', step: 'evidence', by: ana, round: 1 } as const;
    expect(decideCase(press, again, aCaseRules(), t0)).toMatchObject({
      refusal: { code: 'case-round-over' },
    });
  });

  it('and then not any more, goes on with Microsoft, where it has the ticket', () => {
    const back = afterLook(afterLook(caseAt('answers'), settled), aCaseFacts());
    expect(currentStep(back)).toBe('answers');
    expect(back.ticket?.number).toBe('2603020030001234');
    expect(afterLook(back, settled, true).closed).toMatchObject({ why: 'configured' });
  });

  it('and then advertises another one, begins anew: no approval of then counts', () => {
    const skipped = afterLook(caseAt('prefixes-review'), settled);
    const more = aCaseFacts({
      prefixes: [aSettled('203.0.113.0/24'), aCasePrefix({ prefix: '198.51.100.0/24' })],
    });
    const again = afterCommand(afterLook(skipped, more), {
      kind: 'complete',
      step: 'prefixes',
      by: omar,
      note: '',
    });
    const press = { kind: 'approve', step: 'prefixes', by: ana, round: 1 } as const;
    expect(decideCase(press, again, aCaseRules(), t0)).toMatchObject({
      refusal: { code: 'case-round-over' },
    });
  });
});

describe('just before it is handed over', () => {
  const check = (facts: CaseFacts | undefined, rules = aCaseRules(), it = caseAt('checking')) =>
    submissionCheck(it, facts, rules, t0).map((event) =>
      'step' in event ? `${event.kind} ${event.step}` : event.kind,
    );

  it('what was approved goes on, whatever the prefixes’ states are called by then', () => {
    expect(check(aCaseFacts())).toEqual(['submission-moved']);
    const facts = aCaseFacts({ prefixes: [aCasePrefix({ state: 'ManualValidationNeeded' })] });
    expect(check(facts)).toEqual(['facts-read', 'submission-moved']);
  });

  it('another circuit than the one that was approved is sent back', () => {
    expect(check(another)).toEqual(['facts-read', 'sent-back prefixes']);
  });

  it('one that is gone is closed', () => {
    expect(check(undefined)).toEqual(['closed']);
  });

  it('one that was accepted is not handed over', () => {
    expect(check(settled)).toEqual([
      'facts-read',
      'step-skipped submission',
      'step-skipped answers',
      'step-begun configured',
    ]);
  });

  it('a policy that asks for more sends it back', () => {
    const more = aCaseRules({ ticket: aRule({ approvals: 3 }) });
    expect(check(aCaseFacts(), more)).toEqual(['sent-back ticket-text']);
  });

  it('a policy that does not count the author’s own approval any more sends it back', () => {
    const lax = aCaseRules({ ticket: aRule({ approvals: 2, requesterMayApprove: true }) });
    const once = afterCommand(
      caseAt('submission'),
      { kind: 'approve', step: 'submission', by: omar, round: 1 },
      { rules: lax },
    );
    const twice = afterCommand(
      once,
      { kind: 'approve', step: 'submission', by: ana, round: 1 },
      { rules: lax },
    );
    expect(check(aCaseFacts(), lax, twice)).toEqual(['submission-moved']);
    expect(check(aCaseFacts(), aCaseRules(), twice)).toEqual(['sent-back ticket-text']);
  });
});
