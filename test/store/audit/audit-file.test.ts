import { appendFile, chmod, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyAudit } from '../../../src/store/verify-audit.ts';
import { AuditFault } from '../../../src/usecases/audit/audit-fault.ts';
import { anEntry } from '../support/request-builders.ts';
import { scratchFolders } from '../support/scratch.ts';
import { aTrail, entries, everything } from './a-trail.ts';

const scratch = scratchFolders();
const whole = (lines: number) => ({ kind: 'whole', lines, unconfirmed: 0 });

async function written(count: number) {
  const trail = aTrail(await scratch());
  await trail.file.append(entries(count));
  return trail;
}

describe('the audit file', () => {
  it('has one line an entry, each with its number and the hash of the one before', async () => {
    const trail = await written(2);
    const lines = (await trail.lines()).map((line) => JSON.parse(line));
    expect(lines).toMatchObject(entries(2));
    expect(lines.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(lines.map(({ prev }) => prev)).toEqual(['0'.repeat(64), lines[0].hash]);
    expect(JSON.parse(await readFile(trail.head, 'utf8'))).toEqual({ seq: 2, hash: lines[1].hash });
  });

  it('is readable by its owner only, and stays so', async () => {
    const trail = await written(1);
    const modes = async () =>
      Promise.all([trail.path, trail.head].map(async (path) => (await stat(path)).mode & 0o777));
    expect(await modes()).toEqual([0o600, 0o600]);
    await chmod(trail.path, 0o644);
    await trail.again().append(entries(1, 2));
    expect(await modes()).toEqual([0o600, 0o600]);
    expect(await readdir(dirname(trail.path))).toHaveLength(2);
  });

  it('keeps whatever an entry holds in one line', async () => {
    const trail = await written(0);
    const hostile = anEntry('x', { note: 'a\nb\r\u2028"\\,"hash":"\ud83d', by: undefined });
    await trail.file.append([hostile, anEntry('y')]);
    const { entries: read } = await trail.again().read(everything);
    expect(read).toEqual([hostile, anEntry('y')]);
    expect(await verifyAudit(trail.path)).toEqual(whole(2));
  });

  it('goes on after a restart', async () => {
    const trail = await written(2);
    await trail.again().append(entries(2, 3));
    expect((await trail.file.read(everything)).entries).toEqual(entries(4));
    expect(await verifyAudit(trail.path)).toEqual(whole(4));
    expect(trail.log.lines).toEqual([]);
  });

  it('has an entry once, however often it is handed over, also after a restart', async () => {
    const trail = await written(2);
    await trail.file.append([...entries(3), ...entries(3)]);
    await trail.again().append(entries(4));
    expect((await trail.file.read(everything)).entries).toEqual(entries(4));
  });

  it('takes many at once in their order', async () => {
    const trail = await written(0);
    await Promise.all(entries(30).map((entry) => trail.file.append([entry])));
    expect((await trail.file.read(everything)).entries).toEqual(entries(30));
    expect(await verifyAudit(trail.path)).toEqual(whole(30));
  });
});

describe('reading', () => {
  it('gives the newest that fit, oldest first, and how many there are', async () => {
    const trail = await written(9);
    const even = { fits: ({ at }: { at: number }) => at % 2 === 0, limit: 3 };
    const page = await trail.file.read(even);
    expect(page.entries.map(({ id }) => id)).toEqual(['e-4', 'e-6', 'e-8']);
    expect(page).toMatchObject({ total: 4, unreadable: 0 });
  });

  it('of a trail that there is not gives nothing', async () => {
    const trail = aTrail(await scratch());
    expect(await trail.file.read(everything)).toEqual({ entries: [], total: 0, unreadable: 0 });
    expect(await readdir(dirname(trail.path))).toEqual([]);
  });

  it('counts lines that are not as they were written, and leaves them out', async () => {
    const trail = await written(3);
    const [first = '', second = '', third = ''] = await trail.lines();
    await trail.put([first, second.replace('lon-01', 'fra-02'), third]);
    const page = await trail.file.read(everything);
    expect(page.entries.map(({ id }) => id)).toEqual(['e-1', 'e-3']);
    expect(page).toMatchObject({ total: 2, unreadable: 1 });
  });

  it('crosses the borders of what is read at a time', async () => {
    const trail = await written(0);
    const long = entries(40).map((entry) => ({ ...entry, note: 'é'.repeat(5_000) }));
    await trail.file.append(long);
    expect((await trail.file.read(everything)).entries).toEqual(long);
    expect(await verifyAudit(trail.path)).toEqual(whole(40));
  });
});

describe('what a crash leaves', () => {
  it('a torn line is put aside, and its entry written again', async () => {
    const trail = await written(3);
    const { size } = await stat(trail.path);
    await truncate(trail.path, size - 20);
    const torn = (await readFile(trail.path, 'utf8')).split('\n').at(-1);
    // As before the head was written.
    const lines = (await trail.lines()).map((line) => JSON.parse(line));
    await writeFile(trail.head, JSON.stringify({ seq: 2, hash: lines[1].hash }));

    await trail.again().append(entries(4));
    expect((await trail.file.read(everything)).entries).toEqual(entries(4));
    expect(await verifyAudit(trail.path)).toEqual(whole(4));
    expect(trail.log.lines).toEqual(['warn: a line of the audit trail was cut short: put aside']);
    const aside = `${trail.path}.torn-2026-11-22T03-12-09.005Z`;
    expect(await readFile(aside, 'utf8')).toBe(torn);
    expect((await stat(aside)).mode & 0o777).toBe(0o600);
  });

  it('a line that only lacks its line feed stays', async () => {
    const trail = await written(3);
    await truncate(trail.path, (await stat(trail.path)).size - 1);
    await trail.again().append(entries(4));
    expect((await trail.file.read(everything)).entries).toEqual(entries(4));
    expect(await verifyAudit(trail.path)).toEqual(whole(4));
  });

  it('the very first line, torn, is written again', async () => {
    const trail = aTrail(await scratch());
    await writeFile(trail.path, '{"seq":1,"id');
    await trail.file.append(entries(1));
    expect(await verifyAudit(trail.path)).toEqual(whole(1));
  });

  it('a head that is behind is brought up with the next entry, or with one that is there', async () => {
    const trail = await written(1);
    const behind = await readFile(trail.head);
    await trail.file.append(entries(2, 2));
    await writeFile(trail.head, behind);
    expect(await verifyAudit(trail.path)).toEqual({ kind: 'whole', lines: 3, unconfirmed: 2 });
    await trail.again().append(entries(3));
    expect(await verifyAudit(trail.path)).toEqual(whole(3));
    expect(trail.log.lines).toEqual([]);
  });

  it('a first line without a head gets one', async () => {
    const trail = await written(1);
    await rm(trail.head);
    expect(await verifyAudit(trail.path)).toEqual({ kind: 'head-missing', lines: 1 });
    await trail.again().append(entries(1));
    expect(await verifyAudit(trail.path)).toEqual(whole(1));
  });
});

describe('a trail that somebody changed', () => {
  const trouble = ['error: the audit trail is not as it was left'];

  it('is gone on with where its end was, so that lines cut off are missing for ever', async () => {
    const trail = await written(5);
    await trail.put((await trail.lines()).slice(0, 3));
    await trail.again().append(entries(1, 6));
    expect(await verifyAudit(trail.path)).toEqual({ kind: 'removed', line: 4, from: 4, to: 5 });
    expect(trail.log.lines).toEqual(trouble);
  });

  it('is gone on with under the eyes of the one who writes, too', async () => {
    const trail = await written(5);
    await rm(trail.path);
    await trail.file.append(entries(1, 6));
    expect(await verifyAudit(trail.path)).toEqual({ kind: 'removed', line: 1, from: 1, to: 5 });
    expect(trail.log.lines).toEqual(trouble);
  });

  it('does not hide a last line that was changed with its hash made anew', async () => {
    const trail = await written(3);
    const forged = aTrail(await scratch());
    await forged.file.append([...entries(2), anEntry('e-3', { by: 'U2' })]);
    await trail.put(await forged.lines());
    await trail.again().append(entries(1, 4));
    expect(await verifyAudit(trail.path)).toEqual({ kind: 'changed', line: 3 });
    expect(trail.log.lines).toEqual(trouble);
  });

  it('does not hide a last line that was changed', async () => {
    const trail = await written(3);
    const lines = await trail.lines();
    await trail.put(lines.with(2, (lines[2] ?? '').replace('lon-01', 'fra-02')));
    await trail.again().append(entries(1, 4));
    expect(await verifyAudit(trail.path)).toEqual({ kind: 'changed', line: 3 });
  });
});

describe('a file that cannot be written to', () => {
  it('says why and what to do, and takes the entries when it can be', async () => {
    const folder = await scratch();
    const trail = aTrail(`${folder}/away`);
    const fault: unknown = await trail.file.append(entries(1)).catch((cause: unknown) => cause);
    expect(fault).toBeInstanceOf(AuditFault);
    expect(fault).toMatchObject({ kind: 'unwritable' });
    expect(String(fault)).toContain(
      `${folder}/away is not there. Bring it back, or choose another DATA_DIR.`,
    );

    const again = aTrail(folder);
    await again.file.append(entries(1));
    expect(await verifyAudit(again.path)).toEqual(whole(1));
  });

  it('when it cannot be read, says so', async () => {
    const folder = await scratch();
    await writeFile(`${folder}/file`, '');
    const trail = aTrail(`${folder}/file`);
    await expect(trail.file.read(everything)).rejects.toMatchObject({ kind: 'unreadable' });
    await expect(verifyAudit(trail.path)).rejects.toThrow('is not a folder');
  });
});

it('bytes after the last line are no line', async () => {
  const trail = await written(2);
  await appendFile(trail.path, 'more');
  expect(await verifyAudit(trail.path)).toEqual({ kind: 'unfinished', line: 3 });
});
