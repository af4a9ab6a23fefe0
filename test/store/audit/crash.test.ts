import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createAuditFile } from '../../../src/store/audit-file.ts';
import { openFileStore } from '../../../src/store/file-store.ts';
import { verifyAudit } from '../../../src/store/verify-audit.ts';
import { createAuditWriter } from '../../../src/usecases/audit/write-audit.ts';
import { keptLog } from '../../support/kept-log.ts';
import { childProcesses } from '../support/child.ts';
import { scratchFolders } from '../support/scratch.ts';

const kills = 12;
const scratch = scratchFolders();
const start = childProcesses();

/** Lets it write for a while, kills it, and tells the last number that it said. */
async function writeAndKill(path: string): Promise<number> {
  const child = start('child-trails.ts', path);
  let last = Number(await child.nextLine());
  for (let more = Math.floor(Math.random() * 6); more > 0; more--) last = Number(await child.nextLine());
  for (let turns = Math.floor(Math.random() * 50); turns > 0; turns--) await setImmediate();
  child.kill();
  for (let line = await child.nextLine(); line !== undefined; line = await child.nextLine()) {
    last = Number(line);
  }
  await child.ended;
  return last;
}

it(`has every acknowledged entry once, through ${kills} kills at random moments`, async () => {
  const path = join(await scratch(), 'audit.json');
  const trail = `${path}l`;
  for (let kill = 0; kill < kills; kill++) {
    const acknowledged = await writeAndKill(path);
    const { store } = await openFileStore({ path });
    const audit = createAuditFile(trail, { now: Date.now });
    const log = keptLog();
    await createAuditWriter({ store, audit, log }).flush();
    expect(log.lines).toEqual([]);
    expect(await store.dueAudit()).toEqual([]);
    const { entries } = await audit.read({ fits: () => true, limit: 100_000 });
    const numbers = entries.map(({ id }) => Number(id));
    expect(numbers).toEqual(numbers.map((_, index) => index));
    expect(numbers.at(-1)).toBeGreaterThanOrEqual(acknowledged);
    expect(await verifyAudit(trail)).toEqual({ kind: 'whole', lines: numbers.length, unconfirmed: 0 });
    await store.close();
  }
}, 120_000);
