import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../../../src/domain/validation/case/case.ts';
import type { CaseEvent, CaseEventKind } from '../../../../src/domain/validation/case/event.ts';
import { caseMessages } from '../../../../src/domain/validation/case/messages.ts';
import { caseTrail } from '../../../../src/domain/validation/case/trail.ts';
import { caseView, prefixesShown } from '../../../../src/domain/validation/case/view.ts';
import {
  aCase,
  aCaseFacts,
  aCaseFile,
  aCasePrefix,
  afterCommand,
  aSettled,
  caseAt,
  withEvents,
} from '../../../support/a-case.ts';
import { t0 } from '../../../support/a-circuit.ts';
import { adam, ana, approvalsChannel, omar } from '../../../support/a-request.ts';
import { caseEntriesOf } from '../../../support/slack-case-entries.ts';

const closing = { at: t0, why: 'configured' } as const;
const moved: CaseEvent = {
  kind: 'submission-moved',
  at: t0,
  submission: { phase: 'checking', notBefore: t0 },
};
const every: readonly CaseEvent[] = [...Object.values(caseEntriesOf('Text')).flat(), moved];

function owedFor(before: Case, ...events: readonly CaseEvent[]) {
  return caseMessages({ before, after: withEvents(before, events), events, at: t0 });
}

/** What is written into the audit trail; the rest is said by what leads to it, or no deed of anybody. */
const isAudited: Readonly<Record<CaseEventKind, boolean>> = {
  'step-begun': false,
  'review-asked': true,
  approved: true,
  'step-done': true,
  'sent-back': true,
  assigned: true,
  reminded: false,
  'unlike-ticket': false,
  'step-expired': true,
  commented: true,
  'file-added': true,
  'file-removed': true,
  'preflight-attached': true,
  'text-written': true,
  'facts-read': false,
  'submission-moved': false,
  'files-left-out': true,
  'to-be-submitted-by-hand': true,
  submitted: true,
  'ticket-found': true,
  'status-changed': true,
  answered: true,
  replied: true,
  'reply-sent': false,
  'reply-refused': true,
  'step-skipped': false,
  closed: true,
  'files-removed': true,
};

describe('the thread', () => {
  it.each(every)('hears of $kind as it is', (event) => {
    const owed = owedFor(caseAt('answers'), event).filter(({ notice }) => notice.kind === 'case-entries');
    const isSilent = event.kind === 'submission-moved';
    expect(owed.map(({ notice }) => notice)).toMatchObject(isSilent ? [] : [{ entries: [event] }]);
  });

  it('hears nothing of states that changed, or of files that never were', () => {
    expect(
      owedFor(caseAt('answers'), { kind: 'facts-read', at: t0, facts: aCaseFacts(), settled: [] }),
    ).toEqual([]);
    const closed = aCase({ closed: closing });
    expect(owedFor(closed, { kind: 'files-removed', at: t0 })).toEqual([]);
  });

  it('hears of all that happened at once in one reply, which names whose turn it is', () => {
    const given = afterCommand(caseAt('evidence'), { kind: 'assign', by: ana, to: adam });
    const [reply] = owedFor(given, { kind: 'reminded', at: t0, step: 'evidence' });
    expect(reply).toMatchObject({
      key: `case.CASE-7K2Q9M.entry.${given.revision + 1}`,
      to: { channelId: approvalsChannel },
      replyTo: 'case.CASE-7K2Q9M',
      notice: { assignee: adam },
    });
  });
});

describe('the message', () => {
  const cardsFor = (...moved: Parameters<typeof owedFor>) =>
    owedFor(...moved).flatMap(({ card }) => card ?? []);

  it('is not edited for a reminder, a comment, or what only Trunkline sees', () => {
    const comment = { kind: 'commented', at: t0, by: omar, text: 'Hi' } as const;
    for (const event of [{ kind: 'reminded', at: t0, step: 'evidence' } as const, comment]) {
      expect(cardsFor(caseAt('evidence'), event)).toEqual([]);
    }
  });

  it('is edited when a step moves, and one version later each time', () => {
    const it = caseAt('evidence');
    const [card] = owedFor(it, { kind: 'review-asked', at: t0, step: 'evidence', by: omar });
    expect(card).toMatchObject({ card: 'case.CASE-7K2Q9M', key: `case.CASE-7K2Q9M.${it.revision + 1}` });
  });

  it('is edited for the end, and stays as it is from then on', () => {
    const files = [aCaseFile()];
    expect(cardsFor(aCase({ files }), { kind: 'closed', at: t0, closing })).toHaveLength(1);
    expect(cardsFor(aCase({ files, closed: closing }), { kind: 'files-removed', at: t0 })).toEqual([]);
  });

  it('shows what is not settled first, each in the order in which Azure has it', () => {
    const prefixes = fc
      .uniqueArray(fc.nat({ max: 255 }), { maxLength: 40 })
      .chain((all) =>
        fc.tuple(
          ...all.map((n) =>
            fc.boolean().map((isSettled) => (isSettled ? aSettled : open)(`203.0.${n}.0/24`)),
          ),
        ),
      );
    const open = (prefix: string) => aCasePrefix({ prefix });
    fc.assert(
      fc.property(prefixes, (all) => {
        const { facts } = caseView(aCase({ facts: aCaseFacts({ prefixes: all }) }));
        const [unsettled, settled] = [
          all.filter((one) => !one.isSettled),
          all.filter((one) => one.isSettled),
        ];
        expect(facts.prefixes).toEqual([...unsettled, ...settled].slice(0, prefixesShown));
        expect(facts.omitted + facts.prefixes.length).toBe(all.length);
        expect([facts.total, facts.settled]).toEqual([all.length, settled.length]);
      }),
    );
  });

  it('holds no text of the ticket, no reply and no fingerprint of a file', () => {
    const shown = JSON.stringify(caseView(caseAt('answers')));
    for (const hidden of [caseAt('answers').text?.body ?? '-', 'a'.repeat(64), 'trunkline-case-']) {
      expect(shown).not.toContain(JSON.stringify(hidden).slice(1, -1));
    }
  });
});

describe('the audit trail', () => {
  it.each(every)('knows $kind, or need not', (event) => {
    const entries = caseTrail([event], caseAt('answers'), { userId: omar, channelId: 'C1' });
    expect(entries).toHaveLength(isAudited[event.kind] ? 1 : 0);
    for (const entry of entries)
      expect(entry).toMatchObject({ caseId: 'CASE-7K2Q9M', circuit: { name: 'lon-01' } });
  });

  it('has an entry of its own for each event, by nobody where it was Trunkline', () => {
    const entries = caseTrail(every, caseAt('answers'), {});
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    expect(entries.some((entry) => 'by' in entry)).toBe(false);
    expect(entries.every(({ note = '' }) => note.length <= 500)).toBe(true);
  });

  it('names who did it, and nobody for what Trunkline did because of it', () => {
    const byOf = (event: CaseEvent) => caseTrail([event], aCase(), { userId: omar, channelId: 'C1' })[0]?.by;
    const text = { title: 'T', body: 'B', at: t0 };
    expect(byOf({ kind: 'text-written', at: t0, text })).toBeUndefined();
    expect(byOf({ kind: 'text-written', at: t0, text: { ...text, author: omar } })).toBe(omar);
    expect(byOf({ kind: 'review-asked', at: t0, step: 'submission', by: ana })).toBeUndefined();
    expect(byOf({ kind: 'review-asked', at: t0, step: 'evidence', by: omar })).toBe(omar);
  });

  it('knows later which file it was', () => {
    const [entry] = caseTrail([{ kind: 'file-added', at: t0, file: aCaseFile() }], aCase(), { userId: omar });
    expect(entry?.note).toBe(
      `added letter.pdf (letter-of-authorization, 48213 bytes, SHA-256 ${'a'.repeat(64)})`,
    );
  });
});
