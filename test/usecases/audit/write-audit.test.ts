import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AuditEntry } from '../../../src/domain/audit/entry.ts';
import { createAuditFile } from '../../../src/store/audit-file.ts';
import { openFileStore } from '../../../src/store/file-store.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { AuditFault } from '../../../src/usecases/audit/audit-fault.ts';
import type { AuditFile } from '../../../src/usecases/audit/audit-file.ts';
import { createAuditWriter, tellingAudit } from '../../../src/usecases/audit/write-audit.ts';
import { keptLog } from '../../support/kept-log.ts';
import { scratchFolder } from '../../support/scratch-folder.ts';

const anEntry = (id: string): AuditEntry => ({ id, at: 1_000, by: 'U1', act: 'mute' });
const entries = (count: number) => Array.from({ length: count }, (_, index) => anEntry(`e-${index}`));

const full = new AuditFault('unwritable', 'the disk is full');

/** An audit file whose next appends end in these faults. */
function anAuditFile() {
  const written: string[] = [];
  const batches: number[] = [];
  const faults: readonly AuditFault[] = [];
  const world = { faults, busy: 0, overlaps: 0 };
  const file: AuditFile = {
    async append(all) {
      if (++world.busy > 1) world.overlaps++;
      await null;
      world.busy--;
      const [fault, ...later] = world.faults;
      world.faults = later;
      if (fault) throw fault;
      batches.push(all.length);
      written.push(...all.map(({ id }) => id));
    },
    read: async () => ({ entries: [], total: 0, unreadable: 0 }),
  };
  return { file, written, batches, world };
}

function aHouse() {
  const store = createMemoryStore();
  const audit = anAuditFile();
  const log = keptLog();
  return { store, log, ...audit, writer: createAuditWriter({ store, audit: audit.file, log }) };
}

describe('the audit writer', () => {
  test('writes what is due in its order, and then it is not due any more', async () => {
    const { store, writer, written } = aHouse();
    await store.commit({ audit: entries(3) });
    await writer.flush();
    expect(written).toEqual(['e-0', 'e-1', 'e-2']);
    expect(await store.dueAudit()).toEqual([]);
    await writer.flush();
    expect(written).toHaveLength(3);
  });

  test('that is stopped writes what is due, and asks nothing of the store afterwards', async () => {
    const { store, file, log } = aHouse();
    let isClosed = false;
    const closing = {
      ...store,
      dueAudit: () => (isClosed ? Promise.reject(new Error('closed')) : store.dueAudit()),
    };
    const writer = createAuditWriter({ store: closing, audit: file, log });
    await store.commit({ audit: entries(2) });
    // One is under way and one waits for it, as after two acts of people.
    const flushes = [writer.flush(), writer.flush()];
    await writer.stop();
    expect(await store.dueAudit()).toEqual([]);
    isClosed = true;
    await Promise.all([...flushes, writer.flush()]);
    expect(log.lines).toEqual([]);
  });

  test('writes each entry once, one flush after the other, whoever asks', async () => {
    const { store, writer, written, world } = aHouse();
    await store.commit({ audit: entries(3) });
    const flushes = [writer.flush(), writer.flush(), writer.flush()];
    await store.commit({ audit: [anEntry('late')] });
    await Promise.all([...flushes, writer.flush()]);
    expect(written).toEqual(['e-0', 'e-1', 'e-2', 'late']);
    expect(world.overlaps).toBe(0);
  });

  test('has written, when a flush ends, all that was owed before it was asked for', async () => {
    const { store, writer, written } = aHouse();
    await store.commit({ audit: [anEntry('first')] });
    const first = writer.flush();
    await store.commit({ audit: [anEntry('second')] });
    await writer.flush();
    expect(written).toEqual(['first', 'second']);
    await first;
  });

  test('tries again for who asks while a try fails', async () => {
    const { store, writer, written, world } = aHouse();
    await store.commit({ audit: entries(2) });
    world.faults = [full];
    await Promise.all([writer.flush(), writer.flush()]);
    expect(written).toEqual(['e-0', 'e-1']);
  });

  test('writes many in parts', async () => {
    const { store, writer, batches } = aHouse();
    await store.commit({ audit: entries(250) });
    await writer.flush();
    expect(batches).toEqual([100, 100, 50]);
  });

  test('keeps what a full disk refuses, says so once, and writes it later', async () => {
    const { store, writer, written, world, log } = aHouse();
    world.faults = [full, full];
    await store.commit({ audit: entries(2) });
    await writer.flush();
    await writer.flush();
    expect((await store.dueAudit()).map(({ id }) => id)).toEqual(['e-0', 'e-1']);
    expect(log.lines).toEqual([
      'error: the audit trail is not written; its entries are kept and written later',
    ]);

    await writer.flush();
    expect(written).toEqual(['e-0', 'e-1']);
    expect(await store.dueAudit()).toEqual([]);
    expect(log.lines.at(-1)).toBe('info: the audit trail is written again');
  });

  test('says another fault, too', async () => {
    const { store, writer, world, log } = aHouse();
    await store.commit({ audit: entries(1) });
    world.faults = [full, full, new AuditFault('unwritable', 'permission is denied')];
    for (const _ of [1, 2, 3]) await writer.flush();
    expect(log.lines).toHaveLength(2);
  });
});

test('killed between writing and settling, an entry is in the file once', async () => {
  await using folder = await scratchFolder();
  const path = join(folder.path, 'state.json');
  const auditPath = join(folder.path, 'audit.jsonl');
  const audit = () => createAuditFile(auditPath, { now: Date.now });

  const first = (await openFileStore({ path })).store;
  await first.commit({ audit: entries(3) });
  await audit().append(await first.dueAudit());
  await first.close();

  const second = (await openFileStore({ path })).store;
  expect(await second.dueAudit()).toHaveLength(3);
  await createAuditWriter({ store: second, audit: audit(), log: keptLog() }).flush();
  expect(await second.dueAudit()).toEqual([]);
  await second.close();
  const ids = (await readFile(auditPath, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).id);
  expect(ids).toEqual(['e-0', 'e-1', 'e-2']);
});

test('whoever owes an entry has it written', async () => {
  const { store, writer, written } = aHouse();
  const flushes: Promise<void>[] = [];
  const flush = () => {
    const flushed = writer.flush();
    flushes.push(flushed);
    return flushed;
  };
  const telling = tellingAudit(store, { flush });
  await telling.commit({ settle: ['k'] });
  await telling.commit({ audit: [] });
  expect(flushes).toEqual([]);
  await telling.commit({ audit: entries(1) });
  await Promise.all(flushes);
  expect(written).toEqual(['e-0']);
});
