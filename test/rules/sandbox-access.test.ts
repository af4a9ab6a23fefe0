import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { roles } from '../../src/domain/access/role.ts';
import { parseAccess } from '../../src/rules/access-file.ts';

test('the sandbox’s own access file grants each role to its user group, everywhere', async () => {
  const read = parseAccess(await readFile('src/sandbox/access.json', 'utf8'));
  const groups = ['S0VIEWERS1', 'S0OPERATR1', 'S0APPROVE1', 'S0ADMINS01'];
  expect(read).toEqual({
    ok: true,
    value: {
      reads: 'everybody',
      grants: roles.map((role, index) => ({ role, to: [groups[index]], on: { kind: 'everything' } })),
    },
  });
});

test('the example in .env.example is one that is read', async () => {
  const text = await readFile('.env.example', 'utf8');
  const [example = ''] = /\{"reads".*\}/u.exec(text) ?? [];
  expect(parseAccess(example.replace('"U…", "S…"', '"U0OMAR0001", "S0OPERATR1"'))).toMatchObject({
    ok: true,
  });
});
