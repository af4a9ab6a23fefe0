import { describe, expect, test } from 'vitest';
import { anOwed } from '../support/a-circuit.ts';
import { everyOwed } from '../support/every-notice.ts';
import { refusal, startMessenger } from '../support/slack-messenger.ts';

describe('posting', () => {
  test('marks each message with its key, and unfurls nothing', async () => {
    await using messenger = await startMessenger();
    for (const owed of everyOwed()) {
      expect(await messenger.post(owed)).toMatchObject({ kind: 'sent', posted: { ts: expect.any(String) } });
      expect(messenger.api.calls.at(-1)?.body).toMatchObject({
        channel: 'C0NETOPS001',
        metadata: { event_type: 'trunkline_owed', event_payload: { key: owed.key } },
        unfurl_links: 'false',
        unfurl_media: 'false',
      });
    }
  });

  test('opens the direct conversation with a person once', async () => {
    await using messenger = await startMessenger();
    const owed = anOwed({ to: { userId: 'U0OMAR0001' } });
    await messenger.post(owed);
    await messenger.post(owed);
    expect(messenger.api.of('conversations.open').map(({ body }) => body.users)).toEqual(['U0OMAR0001']);
    expect(messenger.api.of('chat.postMessage').map(({ body }) => body.channel)).toEqual([
      'D0DIRECT01',
      'D0DIRECT01',
    ]);
  });

  test.each(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long', 'invalid_arguments'])(
    'whose blocks are refused with %s goes out as text, with its key, and the log says so',
    async (error) => {
      await using messenger = await startMessenger({
        'chat.postMessage': ({ body }) => (body.blocks === undefined ? {} : refusal(error)),
      });
      expect(await messenger.post(anOwed())).toMatchObject({ kind: 'sent' });
      expect(messenger.api.calls.at(-1)?.body).toMatchObject({
        text: 'lon-01: provider state Provisioning → Provisioned',
        metadata: { event_payload: { key: anOwed().key } },
      });
      expect(messenger.log.lines).toEqual([
        'error: Slack refused the blocks of a message; it goes out as text',
      ]);
    },
  );

  test('whose text is refused too is told by the second error', async () => {
    await using messenger = await startMessenger({
      'chat.postMessage': ({ body }) => refusal(body.blocks === undefined ? 'is_archived' : 'invalid_blocks'),
    });
    expect(await messenger.post(anOwed())).toEqual({ kind: 'unreachable-channel', reason: 'archived' });
  });
});

describe('a card', () => {
  const card = anOwed({ key: 'request.R-1.2', card: 'request.R-1' });
  const at = { channelId: 'C0APPROVE01', ts: '17.5' };

  test('is posted under its own key, the same for all its versions', async () => {
    await using messenger = await startMessenger();
    expect(await messenger.post(card)).toMatchObject({ kind: 'sent', posted: { channelId: 'C0NETOPS001' } });
    expect(messenger.api.of('chat.postMessage')[0]?.body).toMatchObject({
      metadata: { event_payload: { key: 'request.R-1' } },
    });
  });

  test('that stands is edited where it stands', async () => {
    await using messenger = await startMessenger();
    expect(await messenger.post(card, at)).toEqual({ kind: 'sent', posted: at });
    expect(messenger.api.of('chat.postMessage')).toEqual([]);
    expect(messenger.api.of('chat.update')[0]?.body).toMatchObject({ channel: 'C0APPROVE01', ts: '17.5' });
  });

  test.each(['message_not_found', 'cant_update_message', 'edit_window_closed'])(
    'that can no longer be edited (%s) is posted anew',
    async (error) => {
      await using messenger = await startMessenger({ 'chat.update': refusal(error) });
      const outcome = await messenger.post(card, at);
      expect(outcome).toMatchObject({ kind: 'sent', posted: { channelId: 'C0NETOPS001' } });
      expect(messenger.api.of('chat.postMessage')).toHaveLength(1);
    },
  );

  test('whose channel is archived is not posted anew', async () => {
    await using messenger = await startMessenger({ 'chat.update': refusal('is_archived') });
    expect(await messenger.post(card, at)).toEqual({ kind: 'unreachable-channel', reason: 'archived' });
    expect(messenger.api.of('chat.postMessage')).toEqual([]);
  });
});
