import { describe, expect, test } from 'vitest';
import { circuitToken } from '../../../src/slack/blocks/circuit-token.ts';
import { aCaseFile, type CaseStage } from '../../support/a-case.ts';
import { aCircuit } from '../../support/a-circuit.ts';
import { adam, ana, caseId, omar, startCaseBot, vera } from '../../support/case-bot.ts';
import { lon01 } from '../../usecases/cases/support/a-case-office.ts';

const lon = { circuit: circuitToken(aCircuit().id), name: 'lon-01' };
const operators = [omar, adam];
const both = [omar, ana, adam];

/** Each button that asks for something: where it stands, who is asked, and what the form is called. */
const forms = [
  ['open', 'case.complete', operators, 'Confirm prefixes'],
  ['registries-asked', 'case.complete', operators, 'Registries understood'],
  ['evidence', 'case.complete', operators, 'Evidence is complete'],
  ['evidence', 'case.file', operators, 'Add a file'],
  ['ticket-text', 'case.text', operators, 'Text for Microsoft'],
  ['evidence-review', 'case.send-back', both, 'To which step'],
  ['answers', 'case.reply', operators, 'Reply to Microsoft'],
] as const satisfies readonly (readonly [CaseStage, string, readonly string[], string])[];

describe.concurrent('a button of a case', () => {
  test.each(forms)('at %s, %s asks those who may, and nobody else', async (stage, button, asked, title) => {
    await using bot = await startCaseBot({ stage });
    const before = await bot.theCase();
    for (const user of [omar, ana, adam, vera]) {
      const seen = await bot.press(user, button);
      expect([user, seen.kind]).toEqual([user, asked.includes(user) ? 'form' : 'told']);
      expect(seen.words).toContain(asked.includes(user) ? title : 'You need the role operator');
    }
    expect(await bot.refusals()).toHaveLength(4 - asked.length);
    expect(await bot.theCase(), 'asking changes nothing').toEqual(before);
  });

  test('of the menu asks those who may', async () => {
    await using bot = await startCaseBot({ stage: 'evidence' });
    expect((await bot.choose(ana, 'comment')).words).toContain('Microsoft does not see it');
    expect((await bot.choose(ana, 'assign')).words).toContain('Who goes on with it');
    expect((await bot.choose(ana, 'close')).words).toContain('You need the role operator');
    expect((await bot.choose(omar, 'close')).kind).toBe('form');
    expect((await bot.choose(vera, 'comment')).words).toContain('You need the role operator');
    expect((await bot.choose(omar, 'dance')).words).toContain('from another version');
    expect(await bot.refusals()).toEqual(['case close: role-needed', 'case comment: role-needed']);
  });
});

/** Forms that would be filled in for nothing. */
const inVain = [
  ['open', 'case.send-back', 'no step is done'],
  ['registries', 'case.complete', 'have not answered'],
  ['answers', 'case.file', 'is with Microsoft'],
  ['answers', 'case.send-back', 'is with Microsoft'],
  ['answers', 'case.number', 'I see the ticket in Azure myself'],
  ['answers', 'case.answer', 'I see the ticket in Azure myself'],
  ['evidence', 'case.reply', 'has no ticket yet'],
] as const satisfies readonly (readonly [CaseStage, string, string])[];

describe.concurrent('nobody is asked in vain', () => {
  test.each(inVain)('at %s, %s says why', async (stage, button, why) => {
    await using bot = await startCaseBot({ stage });
    const seen = await bot.press(omar, button);
    expect(seen).toMatchObject({ kind: 'told', words: expect.stringContaining(why) });
  });

  test('for a file of a case that has as many as it takes', async () => {
    const files = Array.from({ length: 10 }, (_, index) => aCaseFile({ id: `f-${index}` }));
    await using bot = await startCaseBot({ stage: 'evidence', its: { files } });
    expect((await bot.press(omar, 'case.file')).words).toContain('Take one out');
  });

  test('for anything of a case that is closed', async () => {
    const closed = { at: 1, why: 'by-hand', by: omar, reason: 'Signed instead.' } as const;
    await using bot = await startCaseBot({ stage: 'evidence', its: { closed } });
    for (const button of ['case.complete', 'case.file', 'case.send-back', 'case.reply']) {
      expect((await bot.press(omar, button)).words).toContain(`Case ${caseId} is closed`);
    }
    expect((await bot.choose(omar, 'close')).words).toContain(`Case ${caseId} is closed`);
  });

  test('for a step that is not to be done any more: the case as it stands is shown', async () => {
    await using bot = await startCaseBot({ stage: 'evidence-review' });
    expect((await bot.press(omar, 'case.complete')).words).toContain('to be approved');
  });
});

describe.concurrent('an approval', () => {
  const prefixes = { case: caseId, step: 'prefixes', round: 1 };

  test('shows whoever pressed it in a copy how the case stands now', async () => {
    await using bot = await startCaseBot({ stage: 'prefixes-review' });
    const seen = await bot.press(ana, 'case.approve', prefixes);
    expect(seen.words).toContain('step 2 of 7');
    expect((await bot.theCase()).steps.prefixes).toMatchObject({ state: 'done', approvals: [{ by: ana }] });
  });

  test('is refused to an operator, to who did it, to who gave one, and where none is asked for', async () => {
    await using bot = await startCaseBot({ stage: 'submission-approved-once' });
    const submission = { case: caseId, step: 'submission', round: 1 };
    expect((await bot.press(omar, 'case.approve', submission)).words).toContain('You need the role approver');
    expect((await bot.press(ana, 'case.approve', submission)).words).toContain('You have approved');
    expect((await bot.press(ana, 'case.approve', prefixes)).words).toContain('Nobody is asked to approve');
    const later = { ...submission, round: 2 };
    expect((await bot.press(adam, 'case.approve', later)).words).toContain('changed since you saw it');
    const forged = { ...submission, step: 'answers' };
    expect((await bot.press(adam, 'case.approve', forged)).words).toContain('from another version');
    expect((await bot.theCase()).submission).toBeUndefined();
  });

  test('is refused to whoever put it forward, though they may approve', async () => {
    await using bot = await startCaseBot({ stage: 'open' });
    await bot.submit(adam, 'case.complete', { 'case.note': { value: '' } }, `${caseId} prefixes`);
    expect((await bot.press(adam, 'case.approve', prefixes)).words).toContain('somebody else has to approve');
  });
});

describe('the ticket’s text', () => {
  test('is a form while it is written, for those who may, and something to read for everybody', async () => {
    await using writing = await startCaseBot({ stage: 'ticket-text' });
    expect((await writing.press(omar, 'case.text')).kind).toBe('form');
    expect((await writing.press(vera, 'case.text')).words).toContain('You need the role operator');
    await using reading = await startCaseBot({ stage: 'ticket-text-review' });
    const read = await reading.press(vera, 'case.text');
    expect(read).toMatchObject({ kind: 'told', words: expect.stringContaining('Please validate') });
  });
});

describe.concurrent('the files of a case', () => {
  async function start() {
    const its = { files: [aCaseFile({ id: 'f-1', name: 'letter.pdf' })] };
    const bot = await startCaseBot({ stage: 'evidence', its });
    bot.office.kept.set(caseId, new Map([['f-1', new Uint8Array([1, 2, 3])]]));
    return bot;
  }

  test('are listed for everybody, with what can be done', async () => {
    await using bot = await start();
    const seen = await bot.choose(vera, 'files');
    for (const word of ['letter.pdf', '48 kB', 'Take out', 'Add a file…', '1 of 10 files']) {
      expect(seen.words).toContain(word);
    }
  });

  test('are put into the thread by those who work on it', async () => {
    await using bot = await start();
    expect((await bot.pressInModal(vera, 'case.files.share')).words).toContain('You need the role operator');
    expect(bot.shared).toEqual([]);
    expect((await bot.pressInModal(ana, 'case.files.share')).words).toContain('letter.pdf');
    expect(bot.shared).toMatchObject([{ name: 'letter.pdf', threadTs: '7.7', channelId: 'C0APPROVAL' }]);
  });

  test('are taken out by an operator, and the list shows it', async () => {
    await using bot = await start();
    const payload = { case: caseId, file: 'f-1' };
    expect((await bot.pressInModal(ana, 'case.file.out', payload)).words).toContain('You need the role');
    expect((await bot.pressInModal(omar, 'case.file.out', payload)).words).toContain('has no files yet');
    expect((await bot.pressInModal(omar, 'case.file.out', payload)).words).toContain('no such file');
    expect((await bot.theCase()).files).toMatchObject([{ id: 'f-1', isRemoved: true }]);
  });
});

describe('the package for a ticket that is opened by hand', () => {
  const submission = { phase: 'by-hand', since: 1, why: 'not-allowed' } as const;
  const its = { submission, files: [aCaseFile({ id: 'f-1', name: 'letter.pdf' })] };

  test.each([
    [undefined, 'they are in the case’s thread'],
    [true, 'I could not put them into the case’s thread'],
  ] as const)('has the text whatever Slack does with the files (%s)', async (withoutFiles, says) => {
    await using bot = await startCaseBot({ stage: 'checking', its, ...(withoutFiles && { withoutFiles }) });
    bot.office.kept.set(caseId, new Map([['f-1', new Uint8Array([1])]]));
    const seen = await bot.press(omar, 'case.package');
    expect(seen.words).toContain('Please validate the advertised public prefixes');
    expect(seen.words).toContain(says);
    expect(seen.words).toContain('Enter the ticket’s number…');
    expect((await bot.press(vera, 'case.package')).words).toContain('You need the role operator');
  });
});

describe('the button Case', () => {
  test('shows the open one to whoever may look at the circuit', async () => {
    await using bot = await startCaseBot({ stage: 'evidence' });
    const seen = await bot.press(vera, 'case.open', lon);
    expect(seen.words).toContain(`has an open case already: ${caseId}`);
    expect(seen.words).toContain('<#C0APPROVAL>');
  });

  test('opens one for those who may', async () => {
    await using bot = await startCaseBot();
    expect((await bot.press(vera, 'case.open', lon)).words).toContain('You need the role operator');
    expect((await bot.press(omar, 'case.open', lon)).words).toContain('its thread is its file');
    expect(await bot.theCase()).toMatchObject({ opened: { by: omar } });
  });

  test('says why there is nothing to open', async () => {
    await using bot = await startCaseBot();
    await bot.office.showCircuit(lon01('Configured'));
    expect((await bot.press(omar, 'case.open', lon)).words).toContain('has accepted every prefix');
  });
});
