import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CaseCommand } from '../../../../src/domain/validation/case/command.ts';
import { decideCase } from '../../../../src/domain/validation/case/decide.ts';
import { refusedAnyway, stepsToSendBack } from '../../../../src/domain/validation/case/may-begin.ts';
import { caseSteps } from '../../../../src/domain/validation/case/steps.ts';
import {
  aCaseFile,
  aCaseRules,
  byHandCase,
  type CaseStage,
  caseAt,
  caseStages,
} from '../../../support/a-case.ts';
import { t0 } from '../../../support/a-circuit.ts';
import { adam, ana, omar } from '../../../support/a-request.ts';

const tenFiles = Array.from({ length: 10 }, (_, index) =>
  aCaseFile({ id: `f-${index}`, sha256: `${index}`.repeat(64) }),
);
const stages = caseStages as readonly CaseStage[];
const cases = [
  ...stages.map((stage) => caseAt(stage)),
  byHandCase(),
  { ...caseAt('evidence'), files: tenFiles },
  { ...caseAt('answers'), closed: { at: t0, why: 'withdrawn' as const } },
  { ...caseAt('evidence'), closed: { at: t0, why: 'withdrawn' as const } },
];
const [letter] = tenFiles;

/** Filled in as well as can be. */
const commands: readonly Exclude<CaseCommand, { kind: 'approve' }>[] = [
  ...(['prefixes', 'registries', 'evidence', 'ticket-text'] as const).map(
    (step) => ({ kind: 'complete', step, by: omar, note: 'x' }) as const,
  ),
  { kind: 'write-text', by: omar, title: 'T', body: 'B' },
  ...caseSteps.map((step) => ({ kind: 'send-back', step, by: ana, reason: 'x' }) as const),
  { kind: 'assign', by: omar, to: adam },
  { kind: 'comment', by: omar, text: 'x' },
  { kind: 'add-file', file: aCaseFile({ id: 'f-new', sha256: 'e'.repeat(64) }) },
  { kind: 'remove-file', fileId: letter?.id ?? '', by: omar },
  { kind: 'enter-number', by: omar, number: '2611230010003340' },
  { kind: 'reply', id: 'r', by: omar, text: 'x' },
  { kind: 'record-answer', id: 'a', by: omar, text: 'x', isClosed: false },
  { kind: 'close', by: omar, reason: 'x' },
];

describe('what is refused before the form is filled in', () => {
  test('is refused however it is filled in, for the same reason', () => {
    fc.assert(
      fc.property(fc.constantFrom(...cases), fc.constantFrom(...commands), (it, command) => {
        const before = refusedAnyway(command.kind, it);
        const decided = decideCase(command, it, aCaseRules(), t0);
        if (before) expect(decided.ok).toBe(false);
        if (before?.code === 'case-over') expect(decided).toMatchObject({ refusal: before });
      }),
    );
  });

  test('is not what could be done', () => {
    for (const it of cases) {
      for (const command of commands) {
        if (decideCase(command, it, aCaseRules(), t0).ok)
          expect(refusedAnyway(command.kind, it)).toBeUndefined();
      }
    }
  });

  test('offers exactly the steps that can go back', () => {
    for (const it of cases.filter(({ closed }) => !closed)) {
      const accepted = caseSteps.filter(
        (step) => decideCase({ kind: 'send-back', step, by: ana, reason: 'x' }, it, aCaseRules(), t0).ok,
      );
      expect(stepsToSendBack(it)).toEqual(accepted);
    }
  });
});
