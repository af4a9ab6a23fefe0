import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { channels, people } from '../support/person.ts';
import { wordsOf } from '../support/reading.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { startWorld } from '../support/world.ts';

const { netOps } = channels;

const granting = (role: string) =>
  JSON.stringify({
    grants: [
      { role, to: [people.vera], on: '*' },
      { role: 'admin', to: [people.adam], on: '*' },
    ],
  });

test('who was granted another role may at once, and that the rules changed is in the audit trail', async () => {
  await using folder = await scratchFolder();
  const path = join(folder.path, 'access.json');
  await writeFile(path, granting('viewer'));
  await using world = await startWorld({ env: { ACCESS_FILE: path }, withErrors: true });
  const [vera, adam] = [world.person('vera'), world.person('adam')];
  expect(wordsOf(await vera.command(netOps, 'key lon-01'))).toContain('You need the role operator');

  await writeFile(path, granting('operator'));
  await eventually(async () => {
    expect(wordsOf(await vera.command(netOps, 'key lon-01'))).toContain('Service key of lon-01');
  });
  const trail = wordsOf(await adam.command(netOps, 'audit'));
  expect(trail).toContain('put other rules into force');

  await writeFile(path, '{"grants": "none"}');
  await eventually(async () => {
    expect(wordsOf(await adam.command(netOps, 'whoami'))).toContain('ACCESS_FILE');
  });
  expect(wordsOf(await vera.command(netOps, 'key lon-01'))).toContain('Service key of lon-01');
});
