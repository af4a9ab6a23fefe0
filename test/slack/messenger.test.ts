import { describe, expect, test } from 'vitest';
import { anOwed } from '../support/a-circuit.ts';
import { everyOwed } from '../support/every-notice.ts';
import { refusal, startMessenger } from '../support/slack-messenger.ts';

describe('posting', () => {
  test('marks each message with its key, and unfurls nothing', async () => {
    await using messenger = await startMessenger();
    for (const owed of everyOwed()) {
      expect(await messenger.post(owed)).toEqual({ kind: 'sent' });
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
      expect(await messenger.post(anOwed())).toEqual({ kind: 'sent' });
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
