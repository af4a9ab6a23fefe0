import { describe, expect, it } from 'vitest';
import { AzureFault } from '../../../src/usecases/ports.ts';
import { aCaseOffice, asOmar, drive, got } from './support/a-case-office.ts';
import { upTo } from './support/people.ts';

const minuteMs = 60_000;

async function aTicket(isMirrored: boolean) {
  const office = aCaseOffice();
  if (!isMirrored)
    for (const call of ['openWorkspace', 'findTicket'] as const)
      office.support.refuse(call, new AzureFault('forbidden', 'No role'));
  const process = office.start();
  const { id } = await upTo(office, process, ({ ticket }) => ticket !== undefined);
  return { office, id };
}

const reply = { kind: 'reply', text: 'EX-2291.' } as const;
const answer = { kind: 'record-answer', text: 'Which contract?', isClosed: false } as const;

describe('a form that was sent twice, with a restart in between', () => {
  it('tells Microsoft what stands in it once, also when Microsoft has it already', async () => {
    const { office, id } = await aTicket(true);
    got(await office.start().desk.act(asOmar, id, reply, 'V0FORM0001'));
    const process = office.start();
    got(await process.desk.act(asOmar, id, reply, 'V0FORM0001'));
    await drive(office, process, 5 * minuteMs);
    got(await process.desk.act(asOmar, id, reply, 'V0FORM0001'));
    await drive(office, process, 5 * minuteMs);
    expect(office.support.said).toHaveLength(1);
    expect((await office.entriesOf()).filter(({ kind }) => kind === 'replied')).toHaveLength(1);
  });

  it('keeps an answer once', async () => {
    const { office, id } = await aTicket(false);
    for (const _ of [1, 2]) got(await office.start().desk.act(asOmar, id, answer, 'V0FORM0001'));
    expect((await office.theCase()).ticket?.messages).toHaveLength(1);
  });
});

describe('the same text in another form', () => {
  it('is said again', async () => {
    const { office, id } = await aTicket(true);
    const process = office.start();
    for (const form of ['V0FORM0001', 'V0FORM0002']) got(await process.desk.act(asOmar, id, reply, form));
    await drive(office, process, 5 * minuteMs);
    expect(office.support.said).toHaveLength(2);
  });
});
