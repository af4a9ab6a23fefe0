import { describe, expect, it } from 'vitest';
import type { Case } from '../../../../src/domain/validation/case/case.ts';
import {
  type CaseTimes,
  nextCaseTime,
  passCaseTime,
} from '../../../../src/domain/validation/case/pass-time.ts';
import { workOf } from '../../../../src/domain/validation/case/work.ts';
import {
  aCase,
  aCaseFile,
  aCaseRules,
  byHandCase,
  caseAt,
  dayMs,
  minuteMs,
  preflightAttached,
  withEvents,
} from '../../../support/a-case.ts';
import { t0 } from '../../../support/a-circuit.ts';
import { omar } from '../../../support/a-request.ts';

const times: CaseTimes = { remindAfterMs: dayMs, stepMs: 5 * dayMs, rules: aCaseRules() };
const keeping = { ...times, keepFilesMs: 30 * dayMs };
const later = (days: number) => t0 + days * dayMs;
const kinds = (it: Case, now: number) => passCaseTime(it, times, now).map(({ kind }) => kind);
const worksOf = (it: Case) => workOf(it, keeping).map(({ kind, from }) => [kind, from] as const);
const answered = (at: number) =>
  withEvents(caseAt('answers'), [
    { kind: 'answered', at, id: 'a', from: 'microsoft', body: 'Which contract?' },
  ]);

describe('time', () => {
  it('reminds of a step that nobody does, again and again', () => {
    expect(kinds(aCase(), later(1) - 1)).toEqual([]);
    expect(kinds(aCase(), later(1))).toEqual(['reminded']);
    const reminded = withEvents(aCase(), passCaseTime(aCase(), times, later(1)));
    expect(kinds(reminded, later(2) - 1)).toEqual([]);
    expect(kinds(reminded, later(2))).toEqual(['reminded']);
  });

  it('opens a step to everybody that nobody did in time', () => {
    expect(kinds(aCase(), later(5))).toEqual(['step-expired']);
  });

  it('takes back what nobody approved in the time that the policy gives', () => {
    const review = caseAt('prefixes-review');
    expect(kinds(review, later(3))).toEqual(['reminded']);
    const expired = withEvents(review, passCaseTime(review, times, later(3) + minuteMs));
    expect(expired.steps.prefixes).toMatchObject({ state: 'open', round: 1, approvals: [] });
  });

  it('asks anew for a submission that nobody approved in time: nobody has to do it again', () => {
    const once = caseAt('submission-approved-once');
    const expired = withEvents(once, passCaseTime(once, times, later(3.1)));
    expect(expired.steps.submission).toMatchObject({
      state: 'review',
      round: 2,
      approvals: [],
      doneBy: omar,
    });
  });

  it('waits for nobody while Trunkline, Microsoft or Azure has to act', () => {
    const stages = ['registries', 'checking', 'uploading', 'creating', 'numbering', 'answers'] as const;
    for (const stage of stages) expect(nextCaseTime(caseAt(stage), times), stage).toBeUndefined();
    expect(kinds(caseAt('answers'), later(99))).toEqual([]);
  });

  it('reminds of Microsoft’s question from when it was asked', () => {
    expect(kinds(answered(later(8)), later(9) - 1)).toEqual([]);
    expect(kinds(answered(later(8)), later(9))).toEqual(['reminded']);
    expect(kinds(answered(later(8)), later(99))).toEqual(['reminded']);
  });

  it('reminds of the registries’ answer from when it came', () => {
    const asked = withEvents(caseAt('registries'), [preflightAttached(later(3))]);
    expect(kinds(asked, later(4) - 1)).toEqual([]);
    expect(kinds(asked, later(4))).toEqual(['reminded']);
  });

  it('never takes back an approved ticket that a person has to open, and reminds from when it was theirs', () => {
    const byHand = byHandCase('no-contact', later(2));
    expect(kinds(byHand, later(3) - 1)).toEqual([]);
    expect(kinds(byHand, later(3))).toEqual(['reminded']);
    expect(kinds(byHand, later(99))).toEqual(['reminded']);
  });

  it('brings nothing to a closed case', () => {
    const closed = withEvents(aCase(), [{ kind: 'closed', at: t0, closing: { at: t0, why: 'withdrawn' } }]);
    expect(kinds(closed, later(99))).toEqual([]);
    expect(nextCaseTime(closed, times)).toBeUndefined();
  });
});

describe('what Trunkline has to do', () => {
  it('is to ask registries that were not asked, and to wait for people', () => {
    expect(worksOf(caseAt('registries'))).toEqual([['preflight', 0]]);
    expect(worksOf(aCase())).toEqual([['time', later(1)]]);
  });

  it('is to hand over what is approved, and then to look for answers', () => {
    expect(worksOf(caseAt('uploading'))).toEqual([['submit', t0]]);
    expect(worksOf(caseAt('answers'))).toEqual([['mirror', 0]]);
  });

  it('is to send a reply, also after the end', () => {
    const owing = withEvents(caseAt('answers'), [
      { kind: 'replied', at: later(1), id: 'r', by: omar, body: 'It is attached.', delivery: 'owed' },
    ]);
    expect(worksOf(owing)).toContainEqual(['reply', later(1)]);
    const closed = withEvents(owing, [
      { kind: 'closed', at: later(2), closing: { at: later(2), why: 'configured' } },
    ]);
    expect(worksOf(closed)).toEqual([
      ['reply', later(1)],
      ['remove-files', later(32)],
    ]);
  });

  it('is to remove files some time after the end, once, also those that the case does not know of', () => {
    const closing = { at: later(1), why: 'by-hand', by: omar, reason: 'Done elsewhere' } as const;
    for (const files of [[], [aCaseFile()]]) {
      const closed = withEvents(aCase({ files }), [{ kind: 'closed', at: later(1), closing }]);
      expect(worksOf(closed)).toEqual([['remove-files', later(31)]]);
      expect(worksOf(withEvents(closed, [{ kind: 'files-removed', at: later(31) }]))).toEqual([]);
    }
  });
});
