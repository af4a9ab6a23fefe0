import { describe, expect, it } from 'vitest';
import type { Case } from '../../../src/domain/validation/case/case.ts';
import { AzureFault } from '../../../src/usecases/ports.ts';
import { dayMs } from '../../support/a-case.ts';
import { aCaseOffice, asOmar, type CaseProcess, drive, got } from './support/a-case-office.ts';
import { upTo } from './support/people.ts';

const minuteMs = 60_000;
const hasTicket = ({ ticket }: Case) => ticket !== undefined;

async function anOffice(isThere: (it: Case) => boolean) {
  const office = aCaseOffice();
  const process = office.start();
  const { id } = await upTo(office, process, isThere);
  return { office, process, id };
}

/** What can be done at this very moment, for at most so many turns. */
async function now({ run }: CaseProcess, turns = 50): Promise<number> {
  for (let turn = 0; turn < turns; turn++) {
    const { due } = await run.look();
    if (due.length === 0) return turn;
    for (const id of due) await run.advance(id);
  }
  return turns;
}

describe('after the clock was set back by three days', () => {
  it('Microsoft’s answers are told at once', async () => {
    const { office, process } = await anOffice(hasTicket);
    await now(process);
    office.support.answer((await office.theCase()).ticket?.name ?? '', 'm-1', 'Which contract?');
    office.world.now -= 3 * dayMs;
    await drive(office, process, minuteMs);
    expect((await office.theCase()).ticket?.messages).toMatchObject([{ body: 'Which contract?' }]);
  });

  it('a reply is sent', async () => {
    const { office, process, id } = await anOffice(hasTicket);
    got(await process.desk.act(asOmar, id, { kind: 'reply', text: 'EX-2291.' }));
    office.world.now -= 3 * dayMs;
    await drive(office, process, minuteMs);
    expect(office.support.said.map(({ body }) => body)).toEqual(['EX-2291.']);
  });

  it('a submission goes on', async () => {
    const { office, process } = await anOffice(({ submission }) => submission?.phase === 'checking');
    office.world.now -= 3 * dayMs;
    await drive(office, process, 10 * minuteMs);
    expect(office.support.made).toHaveLength(1);
    expect((await office.theCase()).submission?.phase).toBe('submitted');
  });

  it('the registries are asked once', async () => {
    const { office, process } = await anOffice(({ steps }) => steps.registries.state === 'open');
    expect(office.world.lookups).toBe(0);
    office.world.now -= 3 * dayMs;
    expect(await now(process)).toBeLessThan(5);
    expect(office.world.lookups).toBe(1);
    expect((await office.theCase()).files).toHaveLength(1);
  });

  it('nobody is reminded twice, and no approval runs out', async () => {
    const { office, process } = await anOffice(({ steps }) => steps.prefixes.state === 'review');
    await drive(office, process, dayMs + minuteMs);
    const reminders = async () => (await office.entriesOf()).filter(({ kind }) => kind === 'reminded').length;
    expect(await reminders()).toBe(1);
    office.world.now -= 3 * dayMs;
    await drive(office, process, 2 * dayMs);
    expect(await reminders()).toBe(1);
    expect((await office.theCase()).steps.prefixes.state).toBe('review');
  });
});

describe('after the clock was set a month ahead', () => {
  it('people are told once that their time is over, and the case stands still then', async () => {
    const { office, process } = await anOffice(({ steps }) => steps.prefixes.state === 'review');
    office.world.now += 30 * dayMs;
    expect(await now(process)).toBeLessThan(5);
    const kinds = (await office.entriesOf()).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'step-expired')).toHaveLength(1);
    expect((await office.theCase()).steps.prefixes.state).toBe('open');
  });
});

describe('what goes wrong', () => {
  it('is not tried again before half a minute is over, whatever it was', async () => {
    const { office } = await anOffice(({ submission }) => submission?.phase === 'checking');
    let asked = 0;
    const broken = office.start((call) => {
      if (call === 'classification') asked++;
      throw new Error('The disk is full');
    });
    await broken.run.advance((await office.theCase()).id).catch(() => undefined);
    for (let turn = 0; turn < 20; turn++) {
      const { due } = await broken.run.look();
      for (const id of due) await broken.run.advance(id).catch(() => undefined);
    }
    expect(asked).toBe(1);
  });

  it('waits as long as Azure asks for, up to an hour', async () => {
    const { office, process } = await anOffice(hasTicket);
    await now(process);
    const days = new AzureFault('throttled', 'Slower', { retryAfterMs: 5 * dayMs });
    office.support.refuse('communications', days);
    office.world.now += minuteMs;
    expect(await now(process)).toBeLessThan(5);
    office.support.allow('communications');
    office.support.answer((await office.theCase()).ticket?.name ?? '', 'm-1', 'Which contract?');
    await drive(office, process, 50 * minuteMs);
    expect((await office.theCase()).ticket?.messages).toEqual([]);
    await drive(office, process, 11 * minuteMs);
    expect((await office.theCase()).ticket?.messages).toHaveLength(1);
  });
});
