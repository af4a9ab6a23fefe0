import { chmod, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createDiskProbe } from '../../src/ops/disk-probe.ts';
import { scratchFolder } from '../support/scratch-folder.ts';

test('a folder that takes files is told so, and nothing stays in it', async () => {
  await using folder = await scratchFolder();
  const store = join(folder.path, 'trunkline.json');
  await writeFile(store, '{}');
  const sight = await createDiskProbe(folder.path, store).look();
  expect(sight).toMatchObject({ writeFault: undefined, storeBytes: 2 });
  expect(sight.freeBytes).toBeGreaterThan(0);
  expect(await readdir(folder.path)).toEqual(['trunkline.json']);
});

test('a folder that is not there takes none', async () => {
  await using folder = await scratchFolder();
  const away = join(folder.path, 'away');
  expect(await createDiskProbe(away, join(away, 'trunkline.json')).look()).toEqual({
    writeFault: 'ENOENT',
    freeBytes: undefined,
    storeBytes: 0,
  });
});

/** Root may write everywhere. */
test.skipIf(process.getuid?.() === 0)('a folder that may not be written takes none', async () => {
  await using folder = await scratchFolder();
  await chmod(folder.path, 0o500);
  expect(await createDiskProbe(folder.path, join(folder.path, 'x')).look()).toMatchObject({
    writeFault: 'EACCES',
  });
  await chmod(folder.path, 0o700);
});
