import { describe, expect, it } from 'vitest';
import type { Case } from '../../../../src/domain/validation/case/case.ts';
import type { CaseCommand } from '../../../../src/domain/validation/case/command.ts';
import { currentStep, isPreflightDue } from '../../../../src/domain/validation/case/current-step.ts';
import { decideCase } from '../../../../src/domain/validation/case/decide.ts';
import type { PersonStep } from '../../../../src/domain/validation/case/steps.ts';
import {
  aCase,
  aCaseFile,
  aCaseRules,
  afterCommand,
  byHandCase,
  caseAt,
  minuteMs,
  preflightAttached,
  withEvents,
} from '../../../support/a-case.ts';
import { t0 } from '../../../support/a-circuit.ts';
import { adam, ana, aRule, omar } from '../../../support/a-request.ts';

const write = { kind: 'write-text', by: ana, title: 'Proof', body: 'Please validate.' } as const;
const sendBack = (step: PersonStep) =>
  ({ kind: 'send-back', step, by: ana, reason: 'Not the right one' }) as const;

function eventsOf(it: Case, command: CaseCommand, rules = aCaseRules()) {
  const decided = decideCase(command, it, rules, t0);
  if (!decided.ok) throw new Error(decided.refusal.code);
  return decided.value.map((event) => ('step' in event ? `${event.kind} ${event.step}` : event.kind));
}

describe('the way through', () => {
  it.each([
    ['open', { kind: 'complete', step: 'prefixes', by: omar, note: '' }, ['review-asked prefixes']],
    [
      'prefixes-review',
      { kind: 'approve', step: 'prefixes', by: ana, round: 1 },
      ['approved prefixes', 'step-done prefixes', 'step-begun registries'],
    ],
    [
      'registries-asked',
      { kind: 'complete', step: 'registries', by: omar, note: 'Leased' },
      ['step-done registries', 'step-begun evidence'],
    ],
    [
      'evidence',
      { kind: 'complete', step: 'evidence', by: omar, note: 'Contract EX-2291' },
      ['review-asked evidence'],
    ],
    [
      'evidence-review',
      { kind: 'approve', step: 'evidence', by: ana, round: 1 },
      ['approved evidence', 'step-done evidence', 'step-begun ticket-text', 'text-written'],
    ],
    ['ticket-text', write, ['text-written', 'review-asked ticket-text']],
    [
      'ticket-text-review',
      { kind: 'approve', step: 'ticket-text', by: ana, round: 1 },
      ['approved ticket-text', 'step-done ticket-text', 'step-begun submission', 'review-asked submission'],
    ],
    ['submission', { kind: 'approve', step: 'submission', by: ana, round: 1 }, ['approved submission']],
    [
      'submission-approved-once',
      { kind: 'approve', step: 'submission', by: adam, round: 1 },
      ['approved submission', 'submission-moved'],
    ],
  ] as const)('from %s', (stage, command, events) => {
    expect(eventsOf(caseAt(stage), command)).toEqual(events);
  });

  it('ends in a ticket whose number a person enters, where the API does not take it', () => {
    const entered = afterCommand(byHandCase(), {
      kind: 'enter-number',
      by: omar,
      number: ' 2603020030001234 ',
    });
    expect(entered.ticket).toMatchObject({ number: '2603020030001234', how: 'by-hand', by: omar });
    expect(entered.submission).toEqual({ phase: 'submitted' });
    expect(currentStep(entered)).toBe('answers');
  });

  it('asks nobody where the policy asks for nobody', () => {
    const nobody = { step: aRule({ approvals: 0 }), ticket: aRule({ approvals: 0 }) };
    const events = eventsOf(caseAt('ticket-text'), write, nobody);
    expect(events).toEqual([
      'text-written',
      'step-done ticket-text',
      'step-begun submission',
      'submission-moved',
    ]);
  });

  it('names the new author as the one whose submission it is, where nobody approves texts', () => {
    const rules = aCaseRules({ step: aRule({ approvals: 0 }) });
    const first = afterCommand(caseAt('ticket-text'), { ...write, by: omar }, { rules });
    const back = afterCommand(first, { ...sendBack('ticket-text'), by: adam }, { rules });
    const second = afterCommand(back, write, { rules });
    expect(second.steps.submission).toMatchObject({ state: 'review', doneBy: ana });
  });
});

describe('a step that is sent back', () => {
  it('is open again, voids what came after it, and says why', () => {
    const back = afterCommand(caseAt('submission-approved-once'), sendBack('evidence'));
    expect(back.steps.evidence).toMatchObject({
      state: 'open',
      round: 1,
      approvals: [],
      sentBack: { by: ana, reason: 'Not the right one' },
    });
    expect(back.steps['ticket-text']).toEqual({ state: 'waiting', round: 1 });
    expect(back.steps.submission).toEqual({ state: 'waiting', round: 1 });
    expect(back.steps.registries.state).toBe('done');
  });

  it('takes back what a person was to open in the portal', () => {
    const back = afterCommand(byHandCase(), sendBack('ticket-text'));
    expect(back.submission).toBeUndefined();
    expect(currentStep(back)).toBe('ticket-text');
  });

  it('has the registries asked again', () => {
    const back = afterCommand(caseAt('evidence'), sendBack('registries'), { at: t0 + 60 * minuteMs });
    expect(isPreflightDue(back)).toBe(true);
    const asked = withEvents(back, [preflightAttached(t0 + 61 * minuteMs)]);
    expect(isPreflightDue(asked)).toBe(false);
    expect(asked.files.filter(({ isRemoved }) => !isRemoved)).toHaveLength(1);
  });

  it('keeps a text that somebody wrote, and writes Trunkline’s own anew', () => {
    const round = (it: Case, by: string) => {
      const back = afterCommand(it, sendBack('evidence'));
      const done = afterCommand(back, { kind: 'complete', step: 'evidence', by: omar, note: 'Contract 2' });
      return afterCommand(done, { kind: 'approve', step: 'evidence', by, round: 2 });
    };
    expect(round(caseAt('submission'), ana).text?.body).toContain('Contract 2');
    const written = afterCommand(caseAt('ticket-text'), write);
    expect(round(written, ana).text).toMatchObject({ author: ana, body: 'Please validate.' });
  });
});

describe('a text', () => {
  it('that is rewritten while it is approved needs its approvals anew', () => {
    const two = aCaseRules({ step: aRule({ approvals: 2 }) });
    const review = afterCommand(caseAt('ticket-text'), { ...write, by: omar }, { rules: two });
    const once = afterCommand(
      review,
      { kind: 'approve', step: 'ticket-text', by: ana, round: 1 },
      { rules: two },
    );
    const anew = afterCommand(once, { ...write, by: adam }, { rules: two });
    expect(anew.steps['ticket-text']).toMatchObject({
      state: 'review',
      round: 2,
      doneBy: adam,
      approvals: [],
    });
  });

  it('is submitted with the approval of neither its author nor who put it forward', () => {
    const back = afterCommand(afterCommand(caseAt('ticket-text'), write), {
      ...sendBack('ticket-text'),
      by: adam,
    });
    const forward = afterCommand(back, { kind: 'complete', step: 'ticket-text', by: omar, note: '' });
    const submission = afterCommand(forward, { kind: 'approve', step: 'ticket-text', by: adam, round: 2 });
    for (const by of [ana, omar]) {
      const approved = decideCase(
        { kind: 'approve', step: 'submission', by, round: 1 },
        submission,
        aCaseRules(),
        t0,
      );
      expect(approved).toMatchObject({ ok: false, refusal: { code: 'case-own-work' } });
    }
  });
});

describe('evidence', () => {
  it.each([
    { kind: 'add-file', file: aCaseFile({ id: 'f-2', name: 'other.pdf', sha256: 'c' }) },
    { kind: 'remove-file', fileId: 'f-loa', by: omar },
  ] as const)('that was approved is looked at anew after $kind', (command) => {
    const changed = afterCommand(caseAt('submission-approved-once'), command);
    expect(changed.steps.evidence).toMatchObject({ state: 'open', sentBack: { by: omar } });
    expect(changed.steps.submission.state).toBe('waiting');
  });

  it('may be brought before its step begins', () => {
    const early = afterCommand(aCase(), { kind: 'add-file', file: aCaseFile() });
    expect(early.files).toHaveLength(1);
    expect(currentStep(early)).toBe('prefixes');
  });
});

describe('a step that is given to somebody', () => {
  it('is theirs until it is put forward or nobody acted in time', () => {
    const given = afterCommand(aCase(), { kind: 'assign', by: ana, to: adam });
    expect(given.steps.prefixes).toMatchObject({ assignee: adam });
    const forward = afterCommand(given, { kind: 'complete', step: 'prefixes', by: adam, note: '' });
    expect(forward.steps.prefixes).not.toHaveProperty('assignee');
    const expired = withEvents(given, [{ kind: 'step-expired', at: t0, step: 'prefixes' }]);
    expect(expired.steps.prefixes).not.toHaveProperty('assignee');
  });
});

describe('what Microsoft says where Trunkline cannot see it', () => {
  const entered = afterCommand(byHandCase(), { kind: 'enter-number', by: omar, number: '2603020030001234' });
  const answer = { kind: 'record-answer', id: 'a-1', by: omar, text: 'Done.', isClosed: true } as const;

  it('is an answer, and with it the ticket may be closed', () => {
    expect(eventsOf(entered, answer)).toEqual(['answered', 'status-changed']);
    expect(eventsOf(afterCommand(entered, answer), { ...answer, id: 'a-2' })).toEqual(['answered']);
    expect(eventsOf(entered, { ...answer, isClosed: false })).toEqual(['answered']);
  });

  it('is kept when the number is corrected, which is possible until Azure shows the ticket', () => {
    const told = afterCommand(entered, answer);
    const correct = { kind: 'enter-number', by: omar, number: '2603020030009999' } as const;
    expect(eventsOf(told, correct)).toEqual(['submitted']);
    const corrected = afterCommand(told, correct);
    expect(corrected.ticket).toMatchObject({ number: '2603020030009999', messages: [{ body: 'Done.' }] });
    expect(corrected.steps).toEqual(told.steps);
    expect(eventsOf(corrected, correct)).toEqual([]);
    const found = withEvents(entered, [{ kind: 'ticket-found', at: t0, name: 'portal-1' }]);
    expect(decideCase(correct, found, aCaseRules(), t0)).toMatchObject({
      refusal: { code: 'case-not-by-hand' },
    });
  });

  it('is replied to by hand, until Azure shows the ticket', () => {
    const reply = { kind: 'reply', id: 'r-1', by: omar, text: 'Attached.' } as const;
    expect(afterCommand(entered, reply).ticket?.messages).toMatchObject([{ delivery: 'by-hand' }]);
    const found = withEvents(entered, [{ kind: 'ticket-found', at: t0, name: 'portal-1' }]);
    expect(afterCommand(found, reply).ticket?.messages).toMatchObject([{ delivery: 'owed' }]);
  });
});
