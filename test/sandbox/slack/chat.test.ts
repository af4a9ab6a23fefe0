import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Json, type SlackTestWorld, startSlackWorld } from './slack-world.ts';
import { netOps, section, speak } from './speak.ts';

let world: SlackTestWorld;
beforeAll(async () => {
  world = await startSlackWorld();
});
afterAll(() => world.close());

const { call, post, shown } = speak(() => world);

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
