import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AuditEntry } from '../../src/domain/audit/entry.ts';
import { utc } from '../../src/domain/instant.ts';
import { createAuditFile } from '../../src/store/audit-file.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { aKnownCircuit, circuitIdOf } from '../support/a-circuit.ts';
import { aGrant, anAccess } from '../support/an-access.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { startSlackBot } from '../support/slack-bot.ts';

const circuit = { id: circuitIdOf('lon-01'), name: 'lon-01' };
const hour = 3_600_000;
/** By the clock of the machine: a signed request that is older is turned away. */
const [approvedAt, failedAt] = [Date.now() - 48 * hour, Date.now() - hour];

const resized: AuditEntry = {
  id: 'e-1',
  at: approvedAt,
  by: 'U0ANA00001',
  channelId: 'C0APPROVE01',
  act: 'approve',
  operation: 'resize',
  requestId: 'R-7K2Q',
  circuit,
};
const failed: AuditEntry = {
  id: 'e-2',
  at: failedAt,
  act: 'fail',
  operation: 'delete',
  requestId: 'R-9M3T',
  circuit,
  changes: [{ field: 'Circuit', before: 'lon-01', after: '' }],
  note: 'ConflictError',
};

async function withTrail(entries: readonly AuditEntry[] = [resized, failed]) {
  const folder = await scratchFolder();
  const audit = createAuditFile(join(folder.path, 'audit.jsonl'), { now: Date.now });
  await audit.append(entries);
  const store = createMemoryStore();
  await store.commit({ putCircuits: [aKnownCircuit()] });
  const access = anAccess(aGrant());
  const bot = await startSlackBot({ access, deps: { store, audit } });
  return {
    ...bot,
    async [Symbol.asyncDispose]() {
      await bot[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

describe('/circuit audit', () => {
  test('tells the asker alone when, who, what, on what, from where, before and after, and the end', async () => {
    await using bot = await withTrail();
    const { words, ephemeral } = await bot.ask('audit');
    expect(ephemeral).toBe(true);
    const [title = '', latest = '', result = '', earlier = ''] = words
      .replaceAll(/<!date[^>]*\|([^>]*)>/gu, '$1')
      .replace(/^.*?"blocks":.*?"text":"/u, '')
      .split(/\n|","verbatim.*?"text":"/u);
    expect(title).toBe('*2 entries of the audit trail*');
    expect(latest).toBe(`:x: ${utc(failedAt)} Trunkline could not finish the deletion of *lon-01* · R-9M3T`);
    expect(result).toBe('↳ Circuit: lon-01 → *none*; ConflictError');
    expect(earlier).toContain(
      `${utc(approvedAt)} <@U0ANA00001> approved the resize of *lon-01* in <#C0APPROVE01> · R-7K2Q`,
    );
  });

  test.each([
    ['audit lon-01 <@U0ANA00001|ana>', '1 entry of the audit trail* · lon-01 · by <@U0ANA00001>'],
    ['audit 1d', '1 entry of the audit trail* · since <!date'],
    ['audit since:1d by <@U0ANA00001|ana>', 'Nothing in the audit trail fits* · by <@U0ANA00001> · since'],
    ['audit fra-02', 'No circuit is called fra-02'],
    ['audit @nobody', 'I cannot tell who @nobody is: Slack gave me no mention.'],
    ['audit since:soon', 'soon is no time that I can read.'],
    ['audit since:9027-01-01', '9027-01-01 is still to come'],
    ['audit lon-01 ams-01', 'Those are several circuits'],
    ['audit provider:Equinix', 'The audit trail cannot be asked for provider:.'],
  ])('%s', async (text, said) => {
    await using bot = await withTrail();
    expect((await bot.ask(text)).words).toContain(said);
  });

  test('says that more was done than one message shows', async () => {
    const many = Array.from({ length: 23 }, (_, index) => ({ ...resized, id: `e-${index}` }));
    await using bot = await withTrail(many);
    const { words } = await bot.ask('audit');
    expect(words).toContain('The newest 20 of 23 entries of the audit trail');
    expect(words).toContain('3 older entries are not shown: narrow it with a circuit, a person or a time.');
  });

  test('is refused to who has no role for it, and that is owed to the trail', async () => {
    await using bot = await withTrail();
    const { words } = await bot.ask('audit lon-01', { user_id: 'U0VERA0001' });
    expect(words).toContain('You need the role operator or approver');
    expect(await bot.store.dueAudit()).toMatchObject([{ act: 'refuse', by: 'U0VERA0001' }]);
  });
});
