import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Json, type SlackTestWorld, startSlackWorld } from './slack-world.ts';
import { netOps, speak } from './speak.ts';

let world: SlackTestWorld;
beforeEach(async () => {
  world = await startSlackWorld();
});
afterEach(() => world.close());

const { call } = speak(() => world);
const install = (body: Json) => world.put('slack/app', body);

describe('the scopes of the app', () => {
  test('are told with every answer, beside the world’s time', async () => {
    const answer = await world.api('auth.test');
    expect(answer.headers.get('x-oauth-scopes')).toContain('chat:write,');
    expect(Date.parse(answer.headers.get('date') ?? '')).toBeLessThanOrEqual(world.clock.now());
    await install({ scopes: ['commands', 'channels:read'] });
    expect((await world.api('auth.test')).headers.get('x-oauth-scopes')).toBe('commands,channels:read');
  });

  test.each<[string, Json, string]>([
    ['chat.postMessage', { channel: netOps, text: 'a' }, 'chat:write'],
    ['chat.update', { channel: netOps, ts: '1.000001', text: 'a' }, 'chat:write'],
    ['users.info', { user: 'U0OMAR0001' }, 'users:read'],
    ['usergroups.users.list', { usergroup: 'S0ADMINS01' }, 'usergroups:read'],
    ['conversations.info', { channel: netOps }, 'channels:read'],
    ['conversations.info', { channel: 'C0PRIVATE01' }, 'groups:read'],
    ['conversations.history', { channel: netOps }, 'channels:history'],
    ['conversations.replies', { channel: 'C0PRIVATE01', ts: '1.000001' }, 'groups:history'],
    ['conversations.list', {}, 'channels:read'],
    ['conversations.open', { users: 'U0OMAR0001' }, 'im:write'],
    ['files.info', { file: 'F0NOWHERE01' }, 'files:read'],
    ['files.getUploadURLExternal', { filename: 'a.pdf', length: 4 }, 'files:write'],
    ['files.completeUploadExternal', { files: [{ id: 'F0NOWHERE01' }] }, 'files:write'],
  ])('that were taken away are missed by %s %o', async (method, args, needed) => {
    await install({ scopes: ['commands', 'reactions:read'] });
    expect(await call(method, args)).toMatchObject({
      ok: false,
      error: 'missing_scope',
      needed,
      provided: 'commands,reactions:read',
    });
  });

  test('do not touch where the bot listens', async () => {
    expect((await install({ scopes: ['commands'] })).json).toEqual({ ok: true, scopes: ['commands'] });
    expect(world.slack.connectedBot()).toEqual({ requestUrl: world.bot.url, opsUrl: world.bot.opsUrl });
  });

  test.each<Json>([{}, { opsUrl: 'http://127.0.0.1:1' }, { scopes: ['Chat Write'] }, { requestUrl: 'here' }])(
    'are not changed by %o',
    async (body) => {
      expect(await install(body)).toMatchObject({ status: 400 });
    },
  );
});
