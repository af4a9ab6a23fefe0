import { describe, expect, test } from 'vitest';
import type { PostOutcome } from '../../src/usecases/ports.ts';
import methodErrors from '../fixtures/slack/method-errors.json' with { type: 'json' };
import { anOwed } from '../support/a-circuit.ts';
import { refusal, startMessenger } from '../support/slack-messenger.ts';

/** `sent`: the message cannot be edited any more, and is posted anew. */
const editing: Readonly<Record<keyof (typeof methodErrors)['chat.update'], PostOutcome['kind']>> = {
  channel_not_found: 'unreachable-channel',
  is_inactive: 'unreachable-channel',
  message_not_found: 'sent',
  cant_update_message: 'sent',
  edit_window_closed: 'sent',
  // It is over some day, and the message stays owed.
  message_limit_exceeded: 'failed',
  external_channel_migrating: 'failed',
  update_failed: 'unknown',
  // It would be refused each time.
  as_user_not_supported: 'rejected',
  block_mismatch: 'rejected',
  blocked_file_type: 'rejected',
  cant_broadcast_message: 'rejected',
  file_deleted: 'rejected',
  file_is_deleted: 'rejected',
  file_not_found: 'rejected',
  file_share_limit_reached: 'rejected',
  invalid_attachments: 'rejected',
  invalid_blocks: 'rejected',
  invalid_blocks_format: 'rejected',
  invalid_metadata_format: 'rejected',
  invalid_metadata_schema: 'rejected',
  markdown_text_conflict: 'rejected',
  max_file_sharing_exceeded: 'rejected',
  metadata_must_be_sent_from_app: 'rejected',
  metadata_too_large: 'rejected',
  msg_too_long: 'rejected',
  no_dual_broadcast_content_update: 'rejected',
  no_text: 'rejected',
  posting_to_channel_denied: 'rejected',
  slack_connect_blocked_file_type: 'rejected',
  slack_connect_canvas_sharing_blocked: 'rejected',
  slack_connect_clip_sharing_blocked: 'rejected',
  slack_connect_file_link_sharing_blocked: 'rejected',
  slack_connect_file_upload_sharing_blocked: 'rejected',
  streaming_state_conflict: 'rejected',
  team_not_found: 'rejected',
  too_many_attachments: 'rejected',
  unable_to_share_files: 'rejected',
};

const card = anOwed({ key: 'request.R-1.2', card: 'request.R-1' });
const at = { channelId: 'C0NETOPS001', ts: '1.000100' };

describe('editing a card', () => {
  test('has a judgement for each error that Slack documents', () => {
    expect(Object.keys(editing).sort()).toEqual(Object.keys(methodErrors['chat.update']).sort());
  });

  test.each(Object.entries(editing))('that ends with %s is %s', async (error, kind) => {
    await using messenger = await startMessenger({
      'chat.update': refusal(error),
      'chat.postMessage': { body: { ok: true, channel: at.channelId, ts: '2.000100' } },
    });
    expect(await messenger.post(card, at)).toMatchObject({ kind });
    expect(messenger.api.of('chat.postMessage')).toHaveLength(kind === 'sent' ? 1 : 0);
  });

  test('in an archived channel tells why: archived', async () => {
    await using messenger = await startMessenger({ 'chat.update': refusal('is_inactive') });
    expect(await messenger.post(card, at)).toEqual({ kind: 'unreachable-channel', reason: 'archived' });
  });

  test('whose blocks are refused goes on as text, and the blocks of its older version go', async () => {
    const refusedWithBlocks = [refusal('invalid_blocks'), { body: { ok: true, ...at } }];
    await using messenger = await startMessenger({ 'chat.update': () => refusedWithBlocks.shift() ?? {} });
    expect(await messenger.post(card, at)).toMatchObject({ kind: 'sent' });
    expect(messenger.api.of('chat.update').map(({ body }) => body.blocks)).toEqual([
      expect.arrayContaining([expect.anything()]),
      [],
    ]);
  });
});
