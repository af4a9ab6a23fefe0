import { execFile } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it, test } from 'vitest';
import { createCaseFiles } from '../../src/store/case-files.ts';
import type { CaseFiles } from '../../src/usecases/validation/files.ts';
import { faultOf } from './support/faults.ts';
import { scratchFolders } from './support/scratch.ts';

const scratch = scratchFolders();
const bytes = (text: string) => new TextEncoder().encode(text);
const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);

const namesIn = async (files: CaseFiles) =>
  (await files.list()).map(({ caseId, fileId }) => `${caseId}/${fileId}`).sort();

async function opened() {
  const folder = join(await scratch(), 'data', 'cases');
  return { folder, files: createCaseFiles(folder) };
}

describe('the files of a case', () => {
  it('come back as they were kept, also from another process', async () => {
    const { files, folder } = await opened();
    const content = Uint8Array.from({ length: 5_000 }, (_, i) => i % 256);
    await files.keep('CASE-1', 'F1', content);
    expect(await files.read('CASE-1', 'F1')).toEqual(Buffer.from(content));
    expect(await createCaseFiles(folder).read('CASE-1', 'F1')).toEqual(Buffer.from(content));
  });

  it('are their owner’s alone', async () => {
    const { files, folder } = await opened();
    await files.keep('CASE-1', 'F1', bytes('a'));
    expect(await modeOf(join(folder, 'CASE-1', 'F1'))).toBe('600');
    expect(await modeOf(join(folder, 'CASE-1'))).toBe('700');
    expect(await modeOf(folder)).toBe('700');
  });

  it('are replaced whole, and are again their owner’s alone', async () => {
    const { files, folder } = await opened();
    await files.keep('CASE-1', 'F1', bytes('long ago'));
    await chmod(join(folder, 'CASE-1', 'F1'), 0o644);
    await files.keep('CASE-1', 'F1', bytes('now'));
    expect(await readFile(join(folder, 'CASE-1', 'F1'), 'utf8')).toBe('now');
    expect(await modeOf(join(folder, 'CASE-1', 'F1'))).toBe('600');
    expect(await readdir(join(folder, 'CASE-1'))).toEqual(['F1']);
  });

  it('that are not there are none', async () => {
    const { files } = await opened();
    expect(await files.read('CASE-1', 'F1')).toBeUndefined();
    expect(await files.list()).toEqual([]);
    await files.remove('CASE-1');
  });

  it('go with their case, and no other’s do; twice is once', async () => {
    const { files, folder } = await opened();
    for (const id of ['CASE-1', 'CASE-2']) await files.keep(id, 'F1', bytes(id));
    await files.keep('CASE-1', 'F2', bytes('b'));
    expect(await namesIn(files)).toEqual(['CASE-1/F1', 'CASE-1/F2', 'CASE-2/F1']);
    await files.remove('CASE-1');
    await files.remove('CASE-1');
    expect(await namesIn(files)).toEqual(['CASE-2/F1']);
    expect(await files.read('CASE-1', 'F1')).toBeUndefined();
    expect(await readdir(folder)).toEqual(['CASE-2']);
  });

  it('go one by one too; twice is once', async () => {
    const { files } = await opened();
    for (const id of ['F1', 'F2']) await files.keep('CASE-1', id, bytes(id));
    for (const caseId of ['CASE-1', 'CASE-1', 'CASE-2']) await files.removeFile({ caseId, fileId: 'F1' });
    expect(await namesIn(files)).toEqual(['CASE-1/F2']);
    expect(await files.read('CASE-1', 'F1')).toBeUndefined();
  });

  it('are durable in every folder that was made for them', async () => {
    const synced: string[] = [];
    const root = await scratch();
    const files = createCaseFiles(join(root, 'cases'), {
      syncFolder: async (folder) => void synced.push(folder),
    });
    await files.keep('CASE-1', 'F1', bytes('a'));
    expect(synced).toEqual([join(root, 'cases'), root, join(root, 'cases', 'CASE-1')]);
    synced.splice(0);
    await files.keep('CASE-1', 'F2', bytes('a'));
    expect(synced).toEqual([join(root, 'cases', 'CASE-1')]);
  });

  it('can be kept many at a time', async () => {
    const { files } = await opened();
    const ids = Array.from({ length: 20 }, (_, i) => `F${i}`);
    await Promise.all(ids.map((id) => files.keep('CASE-1', id, bytes(id))));
    const contents = await Promise.all(ids.map((id) => files.read('CASE-1', id)));
    expect(contents.map((content) => Buffer.from(content ?? []).toString())).toEqual(ids);
  });
});

describe('ids that would lead elsewhere', () => {
  test.each(['..', '.', '', '../x', 'a/b', '/etc/passwd', 'a\\b', 'a\0b', 'a.b', '~', 'x'.repeat(101)])(
    '%j is refused',
    async (id) => {
      const { files, folder } = await opened();
      await mkdir(dirname(folder), { recursive: true });
      await writeFile(join(dirname(folder), 'x'), 'the store');
      const refused = /cannot be the id of a case or of its file/u;
      await expect(files.keep(id, 'F1', bytes('a'))).rejects.toThrow(refused);
      await expect(files.keep('CASE-1', id, bytes('a'))).rejects.toThrow(refused);
      await expect(files.read(id, 'F1')).rejects.toThrow(refused);
      await expect(files.read('CASE-1', id)).rejects.toThrow(refused);
      await expect(files.remove(id)).rejects.toThrow(refused);
      await expect(files.removeFile({ caseId: 'CASE-1', fileId: id })).rejects.toThrow(refused);
      await expect(files.removeFile({ caseId: id, fileId: 'F1' })).rejects.toThrow(refused);
      expect(await readdir(dirname(folder))).toEqual(['x']);
    },
  );
});

describe('what a process that was killed left behind', () => {
  it('is removed before anything else is done, and counts for nothing', async () => {
    const { folder } = await opened();
    for (const id of ['CASE-1', 'CASE-2']) await mkdir(join(folder, id), { recursive: true });
    for (const name of ['F1', 'F1.1234567', 'F2.42']) await writeFile(join(folder, 'CASE-1', name), 'a');
    await writeFile(join(folder, 'CASE-2', 'F1.7'), 'half');
    await writeFile(join(folder, 'note.txt'), 'somebody’s');
    expect(await namesIn(createCaseFiles(folder))).toEqual(['CASE-1/F1']);
    expect(await readdir(join(folder, 'CASE-1'))).toEqual(['F1']);
    expect(await readdir(join(folder, 'CASE-2'))).toEqual([]);
    expect(await readdir(folder)).toContain('note.txt');
  });

  it('is not what others write at this moment', async () => {
    const { files, folder } = await opened();
    await files.keep('CASE-1', 'F1', bytes('a'));
    await writeFile(join(folder, 'CASE-1', 'F2.42'), 'being written');
    await files.keep('CASE-1', 'F3', bytes('a'));
    expect(await readdir(join(folder, 'CASE-1'))).toContain('F2.42');
  });
});

describe('files that cannot be kept', () => {
  it('are a fault that names the place and the mend, and the next attempt may do', async () => {
    const { files, folder } = await opened();
    await mkdir(dirname(folder), { recursive: true });
    await writeFile(folder, 'a file where the folder was');
    const { kind, message } = await faultOf(files.keep('CASE-1', 'F1', bytes('a')));
    expect(kind).toBe('unwritable');
    expect(message).toContain(join(folder, 'CASE-1', 'F1'));
    expect(message).toMatch(/\(E(?:NOTDIR|EXIST)\)$/u);
    await rm(folder);
    await files.keep('CASE-1', 'F1', bytes('a'));
    expect(await namesIn(files)).toEqual(['CASE-1/F1']);
  });

  it('are not there when they may not stay', async () => {
    const folder = await scratch();
    let isFull = false;
    const syncFolder = async () => {
      if (isFull) throw Object.assign(new Error('i/o'), { code: 'EIO' });
    };
    const files = createCaseFiles(folder, { syncFolder });
    await files.keep('CASE-1', 'F1', bytes('a'));
    isFull = true;
    expect((await faultOf(files.keep('CASE-1', 'F2', bytes('b')))).message).toContain(
      'Check the disk. (EIO)',
    );
    expect(await files.read('CASE-1', 'F2')).toBeUndefined();
    expect((await faultOf(files.remove('CASE-1'))).message).toContain('could not be removed');
  });

  it('that cannot be read say so', async () => {
    const { files, folder } = await opened();
    await mkdir(join(folder, 'CASE-1', 'F1'), { recursive: true });
    expect((await faultOf(files.read('CASE-1', 'F1'))).message).toContain('could not be read from');
    await symlink('F2', join(folder, 'CASE-1', 'F2'));
    expect((await faultOf(files.read('CASE-1', 'F2'))).message).toContain('(ELOOP)');
  });

  // A file size limit cuts writes short as a full disk does: a part is taken, and only the next write says why.
  it.skipIf(process.platform === 'win32')('leave nothing of themselves on a full disk', async () => {
    const script = fileURLToPath(new URL('support/child-fills-cases.ts', import.meta.url));
    const shell = ['-c', 'ulimit -f 16 && exec "$0" "$@"', process.execPath, script, await scratch()];
    const { stdout } = await promisify(execFile)('/bin/sh', shell);
    const { kind, message, left } = JSON.parse(stdout);
    expect(kind).toBe('unwritable');
    expect(message).toContain('Raise the file size limit (ulimit -f). (EFBIG)');
    expect(left).toEqual(['small']);
  });
});
