import { describe, expect, test } from 'vitest';
import type { CaseStage } from '../../support/a-case.ts';
import { adam, ana, caseId, omar, startCaseBot, vera } from '../../support/case-bot.ts';
import { eventually, present } from '../../support/eventually.ts';

type Bot = Awaited<ReturnType<typeof startCaseBot>>;

const typed = (value: string | null) => ({ value });
const reason = (value: string) => ({ 'case.reason': typed(value) });

/** Each form with nothing but blanks in it, and the sentence that stands below the input. */
const blank = [
  [
    'registries-asked',
    'case.complete',
    { 'case.note': typed(' ') },
    'The note is empty',
    `${caseId} registries`,
  ],
  ['evidence', 'case.complete', { 'case.note': typed(' ') }, 'There is no evidence', `${caseId} evidence`],
  [
    'ticket-text',
    'case.text',
    { 'case.title': typed(' '), 'case.body': typed('x') },
    'The title is empty',
    caseId,
  ],
  ['evidence', 'case.comment', { 'case.comment': typed(' ') }, 'The comment is empty', caseId],
  ['evidence', 'case.close', reason(' '), 'The reason is empty', caseId],
  ['answers', 'case.reply', { 'case.reply': typed(' ') }, 'The text is empty', caseId],
  ['evidence', 'case.file', { 'case.file': { files: [] } }, 'The file', caseId],
] as const satisfies readonly (readonly [CaseStage, string, object, string, string])[];

/** Each form filled in rightly, and what the case has then. */
const right = [
  [
    'open',
    'case.complete',
    { 'case.note': typed(null) },
    { steps: { prefixes: { state: 'review' } } },
    `${caseId} prefixes`,
  ],
  [
    'registries-asked',
    'case.complete',
    { 'case.note': typed('Leased.') },
    { steps: { registries: { state: 'done', note: 'Leased.' } } },
    `${caseId} registries`,
  ],
  [
    'evidence',
    'case.complete',
    { 'case.note': typed('C-1') },
    { steps: { evidence: { state: 'review', note: 'C-1' } } },
    `${caseId} evidence`,
  ],
  [
    'ticket-text',
    'case.text',
    { 'case.title': typed('T'), 'case.body': typed('B') },
    { text: { title: 'T', body: 'B', author: omar } },
    caseId,
  ],
  [
    'evidence-review',
    'case.send-back',
    { ...reason('Old.'), 'case.step': { selected_option: { value: 'registries' } } },
    { steps: { registries: { state: 'open', sentBack: { reason: 'Old.' } } } },
    caseId,
  ],
  [
    'evidence',
    'case.assign',
    { 'case.assignee': { selected_user: adam } },
    { steps: { evidence: { assignee: adam } } },
    caseId,
  ],
  [
    'answers',
    'case.reply',
    { 'case.reply': typed('Here.') },
    { ticket: { messages: [{ body: 'Here.', by: omar, delivery: 'owed' }] } },
    caseId,
  ],
  [
    'evidence',
    'case.close',
    reason('Signed instead.'),
    { closed: { why: 'by-hand', by: omar, reason: 'Signed instead.' } },
    caseId,
  ],
] as const satisfies readonly (readonly [CaseStage, string, object, object, string])[];

describe.concurrent('a form of a case', () => {
  test.each(blank)(
    'at %s, %s says what is missing, at the input',
    async (stage, form, values, says, metadata) => {
      await using bot = await startCaseBot({ stage });
      const before = await bot.theCase();
      const seen = await bot.submit(omar, form, values, metadata);
      expect(seen).toMatchObject({ kind: 'form', words: expect.stringContaining(says) });
      expect(seen.words).toContain('"response_action":"errors"');
      expect(await bot.theCase()).toEqual(before);
      expect(await bot.refusals(), 'a slip is nothing that was refused').toEqual(
        form === 'case.complete' && stage === 'evidence' ? ['case complete: case-evidence-missing'] : [],
      );
    },
  );

  test.each(right)('at %s, %s does it and closes', async (stage, form, values, has, metadata) => {
    await using bot = await startCaseBot({ stage });
    expect(await bot.submit(omar, form, values, metadata)).toMatchObject({ kind: 'closed' });
    expect(await bot.theCase()).toMatchObject(has);
    expect((await bot.office.store.owed()).length, 'the channel is told').toBeGreaterThan(0);
  });

  test.each(right)(
    'at %s, %s is refused to whoever only looks, and what they typed stays',
    async (stage, form, values, _, metadata) => {
      await using bot = await startCaseBot({ stage });
      const before = await bot.theCase();
      const seen = await bot.submit(vera, form, values, metadata);
      expect(seen).toMatchObject({
        kind: 'form',
        words: expect.stringContaining('You need the role operator'),
      });
      expect(seen.words).toContain('"block_id":"case.');
      expect(await bot.theCase()).toEqual(before);
      expect(await bot.refusals()).toHaveLength(1);
    },
  );

  test('that comes when the case has moved on is shown again below the reason', async () => {
    await using bot = await startCaseBot({ stage: 'evidence' });
    const late = { 'case.title': typed('Mine'), 'case.body': typed('A long text.') };
    const seen = await bot.submit(omar, 'case.text', late);
    expect(seen.words).toContain('cannot be changed now');
    expect(seen.words).toContain('A long text.');
  });

  test('that Slack did not fill in is told so', async () => {
    await using bot = await startCaseBot({ stage: 'evidence-review' });
    const nowhere = { ...reason('x'), 'case.step': { selected_option: { value: 'nowhere' } } };
    expect((await bot.submit(ana, 'case.send-back', nowhere)).kind).toBe('told');
    expect(
      (await bot.submit(omar, 'case.assign', { 'case.assignee': { selected_user: '<!here>' } })).kind,
    ).toBe('told');
    expect((await bot.submit(omar, 'case.complete', {}, `${caseId} nothing`)).kind).toBe('told');
  });

  test('takes the number of a ticket that was opened by hand, and no other text', async () => {
    const submission = { phase: 'by-hand', since: 1, why: 'not-allowed' } as const;
    await using bot = await startCaseBot({ stage: 'checking', its: { submission } });
    const wrong = await bot.submit(omar, 'case.number', { 'case.number': typed('soon') });
    expect(wrong.words).toContain('soon is no number of a support request');
    const taken = await bot.submit(omar, 'case.number', { 'case.number': typed(' 2611230010003340 ') });
    expect(taken.kind).toBe('closed');
    const answer = {
      'case.answer': typed('Thanks.'),
      'case.closed': { selected_options: [{ value: 'closed' }] },
    };
    expect((await bot.submit(omar, 'case.answer', answer)).kind).toBe('closed');
    expect((await bot.theCase()).ticket).toMatchObject({
      number: '2611230010003340',
      status: 'Closed',
      messages: [{ from: 'microsoft', by: omar, body: 'Thanks.' }],
    });
  });
});

describe.concurrent('a file for a case', () => {
  const pdf = new TextEncoder().encode('%PDF-1.7\nLetter of Authorization\n');
  /** Uploads it, and gives what stands in place of the form when it was looked at. */
  async function add(to: Bot, id: string, name: string, content: Uint8Array, user = omar): Promise<string> {
    to.office.uploads.set(id, { name, content });
    const before = to.api.of('views.update').length;
    await to.submit(user, 'case.file', {
      'case.file': { files: [{ id }] },
      'case.kind': { selected_option: { value: 'contract' } },
    });
    return eventually(() => {
      const shown = present(to.api.of('views.update').slice(before).at(-1), 'the form, filled anew');
      return JSON.stringify(shown.body.view).replaceAll('\\', '');
    });
  }

  test('is kept, stands in the thread, and what comes next is said', async () => {
    await using bot = await startCaseBot({ stage: 'evidence' });
    const told = await add(bot, 'F1', 'LoA.pdf', pdf);
    expect(told).toContain('LoA.pdf* is in case CASE-7K2Q9M now (contract)');
    expect(told).toContain('2 of 10 files');
    expect(told).toContain('for those who approve it');
    expect(bot.shared).toMatchObject([{ name: 'LoA.pdf', content: pdf, threadTs: '7.7' }]);
  });

  test('is refused with what is wrong with it', async () => {
    await using bot = await startCaseBot({ stage: 'evidence' });
    await add(bot, 'F1', 'LoA.pdf', pdf);
    expect(await add(bot, 'F2', 'again.pdf', pdf)).toContain('has this very file already: LoA.pdf');
    expect(await add(bot, 'F3', 'run.exe', pdf)).toContain('is not of a kind that I take');
    expect(await add(bot, 'F4', 'picture.png', pdf)).toContain('its content is something else');
    const key = new TextEncoder().encode('-----BEGIN PRIVATE KEY-----\n');
    expect(await add(bot, 'F5', 'key.txt', key)).toContain('holds a private key');
    expect(await add(bot, 'F6', 'mine.pdf', pdf, vera)).toContain('You need the role operator');
    expect(bot.shared).toHaveLength(1);
    expect((await bot.theCase()).files.filter(({ by }) => by)).toHaveLength(1);
  });

  test('is kept though Slack does not take it into the thread', async () => {
    await using other = await startCaseBot({ stage: 'evidence', withoutFiles: true });
    const told = await add(other, 'F1', 'LoA.pdf', pdf);
    expect(told).toContain('I could not put it into the thread: Slack did not take the file');
    expect((await other.theCase()).files).toMatchObject([{}, { name: 'LoA.pdf', kind: 'contract' }]);
  });
});
