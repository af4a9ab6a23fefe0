import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startTestSandbox, type TestSandbox } from '../../support/sandbox.ts';

let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await startTestSandbox();
});
afterEach(() => sandbox.close());

async function membersOf(usergroup: string): Promise<unknown> {
  const { SLACK_API_URL, SLACK_BOT_TOKEN } = sandbox.environment;
  const answer = await fetch(`${SLACK_API_URL}usergroups.users.list`, {
    method: 'POST',
    headers: { authorization: `Bearer ${SLACK_BOT_TOKEN}` },
    body: new URLSearchParams({ usergroup }),
  });
  return answer.json();
}

describe('a user group', () => {
  test('has the members that it is given, and the world tells their roles', async () => {
    const users = ['U0VERA0001', 'U0OMAR0001', 'U0VERA0001'];
    const { status, json } = await sandbox.control.put('slack/groups/S0OPERATR1', { users });
    expect(status).toBe(200);
    expect(json.group).toMatchObject({ id: 'S0OPERATR1', users: ['U0VERA0001', 'U0OMAR0001'] });
    expect(await membersOf('S0OPERATR1')).toMatchObject({ ok: true, users: ['U0VERA0001', 'U0OMAR0001'] });
    const world = await sandbox.control.get('world');
    expect(world.json.people).toContainEqual(
      expect.objectContaining({ name: 'vera', roles: ['viewer', 'operator'] }),
    );
    expect(world.json.groups).toContainEqual(expect.objectContaining({ handle: 'circuit-operators' }));
  });

  test('can be emptied', async () => {
    await sandbox.control.put('slack/groups/S0ADMINS01', { users: [] });
    expect(await membersOf('S0ADMINS01')).toMatchObject({ ok: true, users: [] });
  });

  test.each([
    ['S0NONE0001', { users: [] }, 'group: there is no user group S0NONE0001; there are S0VIEWERS1'],
    ['S0ADMINS01', { users: ['U0NOBODY01'] }, 'user: U0NOBODY01 is nobody here'],
    ['S0ADMINS01', {}, 'users is missing'],
    ['S0ADMINS01', { users: 'U0VERA0001' }, 'users'],
  ])('%s is not changed by %j', async (id, body, sentence) => {
    const { status, json } = await sandbox.control.put(`slack/groups/${id}`, body);
    expect(status).toBe(400);
    expect(json.error).toContain(sentence);
    expect(await membersOf('S0ADMINS01')).toMatchObject({ users: ['U0ADAM0001'] });
  });
});

test('the sandbox offers a bot the grants of its four groups, and a channel for approvals', () => {
  const { ACCESS_FILE, APPROVALS_CHANNEL } = sandbox.environment;
  expect(ACCESS_FILE).toMatch(/^\/.*\/src\/sandbox\/access\.json$/u);
  expect(APPROVALS_CHANNEL).toBe('C0APPROVE01');
});
