import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type Permission, permissions, roles, rolesFor } from '../src/domain/access/role.ts';
import { defaultPolicy, policyLines } from '../src/domain/approval/policy.ts';
import { operations } from '../src/domain/operation/operation.ts';

const readme = readFileSync('README.md', 'utf8');
const security = readFileSync('docs/security.md', 'utf8');

/** The cells of the table's row that begins with this word, without blanks. */
function row(text: string, first: string): readonly string[] | undefined {
  const line = text.split('\n').find((each) => each.startsWith(`| \`${first}\` |`));
  return line
    ?.split('|')
    .slice(2, -1)
    .map((cell) => cell.trim());
}

it.each(permissions.map((permission) => [permission]))(
  'the README says which roles carry %s',
  (permission: Permission) => {
    const cells = row(readme, permission)?.slice(0, roles.length);
    expect(cells).toEqual(roles.map((role) => (rolesFor[permission].includes(role) ? '✓' : '')));
  },
);

it('the README has a row for each operation and for nothing else that looks like one', () => {
  const rows = [...readme.matchAll(/^\| `([a-z-]+)` \|/gmu)].map(([, word]) => word);
  expect(rows).toEqual([...permissions]);
  expect(rows).toEqual(expect.arrayContaining([...operations]));
});

it.each(policyLines.map((key) => [key]))('the page on security says how many must approve %s', (key) => {
  const { approvals, from, requesterMayApprove } = defaultPolicy[key];
  const by = approvals === 0 ? '' : `${from}${requesterMayApprove ? '' : ', not the requester'}`;
  expect(row(security, key)).toEqual([String(approvals), by]);
});
