import { expect, it } from 'vitest';
import { aCaseOffice, asOmar, got } from './support/a-case-office.ts';
import { upTo } from './support/people.ts';

it('a file that the case does not take leaves nothing behind', async () => {
  const office = aCaseOffice();
  const process = office.start();
  const { id } = await upTo(office, process, ({ files }) => files.some(({ by }) => by !== undefined));
  const kept = () => [...(office.kept.get(id)?.keys() ?? [])];
  const before = kept();
  const again = { slackFileId: 'F1', kind: 'contract' } as const;
  expect(await process.desk.attach(asOmar, id, again)).toMatchObject({
    refusal: { code: 'case-file-twice' },
  });
  expect(kept()).toEqual(before);
  got(await process.desk.act(asOmar, id, { kind: 'close', reason: 'Not needed' }));
  office.uploads.set('F2', { name: 'other.txt', content: new TextEncoder().encode('Other') });
  expect(await process.desk.attach(asOmar, id, { ...again, slackFileId: 'F2' })).toMatchObject({ ok: false });
  expect(kept()).toEqual(before);
});
