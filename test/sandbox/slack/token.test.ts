import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SlackTestWorld, startSlackWorld } from './slack-world.ts';
import { speak } from './speak.ts';

let world: SlackTestWorld;
beforeAll(async () => {
  world = await startSlackWorld();
});
afterAll(() => world.close());

const { call } = speak(() => world);

describe('a token', () => {
  test('is asked for, and checked', async () => {
    expect((await world.api('auth.test', {}, 'xoxb-other')).json).toEqual({
      ok: false,
      error: 'invalid_auth',
    });
    const answer = await fetch(`${world.url}/slack/api/auth.test`, { method: 'POST' });
    expect(await answer.json()).toEqual({ ok: false, error: 'not_authed' });
  });

  test('may come in the body, as a form', async () => {
    const answer = await fetch(`${world.url}/slack/api/auth.test`, {
      method: 'POST',
      body: new URLSearchParams({ token: world.slack.botToken }),
    });
    expect(await answer.json()).toMatchObject({ ok: true, user_id: 'U0TRUNKBOT', bot_id: 'B0TRUNKBOT' });
    expect(answer.headers.get('x-oauth-scopes')).toBe(
      'commands,chat:write,users:read,usergroups:read,channels:read,groups:read,channels:history,groups:history,im:history,im:write,files:read,files:write',
    );
  });

  test.each([
    ['team.info', {}, 'team:read'],
    ['conversations.join', { channel: 'C0GENERAL01' }, 'channels:join'],
    ['conversations.info', { channel: 'D0OMAR0001' }, 'im:read'],
    ['conversations.list', { types: 'im' }, 'im:read'],
  ])('without the scope of %s', async (method, args, needed) => {
    expect(await call(method, args)).toMatchObject({ ok: false, error: 'missing_scope', needed });
  });

  test('opens no method that there is not', async () => {
    expect(await call('chat.whisper')).toMatchObject({ ok: false, error: 'unknown_method' });
  });
});
