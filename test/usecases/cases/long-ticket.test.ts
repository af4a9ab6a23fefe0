import { describe, expect, it } from 'vitest';
import type { Case } from '../../../src/domain/validation/case/case.ts';
import { caseEntriesReply } from '../../../src/slack/blocks/notice/case-entries.ts';
import { Case as StoredCase } from '../../../src/store/schema/case.ts';
import { aCaseOffice, drive } from './support/a-case-office.ts';
import { upTo } from './support/people.ts';

const hasTicket = ({ ticket }: Case) => ticket !== undefined;

/** A case whose ticket Microsoft fills with letters, all at once. */
async function afterLetters(count: number, letter: (index: number) => string) {
  const office = aCaseOffice();
  const process = office.start();
  const { ticket } = await upTo(office, process, hasTicket);
  const told = (await office.store.owed()).length;
  for (let index = 0; index < count; index++) {
    office.support.answer(ticket?.name ?? '', `letter-${index}`, letter(index));
  }
  office.support.close(ticket?.name ?? '');
  await drive(office, process, 5 * 60_000);
  const notices = (await office.store.owed())
    .slice(told)
    .flatMap(({ notice }) => (notice.kind === 'case-entries' ? [notice] : []));
  return { office, notices };
}

describe('a ticket with 200 long letters', async () => {
  const { office, notices } = await afterLetters(
    200,
    (index) => `${index}: ${'All is well. '.repeat(7_000)}`,
  );

  it('is told whole, in their order, and then how it stands', () => {
    const told = notices.flatMap(({ entries }) =>
      entries.map((entry) => (entry.kind === 'answered' ? entry.id : entry.kind)),
    );
    expect(told).toEqual([...Array.from({ length: 200 }, (_, i) => `letter-${i}`), 'status-changed']);
  });

  it('is told in messages that Slack takes, each letter with what it begins with', () => {
    for (const notice of notices) {
      const { blocks } = caseEntriesReply(notice);
      expect(blocks.length).toBeLessThanOrEqual(50);
      expect(JSON.stringify(blocks).length).toBeLessThan(13_000);
      for (const entry of notice.entries) {
        if (entry.kind === 'answered') expect(JSON.stringify(blocks)).toContain(entry.body.slice(0, 700));
      }
    }
  });

  it('leaves a case that is small', async () => {
    const it_ = await office.theCase();
    expect(JSON.stringify(StoredCase.parse(it_)).length).toBeLessThan(200_000);
    expect(it_.ticket?.messages).toHaveLength(20);
  });
});
