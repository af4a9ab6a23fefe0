import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Json, type SlackTestWorld, startSlackWorld } from './slack-world.ts';
import { netOps, speak } from './speak.ts';

let world: SlackTestWorld;
beforeAll(async () => {
  world = await startSlackWorld();

  test('are made by people, who invite the bot', async () => {
    const { channel } = (await world.post('slack/channel', { name: 'site-london' })).json;
    expect(await call('conversations.info', { channel })).toMatchObject({
      channel: { name: 'site-london', is_member: false },
    });
    await world.post('slack/invite', { channel });
    expect(await post({ channel, text: 'a' })).toMatchObject({ ok: true });
  });
});
afterAll(() => world.close());

const { call, post } = speak(() => world);

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
