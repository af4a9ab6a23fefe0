import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Json, type SlackTestWorld, startSlackWorld } from './slack-world.ts';

let world: SlackTestWorld;
beforeAll(async () => {
  world = await startSlackWorld();
});
afterAll(() => world.close());

const netOps = 'C0NETOPS001';
const call = async (method: string, args: Json = {}) => (await world.api(method, args)).json;
const post = (args: Json) => call('chat.postMessage', { channel: netOps, ...args });

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
      'commands,chat:write,users:read,usergroups:read,channels:read,groups:read,channels:history,groups:history,im:write',
    );
  });

  test.each([
    ['team.info', {}, 'team:read'],
    ['conversations.join', { channel: 'C0GENERAL01' }, 'channels:join'],
    ['conversations.history', { channel: 'D0OMAR0001' }, 'im:history'],
    ['conversations.info', { channel: 'D0OMAR0001' }, 'im:read'],
    ['conversations.list', { types: 'im' }, 'im:read'],
  ])('without the scope of %s', async (method, args, needed) => {
    expect(await call(method, args)).toMatchObject({ ok: false, error: 'missing_scope', needed });
  });

  test('opens no method that there is not', async () => {
    expect(await call('chat.whisper')).toMatchObject({ ok: false, error: 'unknown_method' });
  });
});

describe('chat.postMessage', () => {
  test.each<[string, Json, string]>([
    ['an unknown channel', { channel: 'C0NOWHERE01' }, 'channel_not_found'],
    ['a channel without the bot', { channel: 'C0GENERAL01' }, 'not_in_channel'],
    ['nothing to say', { text: '' }, 'no_text'],
    ['blocks that are no list', { text: 'a', blocks: 'section' }, 'invalid_blocks_format'],
    ['blocks of the wrong kind', { text: 'a', blocks: [{ type: 'alert' }] }, 'invalid_blocks'],
    ['a thread that is not', { text: 'a', thread_ts: '1.000001' }, 'thread_not_found'],
    ['metadata without a type', { text: 'a', metadata: { event_payload: {} } }, 'invalid_metadata_format'],
    [
      'metadata of a novel',
      { text: 'a', metadata: { event_type: 'a', event_payload: { key: 'x'.repeat(20_000) } } },
      'metadata_too_large',
    ],
    [
      'blocks beyond 13,200 characters',
      { text: 'a', blocks: Array.from({ length: 5 }, () => section('x'.repeat(2_900))) },
      'msg_blocks_too_long',
    ],
  ])('refuses %s', async (_what, args, error) => {
    expect(await post({ text: 'a', ...args })).toMatchObject({ ok: false, error });
  });

  test('says where the blocks are wrong', async () => {
    expect(await post({ text: 'a', blocks: [{ type: 'header' }] })).toMatchObject({
      response_metadata: { messages: ['[ERROR] missing required field: text [json-pointer:/blocks/0]'] },
    });
  });

  test('says which argument is missing', async () => {
    expect(await call('chat.postMessage', { text: 'a' })).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: { messages: ['[ERROR] missing required field: channel'] },
    });
  });

  test('cuts text beyond 40,000 characters', async () => {
    const { message } = await post({ text: 'é'.repeat(40_010) });
    expect((message as Json).text).toHaveLength(40_000);
  });

  test('posts to a person, in their direct messages with the bot', async () => {
    expect(await post({ channel: 'U0ANA00001', text: 'yours' })).toMatchObject({
      ok: true,
      channel: 'D0ANA00001',
    });
  });

  test('gives every block an id', async () => {
    const { message } = await post({ text: 'a', blocks: [section('a')] });
    expect(message).toMatchObject({ blocks: [{ block_id: expect.stringMatching(/^\w{5}$/) }] });
  });
});

describe('chat.update and chat.delete', () => {
  test('keep the ts and say that it was edited', async () => {
    const { ts } = await post({ text: 'down', blocks: [section('down')] });
    expect(
      await call('chat.update', { channel: netOps, ts, text: 'up', blocks: [section('up')] }),
    ).toMatchObject({
      ok: true,
      ts,
      text: 'up',
    });
    expect(await shown(ts)).toMatchObject({ text: 'up', edited: { user: 'U0TRUNKBOT' } });
  });

  test('keep blocks that are not named, and drop them for an empty list', async () => {
    const { ts } = await post({ text: 'down', blocks: [section('down')] });
    await call('chat.update', { channel: netOps, ts, text: 'up' });
    expect(await shown(ts)).toMatchObject({ blocks: [expect.objectContaining({ type: 'section' })] });
    await call('chat.update', { channel: netOps, ts, text: 'up', blocks: [] });
    expect(await shown(ts)).toMatchObject({ blocks: [] });
  });

  test("touch nobody else's message", async () => {
    const { ts } = (await world.post('slack/message', { user: 'U0OMAR0001', channel: netOps, text: 'mine' }))
      .json;
    expect(await call('chat.update', { channel: netOps, ts, text: 'a' })).toMatchObject({
      error: 'cant_update_message',
    });
    expect(await call('chat.delete', { channel: netOps, ts })).toMatchObject({
      error: 'cant_delete_message',
    });
  });

  test('refuse text beyond 4,000 characters, and a message that is not', async () => {
    const { ts } = await post({ text: 'a' });
    expect(await call('chat.update', { channel: netOps, ts, text: 'x'.repeat(4_001) })).toMatchObject({
      error: 'msg_too_long',
    });
    expect(await call('chat.update', { channel: netOps, ts: '1.000001', text: 'a' })).toMatchObject({
      error: 'message_not_found',
    });
  });

  test('take a message away', async () => {
    const { ts } = await post({ text: 'a' });
    expect(await call('chat.delete', { channel: netOps, ts })).toMatchObject({ ok: true });
    expect(await shown(ts)).toBeUndefined();
  });
});

describe('chat.postEphemeral', () => {
  test('is for one person, and cannot be found again', async () => {
    const sent = await call('chat.postEphemeral', { channel: netOps, user: 'U0OMAR0001', text: 'psst' });
    expect(await shown(sent.message_ts, 'U0OMAR0001')).toMatchObject({ text: 'psst', ephemeral: true });
    expect(await shown(sent.message_ts, 'U0ANA00001')).toBeUndefined();
    expect(await call('chat.update', { channel: netOps, ts: sent.message_ts, text: 'a' })).toMatchObject({
      error: 'message_not_found',
    });
  });

  test('needs the person in the channel', async () => {
    const args = { channel: 'C0PRIVATE01', user: 'U0VERA0001', text: 'psst' };
    expect(await call('chat.postEphemeral', args)).toMatchObject({ error: 'user_not_in_channel' });
  });
});

describe('conversations', () => {
  test('shows metadata to who asks for it', async () => {
    const metadata = { event_type: 'er_alert', event_payload: { key: 'k1' } };
    const { ts } = await post({ text: 'a', metadata });
    const args = { channel: netOps, oldest: ts, inclusive: true };
    expect(await call('conversations.history', args)).not.toMatchObject({ messages: [{ metadata }] });
    expect(await call('conversations.history', { ...args, include_all_metadata: true })).toMatchObject({
      messages: [{ ts, metadata }],
    });
  });

  test('pages history from the newest, without replies', async () => {
    const { ts: first } = await post({ text: 'first' });
    const { ts: reply } = await post({ text: 'reply', thread_ts: first });
    const { ts: last } = await post({ text: 'last' });
    const args = { channel: netOps, oldest: first, inclusive: true, limit: 1 };
    const one = await call('conversations.history', args);
    expect(one).toMatchObject({ has_more: true, messages: [{ ts: last }] });
    const cursor = (one.response_metadata as Json).next_cursor;
    expect(await call('conversations.history', { ...args, cursor })).toMatchObject({
      has_more: false,
      messages: [{ ts: first, reply_count: 1 }],
    });
    expect(await call('conversations.replies', { channel: netOps, ts: first })).toMatchObject({
      messages: [{ ts: first }, { ts: reply, thread_ts: first }],
    });
  });

  test('hides what the bot is no member of', async () => {
    expect(await call('conversations.history', { channel: 'C0GENERAL01' })).toMatchObject({
      error: 'not_in_channel',
    });
    const { channels } = await call('conversations.list', { types: 'public_channel,private_channel' });
    expect((channels as Json[]).map((one) => one.name)).toEqual([
      'network-ops',
      'circuit-approvals',
      'general',
      'noc-private',
    ]);
    await world.post('slack/kick', { channel: 'C0PRIVATE01' });
    expect(await call('conversations.info', { channel: 'C0PRIVATE01' })).toMatchObject({
      error: 'channel_not_found',
    });
    await world.post('slack/invite', { channel: 'C0PRIVATE01' });
    expect(await call('conversations.info', { channel: 'C0PRIVATE01' })).toMatchObject({
      channel: { is_private: true },
    });
  });

  test('refuses a made-up cursor, time or type', async () => {
    expect(await call('conversations.history', { channel: netOps, cursor: 'zzz' })).toMatchObject({
      error: 'invalid_cursor',
    });
    expect(await call('conversations.history', { channel: netOps, oldest: 'noon' })).toMatchObject({
      error: 'invalid_ts_oldest',
    });
    expect(await call('conversations.list', { types: 'secret' })).toMatchObject({ error: 'invalid_types' });
  });

  test('tells who is in a channel, and opens direct messages', async () => {
    const { members } = await call('conversations.members', { channel: 'C0PRIVATE01' });
    expect(members).toContain('U0OMAR0001');
    expect(members).not.toContain('U0VERA0001');
    expect(await call('conversations.open', { users: 'U0VERA0001' })).toMatchObject({
      channel: { id: 'D0VERA0001' },
    });
    expect(await call('conversations.open', { users: 'U0NOBODY01' })).toMatchObject({
      error: 'user_not_found',
    });
  });

  test('takes no message when it is archived', async () => {
    const { ts } = await call('chat.postMessage', { channel: 'C0APPROVE01', text: 'a' });
    await world.post('slack/archive', { channel: 'C0APPROVE01', archived: true });
    expect(await post({ channel: 'C0APPROVE01', text: 'a' })).toMatchObject({ error: 'is_archived' });
    expect(await call('chat.update', { channel: 'C0APPROVE01', ts, text: 'b' })).toMatchObject({
      error: 'is_inactive',
    });
    await world.post('slack/archive', { channel: 'C0APPROVE01', archived: false });
    expect(await post({ channel: 'C0APPROVE01', text: 'a' })).toMatchObject({ ok: true });
  });
});

describe('people', () => {
  test('have a time zone, and a team of their own', async () => {
    expect(await call('users.info', { user: 'U0OMAR0001' })).toMatchObject({ user: { tz: 'Europe/Berlin' } });
    expect(await call('users.info', { user: 'U0XENIA001' })).toMatchObject({
      user: { team_id: 'T0PARTNER1', tz_offset: 32_400 },
    });
    expect(await call('users.info', { user: 'U0NOBODY01' })).toMatchObject({ error: 'user_not_found' });
  });

  test('are grouped by role', async () => {
    const { usergroups } = await call('usergroups.list', { include_users: true });
    expect(usergroups).toContainEqual(
      expect.objectContaining({ handle: 'circuit-approvers', users: ['U0ANA00001'] }),
    );
    expect(await call('usergroups.users.list', { usergroup: 'S0NONE0001' })).toMatchObject({
      error: 'no_such_subteam',
    });
  });
});

describe('a fault', () => {
  test('throttles one method, with Retry-After', async () => {
    const fault = { target: 'slack', kind: 'throttle', match: 'chat.postMessage', times: 1, retryAfter: 7 };
    await world.post('faults', fault);
    expect(await call('users.info', { user: 'U0ANA00001' })).toMatchObject({ ok: true });
    const answer = await world.api('chat.postMessage', { channel: netOps, text: 'a' });
    expect(answer).toMatchObject({ status: 429, json: { error: 'ratelimited' } });
    expect(answer.headers.get('retry-after')).toBe('7');
    expect(await post({ text: 'a' })).toMatchObject({ ok: true });
  });

  test('loses the answer after the message was posted', async () => {
    await world.post('faults', { target: 'slack', kind: 'lose-answer', match: 'chat.postMessage', times: 1 });
    await expect(post({ text: 'posted unseen' })).rejects.toThrow();
    expect(await messages()).toContainEqual(expect.objectContaining({ text: 'posted unseen' }));
  });

  test('drops a call before it has any effect', async () => {
    await world.post('faults', { target: 'slack', kind: 'drop', match: 'chat.postMessage', times: 1 });
    await expect(post({ text: 'never posted' })).rejects.toThrow();
    expect(await messages()).not.toContainEqual(expect.objectContaining({ text: 'never posted' }));
  });
});

const section = (text: string): Json => ({ type: 'section', text: { type: 'mrkdwn', text } });

async function messages(user?: string): Promise<Json[]> {
  const query = `channel=${netOps}${user ? `&user=${user}` : ''}`;
  return (await world.get(`slack/messages?${query}`)).json.messages as Json[];
}

const shown = async (ts: unknown, user?: string) => (await messages(user)).find((one) => one.ts === ts);
