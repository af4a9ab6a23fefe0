import { describe, expect, it } from 'vitest';
import type { Case } from '../../../../src/domain/validation/case/case.ts';
import {
  type CaseCommand,
  type CaseRefusal,
  fileLimit,
  textLimits,
} from '../../../../src/domain/validation/case/command.ts';
import { decideCase } from '../../../../src/domain/validation/case/decide.ts';
import {
  aCase,
  aCaseFile,
  aCaseRules,
  afterCommand,
  byHandCase,
  caseAt,
  withEvents,
} from '../../../support/a-case.ts';
import { t0 } from '../../../support/a-circuit.ts';
import { adam, ana, omar } from '../../../support/a-request.ts';

const closed = withEvents(aCase(), [{ kind: 'closed', at: t0, closing: { at: t0, why: 'configured' } }]);
const sentBack: CaseCommand = { kind: 'send-back', step: 'prefixes', by: ana, reason: 'Which prefix?' };
const prefixesAgain = afterCommand(afterCommand(caseAt('prefixes-review'), sentBack), {
  kind: 'complete',
  step: 'prefixes',
  by: omar,
  note: '',
});
const full = aCase({
  files: Array.from({ length: fileLimit }, (_, i) => aCaseFile({ id: `f-${i}`, sha256: `${i}` })),
});
const approve = (step: 'prefixes' | 'ticket-text' | 'submission', by: string, round = 1) =>
  ({ kind: 'approve', step, by, round }) as const;
const complete = (step: 'prefixes' | 'registries' | 'evidence', note = '') =>
  ({ kind: 'complete', step, by: omar, note }) as const;
const write = { kind: 'write-text', by: omar, title: 'Proof', body: 'Please validate.' } as const;
const enter = (number: string) => ({ kind: 'enter-number', by: omar, number }) as const;
const reply = (text: string) => ({ kind: 'reply', id: 'r-1', by: omar, text }) as const;
const record = (text: string) =>
  ({ kind: 'record-answer', id: 'a-1', by: omar, text, isClosed: false }) as const;
const long = (limit: number) => 'x'.repeat(limit + 1);
const removal = (fileId: string) => ({ kind: 'remove-file', fileId, by: omar }) as const;
const close = (reason: string) => ({ kind: 'close', by: omar, reason }) as const;

type Row = readonly [string, Case, CaseCommand, Partial<CaseRefusal>];

const rows: readonly Row[] = [
  ['anything in a closed case', closed, { kind: 'comment', by: omar, text: 'Hi' }, { code: 'case-over' }],
  ['closing a closed case', closed, close('Again'), { code: 'case-over' }],
  [
    'a step that is not begun',
    aCase(),
    complete('evidence', 'LoA'),
    { code: 'case-step-not-now', now: 'prefixes' },
  ],
  ['a step that is over', caseAt('registries'), complete('prefixes'), { code: 'case-step-not-now' }],
  [
    'a step that waits for approval',
    caseAt('prefixes-review'),
    complete('prefixes'),
    { code: 'case-step-not-now' },
  ],
  [
    'understanding registries that were not asked',
    caseAt('registries'),
    complete('registries', 'Leased'),
    { code: 'case-preflight-missing' },
  ],
  [
    'understanding registries without a word',
    caseAt('registries-asked'),
    complete('registries', ' '),
    { code: 'case-text-missing', what: 'note' },
  ],
  [
    'evidence without a file or a reference',
    caseAt('evidence'),
    complete('evidence'),
    { code: 'case-evidence-missing' },
  ],
  [
    'evidence whose only file was taken out',
    afterCommand(caseAt('evidence-added'), removal('f-loa')),
    complete('evidence'),
    { code: 'case-evidence-missing' },
  ],
  [
    'a note that is too long',
    aCase(),
    complete('prefixes', long(textLimits.note)),
    { code: 'case-text-too-long', limit: textLimits.note },
  ],
  ['a text before its time', caseAt('evidence'), write, { code: 'case-step-not-now', now: 'evidence' }],
  [
    'a text after its approval',
    caseAt('submission'),
    write,
    { code: 'case-step-not-now', now: 'submission' },
  ],
  [
    'a text without title',
    caseAt('ticket-text'),
    { ...write, title: ' ' },
    { code: 'case-text-missing', what: 'title' },
  ],
  [
    'a text without body',
    caseAt('ticket-text'),
    { ...write, body: '' },
    { code: 'case-text-missing', what: 'body' },
  ],
  [
    'a title that is too long',
    caseAt('ticket-text'),
    { ...write, title: long(textLimits.title) },
    { code: 'case-text-too-long', what: 'title' },
  ],
  [
    'a body that is too long',
    caseAt('ticket-text'),
    { ...write, body: long(textLimits.body) },
    { code: 'case-text-too-long', what: 'body' },
  ],
  ['approving what is not put forward', aCase(), approve('prefixes', ana, 0), { code: 'case-not-in-review' }],
  [
    'approving what is approved',
    caseAt('registries'),
    approve('prefixes', adam),
    { code: 'case-not-in-review' },
  ],
  [
    'approving a submission that is on its way',
    caseAt('checking'),
    approve('submission', omar),
    { code: 'case-not-in-review' },
  ],
  ['a button of an earlier round', prefixesAgain, approve('prefixes', ana, 1), { code: 'case-round-over' }],
  [
    'a button of a round to come',
    caseAt('prefixes-review'),
    approve('prefixes', ana, 2),
    { code: 'case-round-over' },
  ],
  [
    'approving one’s own work',
    caseAt('prefixes-review'),
    approve('prefixes', omar),
    { code: 'case-own-work' },
  ],
  [
    'approving one’s own text',
    caseAt('ticket-text-review'),
    approve('ticket-text', omar),
    { code: 'case-own-work' },
  ],
  [
    'approving the submission of one’s own text',
    caseAt('submission'),
    approve('submission', omar),
    { code: 'case-own-work' },
  ],
  [
    'approving twice',
    caseAt('submission-approved-once'),
    approve('submission', ana),
    { code: 'case-approved-already' },
  ],
  [
    'sending back without a reason',
    caseAt('prefixes-review'),
    { ...sentBack, reason: '  ' },
    { code: 'case-text-missing', what: 'reason' },
  ],
  [
    'sending back with too long a reason',
    caseAt('prefixes-review'),
    { ...sentBack, reason: long(textLimits.reason) },
    { code: 'case-text-too-long' },
  ],
  ['sending back a step that is being done', aCase(), sentBack, { code: 'case-step-not-now' }],
  [
    'sending back a step that is ahead',
    aCase(),
    { ...sentBack, step: 'evidence' },
    { code: 'case-step-not-now' },
  ],
  [
    'sending back the submission, which nobody does again',
    caseAt('submission'),
    { ...sentBack, step: 'submission' },
    { code: 'case-step-not-now' },
  ],
  ['sending back what is on its way', caseAt('checking'), sentBack, { code: 'case-with-microsoft' }],
  ['sending back what Microsoft has', caseAt('answers'), sentBack, { code: 'case-with-microsoft' }],
  ['an empty comment', aCase(), { kind: 'comment', by: omar, text: '\n' }, { code: 'case-text-missing' }],
  [
    'a comment that is too long',
    aCase(),
    { kind: 'comment', by: omar, text: long(textLimits.comment) },
    { code: 'case-text-too-long' },
  ],
  [
    'a file too many',
    full,
    { kind: 'add-file', file: aCaseFile({ id: 'g', sha256: 'g' }) },
    { code: 'case-files-too-many', limit: fileLimit },
  ],
  [
    'the same file twice',
    caseAt('evidence-added'),
    { kind: 'add-file', file: aCaseFile({ id: 'g' }) },
    { code: 'case-file-twice', name: 'letter.pdf' },
  ],
  [
    'a file for what is on its way',
    caseAt('checking'),
    { kind: 'add-file', file: aCaseFile({ sha256: 'g' }) },
    { code: 'case-with-microsoft' },
  ],
  [
    'a file for what Microsoft has',
    caseAt('answers'),
    { kind: 'add-file', file: aCaseFile({ sha256: 'g' }) },
    { code: 'case-with-microsoft' },
  ],
  ['taking out a file that there is not', aCase(), removal('f-1'), { code: 'case-file-unknown' }],
  [
    'taking out what Trunkline found',
    caseAt('registries-asked'),
    removal('f-preflight'),
    { code: 'case-file-unknown' },
  ],
  [
    'taking out a file that is on its way',
    caseAt('checking'),
    removal('f-loa'),
    { code: 'case-with-microsoft' },
  ],
  [
    'a number before anybody opened a ticket',
    caseAt('submission'),
    enter('2603020030001234'),
    { code: 'case-not-by-hand' },
  ],
  [
    'a number while Trunkline opens the ticket',
    caseAt('numbering'),
    enter('2603020030001234'),
    { code: 'case-not-by-hand' },
  ],
  [
    'a number that is none',
    byHandCase(),
    enter('TrackingID#260302'),
    { code: 'case-number-malformed', value: 'TrackingID#260302' },
  ],
  ['a number that is too short', byHandCase(), enter('123456789'), { code: 'case-number-malformed' }],
  ['a reply to nobody', caseAt('submission'), reply('Hello'), { code: 'case-not-submitted' }],
  ['an empty reply', caseAt('answers'), reply(' '), { code: 'case-text-missing', what: 'reply' }],
  [
    'a reply that is too long',
    caseAt('answers'),
    reply(long(textLimits.reply)),
    { code: 'case-text-too-long' },
  ],
  ['an answer of nobody', caseAt('submission'), record('Validated'), { code: 'case-not-submitted' }],
  [
    'an answer that Trunkline sees itself',
    caseAt('answers'),
    record('Validated'),
    { code: 'case-not-by-hand' },
  ],
  ['closing without a reason', aCase(), close(''), { code: 'case-text-missing', what: 'reason' }],
  [
    'closing while the ticket is being made',
    caseAt('creating'),
    close('Too late'),
    { code: 'case-with-microsoft' },
  ],
  [
    'closing while its number is awaited',
    caseAt('numbering'),
    close('Too late'),
    { code: 'case-with-microsoft' },
  ],
];

describe('a case refuses', () => {
  it.each(rows)('%s', (_name, it, command, refusal) => {
    const decided = decideCase(command, it, aCaseRules(), t0);
    expect(decided.ok ? decided.value : decided.refusal).toMatchObject(refusal);
  });

  it('names the case in every refusal that is not about a text', () => {
    for (const [, it, command, { code }] of rows) {
      if (code === 'case-text-missing' || code === 'case-text-too-long') continue;
      expect(decideCase(command, it, aCaseRules(), t0)).toMatchObject({ refusal: { id: it.id } });
    }
  });
});

it('nothing is refused that changes nothing: giving a step to who has it already', () => {
  const given = afterCommand(aCase(), { kind: 'assign', by: ana, to: omar });
  const again = decideCase({ kind: 'assign', by: ana, to: omar }, given, aCaseRules(), t0);
  expect(again).toEqual({ ok: true, value: [] });
});
