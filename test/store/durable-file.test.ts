import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { applyTransaction } from '../../src/store/apply.ts';
import { createDurableFile } from '../../src/store/durable-file.ts';
import { emptyState } from '../../src/store/state.ts';
import { faultOf } from './support/faults.ts';
import { textOf } from './support/filled.ts';
import { scratchFolders } from './support/scratch.ts';

const scratch = scratchFolders();

async function failingDisk(): Promise<void> {
  throw Object.assign(new Error('i/o error'), { code: 'EIO' });
}

const deps = { now: () => 0, onRecovery: () => {} };
const one = applyTransaction(emptyState, { settle: ['one'] });
const two = applyTransaction(one, { settle: ['two'] });

it('takes back a file whose folder could not be made durable: its commits were refused', async () => {
  const path = join(await scratch(), 'state.json');
  await createDurableFile(path, deps).write(one);
  const before = await textOf(path);
  const fault = await faultOf(createDurableFile(path, { ...deps, syncFolder: failingDisk }).write(two));
  expect(fault.message).toContain('the disk reports an error. Check the disk. (EIO)');
  expect(await textOf(path)).toBe(before);
});

it('takes back the very first file in the same way', async () => {
  const path = join(await scratch(), 'state.json');
  await faultOf(createDurableFile(path, { ...deps, syncFolder: failingDisk }).write(one));
  expect(await readdir(dirname(path))).toEqual([]);
});
