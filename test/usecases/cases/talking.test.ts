import { describe, expect, it } from 'vitest';
import type { Case } from '../../../src/domain/validation/case/case.ts';
import { AzureFault } from '../../../src/usecases/ports.ts';
import { aCaseOffice, asOmar, drive, got } from './support/a-case-office.ts';
import { upTo } from './support/people.ts';

const minuteMs = 60_000;
const hasTicket = ({ ticket }: Case) => ticket !== undefined;
const forbidden = new AzureFault('forbidden', 'No role');

async function aTicket(how: 'api' | 'by-hand' = 'api') {
  const office = aCaseOffice();
  if (how === 'by-hand') office.support.refuse('openWorkspace', forbidden);
  const process = office.start();
  const it = await upTo(office, process, hasTicket);
  const now = async () => {
    const { ticket } = await office.theCase();
    if (!ticket) throw new Error('There is no ticket.');
    return ticket;
  };
  const reply = (text: string) => process.desk.act(asOmar, it.id, { kind: 'reply', text });
  return { ...office, ...process, office, process, it, now, reply };
}

describe('Microsoft’s answers', () => {
  it('are told once each, oldest first, and with the ticket’s status', async () => {
    const { office, process, support, now, entriesOf } = await aTicket();
    const { name = '' } = await now();
    support.answer(name, 'm-1', 'Which contract?');
    support.answer(name, 'm-2', 'And who signed it?');
    support.close(name);
    await drive(office, process, 5 * minuteMs);
    const told = (await entriesOf()).flatMap((entry) =>
      entry.kind === 'answered' || entry.kind === 'status-changed' ? [entry] : [],
    );
    expect(told).toMatchObject([
      { body: 'Which contract?', from: 'microsoft' },
      { body: 'And who signed it?' },
      { status: 'Closed' },
    ]);
    expect((await now()).status).toBe('Closed');
  });

  it('wait until Microsoft can be asked', async () => {
    const { office, process, support, now } = await aTicket();
    const { name = '' } = await now();
    support.answer(name, 'm-1', 'Which contract?');
    support.refuse('communications', new AzureFault('unavailable', 'Away', { retryAfterMs: 600_000 }));
    await drive(office, process, 5 * minuteMs);
    expect((await now()).messages).toEqual([]);
    support.allow('communications');
    await drive(office, process, 11 * minuteMs);
    expect((await now()).messages).toMatchObject([{ body: 'Which contract?' }]);
  });

  it('that somebody of ours wrote in the portal are not called Microsoft’s', async () => {
    const { office, process, support, now } = await aTicket();
    const { name = '' } = await now();
    support.answer(name, 'm-1', 'From the portal');
    Object.assign(support.said[0] ?? {}, { sender: 'NOC@example.net' });
    await drive(office, process, 2 * minuteMs);
    expect((await now()).messages).toMatchObject([{ from: 'us' }]);
  });
});

describe('a reply', () => {
  it('is sent once, and told', async () => {
    const { office, process, support, now, reply, entriesOf } = await aTicket();
    got(await reply('EX-2291.'));
    await drive(office, process, 5 * minuteMs);
    expect(support.said.map(({ body }) => body)).toEqual(['EX-2291.']);
    expect((await now()).messages).toMatchObject([{ body: 'EX-2291.', delivery: 'sent' }]);
    expect((await entriesOf()).filter(({ kind }) => kind === 'reply-sent')).toHaveLength(1);
  });

  it('whose answer was lost is there once', async () => {
    const { office, process, support, reply } = await aTicket();
    support.script('reply', new AzureFault('unreachable', 'Lost'), true);
    got(await reply('EX-2291.'));
    await drive(office, process, 5 * minuteMs);
    expect(support.calls.filter((call) => call === 'reply')).toHaveLength(2);
    expect(support.said).toHaveLength(1);
  });

  it('that Microsoft does not take is for a person to put into the portal', async () => {
    const { office, process, support, now, reply, entriesOf } = await aTicket();
    support.refuse('reply', new AzureFault('refused', 'The ticket is closed.'));
    got(await reply('EX-2291.'));
    await drive(office, process, 5 * minuteMs);
    expect((await now()).messages).toMatchObject([{ delivery: 'by-hand' }]);
    expect(await entriesOf()).toContainEqual(
      expect.objectContaining({ kind: 'reply-refused', why: 'The ticket is closed.' }),
    );
  });

  it('goes to Microsoft also when the case is closed right after', async () => {
    const { office, process, support, it, desk, reply } = await aTicket();
    got(await reply('Thank you.'));
    got(await desk.act(asOmar, it.id, { kind: 'close', reason: 'Agreed on the phone' }));
    await drive(office, process, 5 * minuteMs);
    expect(support.said.map(({ body }) => body)).toEqual(['Thank you.']);
  });

  it('needs somebody whom Microsoft may contact', async () => {
    const { office, process, world, reply, entriesOf } = await aTicket();
    world.contact = undefined;
    got(await reply('EX-2291.'));
    await drive(office, process, 5 * minuteMs);
    expect(await entriesOf()).toContainEqual(
      expect.objectContaining({ kind: 'reply-refused', why: 'SUPPORT_CONTACT_FILE names nobody' }),
    );
  });
});

describe('a ticket that was opened by hand', () => {
  it('is followed as any other from when Azure shows it', async () => {
    const { office, process, support, now, reply, entriesOf } = await aTicket('by-hand');
    expect((await now()).name).toBeUndefined();
    await drive(office, process, 2 * minuteMs);
    expect(await now()).toMatchObject({ name: 'portal-ticket', how: 'by-hand', number: '2603020030009999' });
    support.answer('portal-ticket', 'm-1', 'Which contract?');
    got(await reply('EX-2291.'));
    await drive(office, process, 3 * minuteMs);
    expect((await now()).messages.map(({ body }) => body)).toEqual(['EX-2291.', 'Which contract?']);
    expect((await entriesOf()).filter(({ kind }) => kind === 'ticket-found')).toHaveLength(1);
  });

  it('that Azure does not show is told of by people', async () => {
    const office = aCaseOffice();
    office.support.refuse('findTicket', forbidden);
    office.support.refuse('openWorkspace', forbidden);
    const process = office.start();
    const { id } = await upTo(office, process, hasTicket);
    got(await process.desk.act(asOmar, id, { kind: 'record-answer', text: 'Validated.', isClosed: true }));
    got(await process.desk.act(asOmar, id, { kind: 'reply', text: 'Thank you.' }));
    await drive(office, process, 10 * minuteMs);
    expect((await office.theCase()).ticket).toMatchObject({
      status: 'Closed',
      messages: [
        { from: 'microsoft', by: 'U0OMAR0001' },
        { from: 'us', delivery: 'by-hand' },
      ],
    });
  });
});
