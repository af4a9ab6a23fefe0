import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressOf } from '../../../src/domain/circuit/circuit-id.ts';
import { caseView } from '../../../src/domain/validation/case/view.ts';
import { casePackageReply } from '../../../src/slack/blocks/case/package.ts';
import { quoted } from '../../../src/slack/blocks/case/quoted.ts';
import { caseReply } from '../../../src/slack/blocks/notice/case.ts';
import { caseEntriesReply } from '../../../src/slack/blocks/notice/case-entries.ts';
import { afterCommand, byHandCase, caseAt, withEvents } from '../../support/a-case.ts';
import { aCircuit, t0 } from '../../support/a-circuit.ts';
import { ana, omar } from '../../support/a-request.ts';
import { wordsOf as shownWords } from '../../support/reading.ts';

const wordsOf = (shown: unknown) => shownWords(JSON.parse(JSON.stringify(shown)));
const unquoted = (texts: readonly string[]) => texts.join('\n').replaceAll(/^>/gmu, '').replaceAll('\n', ' ');

describe('what somebody wrote', () => {
  test('is quoted whole, in as many sections as it needs', () => {
    const words = fc.array(fc.constantFrom('one', 'two', 'a&b', '<b>', 'x'.repeat(700), '\n'), {
      maxLength: 400,
    });
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join(' ');
        const texts = quoted(text).map(({ mrkdwn }) => mrkdwn);
        expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(3_000);
        for (const line of texts.join('\n').split('\n')) expect(line).toMatch(/^>/u);
        const back = unquoted(texts).replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
        expect(back.replaceAll(/\s+/gu, '')).toBe(text.replaceAll(/\s+/gu, ''));
      }),
    );
  });

  test('says how much is missing where there is no room', () => {
    const texts = quoted(`${'word '.repeat(1_000)}\n${'more '.repeat(1_000)}`, 6_000).map(
      ({ mrkdwn }) => mrkdwn,
    );
    expect(texts.at(-1)).toMatch(/^… and \d{4} more characters/u);
    expect(texts.join('').length).toBeLessThan(6_200);
  });
});

describe('the thread of a case', () => {
  const notice = (entries: Parameters<typeof caseEntriesReply>[0]['entries']) =>
    wordsOf(
      caseEntriesReply({
        kind: 'case-entries',
        caseId: 'CASE-7K2Q9M',
        circuit: addressOf(aCircuit()),
        entries,
      }),
    );

  test('has what somebody wrote below the line that it belongs to', () => {
    const words = notice([
      { kind: 'step-done', at: t0, step: 'registries', by: omar, note: 'Leased.' },
      { kind: 'step-begun', at: t0, step: 'evidence' },
    ]);
    expect(words.indexOf('Step 2 of 7 is done')).toBeLessThan(words.indexOf('>Leased.'));
    expect(words.indexOf('>Leased.')).toBeLessThan(words.indexOf('Step 3 of 7 begins'));
  });

  test('says a note once: when it was put forward, and not when it is approved', () => {
    const asked = notice([{ kind: 'review-asked', at: t0, step: 'evidence', by: omar, note: 'C-1' }]);
    const approved = notice([
      { kind: 'approved', at: t0, step: 'evidence', by: ana, missing: 0 },
      { kind: 'step-done', at: t0, step: 'evidence', by: omar, note: 'C-1' },
    ]);
    expect([asked.includes('>C-1'), approved.includes('>C-1')]).toEqual([true, false]);
  });

  test('has a long answer of Microsoft whole', () => {
    const body = 'A sentence of which every word counts. '.repeat(60);
    const words = notice([{ kind: 'answered', at: t0, id: 'a', from: 'microsoft', body }]);
    expect(words.match(/counts\./gu)).toHaveLength(60);
    expect(words).not.toContain('…\n');
  });
});

describe('the message of a case', () => {
  const said = (it: Parameters<typeof caseView>[0]) => wordsOf(caseReply(caseView(it)));

  test('says why it was sent back, and by whom', () => {
    const sent = { kind: 'send-back', step: 'registries', by: ana, reason: 'Another AS number.' } as const;
    expect(said(afterCommand(caseAt('ticket-text'), sent))).toContain(
      'Sent back by <@U0ANA00001>: Another AS number.',
    );
  });

  test('does not ask for approvals that were given', () => {
    for (const it of [caseAt('checking'), caseAt('numbering'), byHandCase()]) {
      expect(said(it)).not.toContain('to be approved');
      expect(said(it)).not.toContain('waits for approval');
    }
  });

  test('waits for nobody when it is closed, and offers a new one while prefixes are not accepted', () => {
    const closing = { at: t0, why: 'by-hand', by: omar, reason: 'Signed instead.' } as const;
    const words = said(withEvents(caseAt('evidence'), [{ kind: 'closed', at: t0, closing }]));
    expect(words).toContain('3 Evidence of ownership · not finished');
    expect(words).toContain('Open a new case');
    expect(words).not.toContain('since');
  });

  test('says that a ticket was closed while prefixes are not accepted', () => {
    const status = { kind: 'status-changed', at: t0, status: 'Closed' } as const;
    expect(said(withEvents(caseAt('answers'), [status]))).toContain('Microsoft closed the ticket');
  });
});

describe('the package', () => {
  test('has every character of the text that is to be copied', () => {
    const body = `${'1 < 2 & *this* ~counts~ '.repeat(100)}\nend`;
    const it = { ...byHandCase(), text: { title: 'T', body, at: t0 } };
    const words = wordsOf(casePackageReply(it, { names: [] }));
    const copied = words
      .replaceAll('&lt;', '<')
      .replaceAll('&amp;', '&')
      .replaceAll(/```|\n/gu, '');
    expect(copied).toContain(body.replaceAll(/ ?\n/gu, ''));
  });
});
