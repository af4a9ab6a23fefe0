import { describe, expect, test } from 'vitest';
import { createBoltLogger } from '../../src/slack/bolt-logger.ts';
import { createOnceClient } from '../../src/slack/client.ts';
import { createDirectory } from '../../src/slack/directory.ts';
import { SlackFault } from '../../src/usecases/ports.ts';
import { keptLog } from '../support/kept-log.ts';
import { type Answer, startWebApi } from '../support/slack-web-api.ts';

/** Asks a Slack that answers so who is in a group: the members, or the fault. */
async function ask(answer: Answer) {
  const api = await startWebApi({ 'usergroups.users.list': answer });
  const logger = createBoltLogger(keptLog());
  const client = createOnceClient({ token: 'xoxb-1-secret', apiUrl: api.apiUrl, logger });
  const told = await createDirectory(client)
    .membersOf('S0OPERATR1')
    .catch((fault: unknown) => fault);
  await api.close();
  return { told, calls: api.of('usergroups.users.list').map(({ body }) => body.usergroup) };
}

const refusing = (error: string) => ({ body: { ok: false, error } });

describe('the members of a user group', () => {
  test('are those that Slack lists', async () => {
    const { told, calls } = await ask({ body: { ok: true, users: ['U0OMAR0001'] } });
    expect(told).toEqual(['U0OMAR0001']);
    expect(calls).toEqual(['S0OPERATR1']);
  });

  test('are none where there is no such group', async () => {
    expect((await ask(refusing('no_such_subteam'))).told).toEqual([]);
  });

  test.each<[string, Answer, string]>([
    [
      'a free plan',
      refusing('plan_upgrade_required'),
      'need a paid Slack plan: name people by their own ids',
    ],
    ['a missing scope', refusing('missing_scope'), 'lacks the scope usergroups:read: install it again'],
    ['a dead token', refusing('token_revoked'), '(token_revoked)'],
    ['an error within', { status: 503, body: {} }, '(no answer)'],
    ['no list', { body: { ok: true } }, '(no list)'],
  ])('are not known with %s', async (_, answer, words) => {
    const { told, calls } = await ask(answer);
    expect(told).toBeInstanceOf(SlackFault);
    expect(String(told)).toContain('Slack did not tell who is in user group S0OPERATR1');
    expect(String(told)).toContain(words);
    expect(String(told)).not.toContain('secret');
    expect(calls).toHaveLength(1);
  });

  test('are not known when Slack wants to be left alone, for as long as it says', async () => {
    const { told, calls } = await ask({ status: 429, headers: { 'retry-after': '7' }, body: {} });
    expect(told).toMatchObject({ name: 'SlackFault', retryAfterMs: 7_000 });
    expect(calls).toHaveLength(1);
  });
});
