import { describe, expect, test } from 'vitest';
import { aCircuit } from '../../support/a-circuit.ts';
import { caseId, omar, startCaseBot, vera } from '../../support/case-bot.ts';
import { lon01 } from '../../usecases/cases/support/a-case-office.ts';

describe.concurrent('/circuit case', () => {
  test('lists the open cases and those that are closed', async () => {
    await using bot = await startCaseBot({ stage: 'evidence' });
    expect((await bot.command(vera, 'case')).words).toContain('1 open case');
    await using none = await startCaseBot();
    expect((await none.command(vera, 'case')).words).toContain('No open case');
    const closed = { at: 1, why: 'withdrawn' } as const;
    await using over = await startCaseBot({ stage: 'evidence', its: { closed } });
    const listed = (await over.command(vera, 'case')).words;
    expect(listed).toContain('No open case');
    expect(listed).toContain('not advertised any more');
  });

  test.each(['case lon-01', 'case rg-net/lon-01', `case ${caseId}`, `case ${caseId.toLowerCase()}`])(
    '%s shows it to whoever may look at the circuit',
    async (text) => {
      await using bot = await startCaseBot({ stage: 'evidence' });
      expect((await bot.command(vera, text)).words).toContain('step 3 of 7: the evidence of ownership');
    },
  );

  test('says what there is not', async () => {
    await using bot = await startCaseBot();
    expect((await bot.command(omar, 'case lon-01')).words).toContain('has no case of manual validation');
    expect((await bot.command(omar, 'case fra-99')).words).toContain('fra-99');
    expect((await bot.command(omar, 'case CASE-NOPE')).words).toContain('I know no case CASE-NOPE');
    expect((await bot.command(omar, 'case open')).words).toContain('Which circuit?');
    expect((await bot.command(omar, 'case lon-01 now')).words).toContain('case [open] [circuit]');
  });
});

describe.concurrent('/circuit case open', () => {
  test('opens one, and says where it stands; the second shows the first', async () => {
    await using bot = await startCaseBot();
    expect((await bot.command(omar, 'case open lon-01')).words).toContain(
      'is open. It stands in <#C0APPROVAL>',
    );
    expect((await bot.command(omar, 'case OPEN lon-01')).words).toContain('has an open case already');
    expect(await bot.theCase()).toMatchObject({ opened: { by: omar, why: 'validation-needed' } });
  });

  test('is refused to whoever only looks, which the audit trail has', async () => {
    await using bot = await startCaseBot();
    expect((await bot.command(vera, 'case open lon-01')).words).toContain('You need the role operator');
    expect(await bot.refusals()).toEqual(['case open: role-needed']);
  });

  test('says why there is nothing to open', async () => {
    await using bot = await startCaseBot();
    await bot.office.showCircuit(lon01('Configured'));
    expect((await bot.command(omar, 'case open lon-01')).words).toContain('has accepted every prefix');
    await bot.office.showCircuit(aCircuit({ peerings: [] }));
    expect((await bot.command(omar, 'case open lon-01')).words).toContain('advertises no public prefixes');
  });

  test('stands where it was asked for when I am not in the approvals channel, and nowhere else', async () => {
    await using bot = await startCaseBot();
    bot.office.members.delete('C0APPROVAL');
    expect((await bot.command(omar, 'case open lon-01')).words).toContain('<#C0NETOPS001>');
    await using out = await startCaseBot();
    out.office.members.clear();
    expect((await out.command(omar, 'case open lon-01')).words).toContain('I am in none where it could');
  });
});
