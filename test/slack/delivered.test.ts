import { describe, expect, test } from 'vitest';
import { SlackFault } from '../../src/usecases/ports.ts';
import { t0 } from '../support/a-circuit.ts';
import { refusal, startMessenger } from '../support/slack-messenger.ts';
import type { Answer } from '../support/slack-web-api.ts';

/** A message in a channel's history. */
const marked = (key: unknown, eventType = 'trunkline_owed') => ({
  ts: '1.0',
  text: 'x',
  metadata: { event_type: eventType, event_payload: { key } },
});

const historyOf = (...messages: readonly object[]): Answer => ({ body: { ok: true, messages } });
const channel = { channelId: 'C0NETOPS001' };

describe('what has been delivered', () => {
  test('is told by the keys in the channel’s history', async () => {
    await using messenger = await startMessenger({
      'conversations.history': historyOf(marked('a'), { ts: '1.0', text: 'hello' }, marked('c'), marked('z')),
    });
    expect([...(await messenger.findDelivered(channel, ['a', 'b', 'c'], t0)).keys()]).toEqual(['a', 'c']);
    expect(messenger.api.calls[0]?.body).toMatchObject({
      channel: 'C0NETOPS001',
      oldest: `${t0 / 1_000}.000000`,
      include_all_metadata: 'true',
    });
  });

  test('tells where it stands, for a card to be edited', async () => {
    await using messenger = await startMessenger({ 'conversations.history': historyOf(marked('a')) });
    const found = await messenger.findDelivered(channel, ['a'], t0);
    expect(found.get('a')).toEqual({ channelId: 'C0NETOPS001', ts: '1.0' });
  });

  test.each([
    ['of another app', marked('a', 'deploy_done')],
    ['that is no text', marked(1)],
    ['that is empty', { ts: '1.0', metadata: { event_type: 'trunkline_owed', event_payload: {} } }],
    ['without a payload', { ts: '1.0', metadata: { event_type: 'trunkline_owed' } }],
    ['that is missing', { ts: '1.0', text: 'a' }],
  ])('is not told by metadata %s', async (_name, message) => {
    await using messenger = await startMessenger({ 'conversations.history': historyOf(message) });
    expect([...(await messenger.findDelivered(channel, ['a', '1'], t0)).keys()]).toEqual([]);
  });

  test('is looked for page by page until all is found', async () => {
    const pages: Readonly<Record<string, object>> = {
      undefined: { messages: [marked('a')], response_metadata: { next_cursor: 'second' } },
      second: { messages: [marked('b')], response_metadata: { next_cursor: 'third' } },
      third: { messages: [marked('c')], response_metadata: { next_cursor: '' } },
    };
    await using messenger = await startMessenger({
      'conversations.history': ({ body }) => ({ body: { ok: true, ...pages[String(body.cursor)] } }),
    });
    expect([...(await messenger.findDelivered(channel, ['a', 'b'], t0)).keys()]).toEqual(['a', 'b']);
    expect(messenger.api.calls).toHaveLength(2);
    expect([...(await messenger.findDelivered(channel, ['a', 'x'], t0)).keys()]).toEqual(['a']);
    expect(messenger.api.calls).toHaveLength(5);
  });

  test('is looked for in so many pages and no more', async () => {
    await using messenger = await startMessenger({
      'conversations.history': { body: { ok: true, messages: [], response_metadata: { next_cursor: 'on' } } },
    });
    expect([...(await messenger.findDelivered(channel, ['a'], t0)).keys()]).toEqual([]);
    expect(messenger.api.calls).toHaveLength(20);
  });

  test('to a person is looked for in the direct conversation', async () => {
    await using messenger = await startMessenger({ 'conversations.history': historyOf(marked('a')) });
    expect([...(await messenger.findDelivered({ userId: 'U1' }, ['a'], t0)).keys()]).toEqual(['a']);
    expect(messenger.api.of('conversations.history')[0]?.body.channel).toBe('D0DIRECT01');
  });

  test.each(['channel_not_found', 'not_in_channel'])(
    'is nothing where the channel answers %s: posting will tell why',
    async (error) => {
      await using messenger = await startMessenger({ 'conversations.history': refusal(error) });
      expect([...(await messenger.findDelivered(channel, ['a'], t0)).keys()]).toEqual([]);
      expect(messenger.log.lines).toEqual([]);
    },
  );

  test.each(['missing_scope', 'invalid_cursor', 'something_new'])(
    'cannot be told with %s, which the log says, and nothing waits for ever',
    async (error) => {
      await using messenger = await startMessenger({ 'conversations.history': refusal(error) });
      expect([...(await messenger.findDelivered(channel, ['a'], t0)).keys()]).toEqual([]);
      expect(messenger.log.lines).toEqual([
        'error: Slack does not let the history be read: a message may come twice',
      ]);
    },
  );

  test.each<[string, Answer, number | undefined]>([
    ['a failing Slack', { status: 503 }, undefined],
    ['an inner error', refusal('internal_error'), undefined],
    ['a refused token', refusal('invalid_auth'), undefined],
    ['throttling', { status: 429, headers: { 'retry-after': '3' } }, 3_000],
  ])('is asked again later after %s', async (_name, answer, retryAfterMs) => {
    await using messenger = await startMessenger({ 'conversations.history': answer });
    const asked = messenger.findDelivered(channel, ['a'], t0);
    await expect(asked).rejects.toThrow(SlackFault);
    await expect(asked).rejects.toMatchObject({ retryAfterMs });
  });
});
