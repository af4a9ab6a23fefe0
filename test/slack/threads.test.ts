import { describe, expect, onTestFinished, test } from 'vitest';
import { createBoltLogger } from '../../src/slack/bolt-logger.ts';
import { createOnceClient } from '../../src/slack/client.ts';
import { createMessenger } from '../../src/slack/messenger.ts';
import { SlackFault } from '../../src/usecases/ports.ts';
import { anOwed, t0 } from '../support/a-circuit.ts';
import { keptLog } from '../support/kept-log.ts';
import { startTestSandbox } from '../support/sandbox.ts';
import { refusal, startMessenger } from '../support/slack-messenger.ts';

const channel = { channelId: 'C0NETOPS001' };
const thread = { channelId: 'C0NETOPS001', ts: '17.5' };
const reply = anOwed({ key: 'incident.INC-1.steps.1', replyTo: 'incident.INC-1' });

describe('a reply', () => {
  test('is posted into the thread, under its own key, once', async () => {
    await using messenger = await startMessenger();
    expect(await messenger.post(reply, undefined, thread)).toMatchObject({ kind: 'sent' });
    expect(messenger.api.calls).toHaveLength(1);
    expect(messenger.api.calls[0]?.body).toMatchObject({
      channel: 'C0NETOPS001',
      thread_ts: '17.5',
      metadata: { event_payload: { key: 'incident.INC-1.steps.1' } },
    });
  });

  test.each([
    'thread_not_found',
    'message_not_found',
    'cannot_reply_to_message',
    'restricted_action_thread_locked',
    'restricted_action_non_threadable_channel',
  ])('whose thread is no more (%s) says so', async (error) => {
    await using messenger = await startMessenger({ 'chat.postMessage': refusal(error) });
    expect(await messenger.post(reply, undefined, thread)).toEqual({ kind: 'thread-gone', reason: error });
  });

  test('says of a channel that is lost what any message says', async () => {
    await using messenger = await startMessenger({ 'chat.postMessage': refusal('is_archived') });
    const outcome = await messenger.post(reply, undefined, thread);
    expect(outcome).toEqual({ kind: 'unreachable-channel', reason: 'archived' });
  });
});

describe('what has been delivered in a thread', () => {
  const marked = {
    ts: '18.0',
    metadata: { event_type: 'trunkline_owed', event_payload: { key: 'a' } },
  };

  test('is told by the keys of its replies', async () => {
    await using messenger = await startMessenger({
      'conversations.replies': { body: { ok: true, messages: [{ ts: '17.5', text: 'card' }, marked] } },
    });
    const found = await messenger.findDelivered(channel, ['a', 'b'], t0, thread);
    expect([...found]).toEqual([['a', { channelId: 'C0NETOPS001', ts: '18.0' }]]);
    expect(messenger.api.calls).toHaveLength(1);
    expect(messenger.api.calls[0]?.body).toMatchObject({
      channel: 'C0NETOPS001',
      ts: '17.5',
      oldest: `${t0 / 1_000}.000000`,
      include_all_metadata: 'true',
    });
  });

  test('is nothing where the thread is no more: posting will tell', async () => {
    await using messenger = await startMessenger({ 'conversations.replies': refusal('thread_not_found') });
    expect([...(await messenger.findDelivered(channel, ['a'], t0, thread))]).toEqual([]);
    expect(messenger.log.lines).toEqual([]);
  });

  test('is asked again later after a failing Slack, by us and not by the client', async () => {
    await using messenger = await startMessenger({ 'conversations.replies': { status: 503 } });
    await expect(messenger.findDelivered(channel, ['a'], t0, thread)).rejects.toThrow(SlackFault);
    expect(messenger.api.calls).toHaveLength(1);
  });
});

test('an edit whose outcome is not known is sent once', async () => {
  await using messenger = await startMessenger({ 'chat.update': { status: 503 } });
  const card = anOwed({ key: 'incident.INC-1.2', card: 'incident.INC-1' });
  expect(await messenger.post(card, thread)).toMatchObject({ kind: 'unknown' });
  expect(messenger.api.calls).toHaveLength(1);
});

test('a whole workspace takes a reply, tells where it stands, and has no thread where there is no message', async () => {
  const sandbox = await startTestSandbox();
  onTestFinished(sandbox.close);
  const log = keptLog();
  const client = createOnceClient({
    token: sandbox.environment.SLACK_BOT_TOKEN ?? '',
    apiUrl: sandbox.environment.SLACK_API_URL ?? '',
    logger: createBoltLogger(log),
  });
  const messenger = createMessenger(client, log);
  const since = Date.now() - 3_600_000;
  const card = await messenger.post(anOwed({ key: 'card.1', card: 'card' }));
  const at = card.kind === 'sent' ? card.posted : undefined;
  const sent = await messenger.post(anOwed({ key: 'reply', replyTo: 'card' }), undefined, at);
  const posted = sent.kind === 'sent' ? sent.posted : undefined;
  expect((await messenger.findDelivered(channel, ['reply'], since, at)).get('reply')).toEqual(posted);
  expect((await messenger.findDelivered(channel, ['card', 'reply'], since)).get('card')).toEqual(at);
  expect((await messenger.findDelivered(channel, ['reply'], since)).size).toBe(0);
  const nowhere = { channelId: 'C0NETOPS001', ts: '1.000001' };
  expect(await messenger.post(anOwed({ key: 'late', replyTo: 'gone' }), undefined, nowhere)).toEqual({
    kind: 'thread-gone',
    reason: 'thread_not_found',
  });
});
