import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../../support/eventually.ts';
import { type Json, type SlackTestWorld, startSlackWorld } from './slack-world.ts';
import { netOps, speak } from './speak.ts';

let world: SlackTestWorld;
beforeAll(async () => {
  world = await startSlackWorld();
});
afterAll(() => world.close());

const { call, post, shown } = speak(() => world);
const replies = async (ts: unknown, more: Json = {}) =>
  call('conversations.replies', { channel: netOps, ts, ...more });
const textsOf = (answer: Json) => (answer.messages as Json[]).map(({ text }) => text);

/** A message with replies of the bot and of a person. */
async function aThread() {
  const { ts } = await post({ text: 'down' });
  const first = await post({ text: 'down at 03:12', thread_ts: ts });
  await world.post('slack/message', { user: 'U0OMAR0001', channel: netOps, text: 'on it', thread_ts: ts });
  const last = await post({ text: 'up at 03:16', thread_ts: ts });
  return { ts, first: first.ts, last: last.ts };
}

describe('a thread', () => {
  test('is told by its parent, also when the parent was edited meanwhile', async () => {
    const { ts, last } = await aThread();
    await call('chat.update', { channel: netOps, ts, text: 'up again' });
    const { messages } = await call('conversations.history', {
      channel: netOps,
      oldest: ts,
      inclusive: true,
    });
    expect(messages).toMatchObject([
      {
        ts,
        text: 'up again',
        thread_ts: ts,
        edited: { user: 'U0TRUNKBOT' },
        reply_count: 3,
        reply_users: ['U0TRUNKBOT', 'U0OMAR0001'],
        reply_users_count: 2,
        latest_reply: last,
      },
    ]);
    expect(await shown(ts)).toMatchObject({ reply_count: 3, edited: expect.anything() });
    expect(await shown(last)).toMatchObject({ thread_ts: ts, text: 'up at 03:16' });
  });

  test('is read from the oldest, by any of its messages, in pages', async () => {
    const { ts, first, last } = await aThread();
    const whole = await replies(ts);
    expect(textsOf(whole)).toEqual(['down', 'down at 03:12', 'on it', 'up at 03:16']);
    expect(textsOf(await replies(last))).toEqual(textsOf(whole));
    const page = await replies(ts, { limit: 3 });
    expect(page).toMatchObject({ has_more: true });
    const cursor = (page.response_metadata as Json).next_cursor;
    expect(await replies(ts, { limit: 3, cursor })).toMatchObject({
      has_more: false,
      messages: [{ ts: last, thread_ts: ts, parent_user_id: 'U0TRUNKBOT' }],
    });
    expect(textsOf(await replies(ts, { oldest: first }))).toEqual(['on it', 'up at 03:16']);
  });

  test('shows metadata to who asks for it', async () => {
    const { ts } = await post({ text: 'down' });
    const metadata = { event_type: 'er_alert', event_payload: { key: 'step-1' } };
    await post({ text: 'step', thread_ts: ts, metadata });
    expect((await replies(ts)).messages).toEqual([
      expect.anything(),
      expect.not.objectContaining({ metadata }),
    ]);
    expect(await replies(ts, { include_all_metadata: true })).toMatchObject({ messages: [{}, { metadata }] });
  });

  test('stays out of the channel, but for a reply that is sent there too', async () => {
    const { ts } = await post({ text: 'down' });
    await post({ text: 'quiet', thread_ts: ts });
    await post({ text: 'loud', thread_ts: ts, reply_broadcast: true });
    const { messages } = await call('conversations.history', { channel: netOps, oldest: ts });
    expect(messages).toMatchObject([{ text: 'loud', subtype: 'thread_broadcast', thread_ts: ts }]);
  });

  test('holds more than a hundred replies on a page', async () => {
    const { ts } = await post({ text: 'flapping' });
    for (let step = 0; step < 120; step++) await post({ text: `step ${step}`, thread_ts: ts });
    expect(textsOf(await replies(ts))).toHaveLength(121);
  });

  test('needs a message to hang on, that everybody sees', async () => {
    expect(await replies('1.000001')).toMatchObject({ error: 'thread_not_found' });
    expect(await replies('1.000001', { channel: 'C0NOWHERE01' })).toMatchObject({
      error: 'channel_not_found',
    });
    const { message_ts: ts } = await call('chat.postEphemeral', {
      channel: netOps,
      user: 'U0OMAR0001',
      text: 'psst',
    });
    expect(await replies(ts)).toMatchObject({ error: 'thread_not_found' });
    expect(await post({ text: 'a', thread_ts: ts })).toMatchObject({ error: 'cannot_reply_to_message' });
    const written = { user: 'U0OMAR0001', channel: netOps, text: 'a', thread_ts: '1.000001' };
    expect(await world.post('slack/message', written)).toMatchObject({ status: 400 });
  });
});

describe('a fault', () => {
  test.each(['chat.update', 'conversations.replies'])('hits %s as any other call', async (method) => {
    const { ts } = await post({ text: 'down' });
    const ask = (text: string) => call(method, { channel: netOps, ts, text });
    const fault = (kind: string, more: Json = {}) =>
      world.post('faults', { target: 'slack', kind, match: method, times: 1, ...more });
    await fault('throttle', { retryAfter: 7 });
    const throttled = await world.api(method, { channel: netOps, ts, text: 'never' });
    expect([throttled.status, throttled.headers.get('retry-after')]).toEqual([429, '7']);
    await fault('drop');
    await expect(ask('dropped')).rejects.toThrow();
    expect(await shown(ts)).toMatchObject({ text: 'down' });
    await fault('lose-answer');
    await expect(ask('unheard')).rejects.toThrow();
    expect((await shown(ts))?.text).toBe(method === 'chat.update' ? 'unheard' : 'down');
    await fault('delay', { delayMs: 60_000 });
    const late = ask('late');
    await eventually(async () => expect((await world.get('world')).json.faults).toEqual([]));
    expect((await shown(ts))?.text).not.toBe('late');
    world.clock.advance(60_000);
    expect(await late).toMatchObject({ ok: true });
  });
});
