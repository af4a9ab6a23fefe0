import { describe, expect, test } from 'vitest';
import { createBoltLogger } from '../../src/slack/bolt-logger.ts';
import { createOnceClient } from '../../src/slack/client.ts';
import { createMessenger } from '../../src/slack/messenger.ts';
import type { PostOutcome } from '../../src/usecases/ports.ts';
import methodErrors from '../fixtures/slack/method-errors.json' with { type: 'json' };
import { anOwed } from '../support/a-circuit.ts';
import { keptLog } from '../support/kept-log.ts';
import { refusal, startMessenger } from '../support/slack-messenger.ts';
import { startWebApi } from '../support/slack-web-api.ts';

type Kind = Exclude<PostOutcome['kind'], 'sent'>;
const posting: Readonly<Record<keyof (typeof methodErrors)['chat.postMessage'], Kind>> = {
  // The recipient: the channel is left, its owner told.
  channel_not_found: 'unreachable-channel',
  is_archived: 'unreachable-channel',
  not_in_channel: 'unreachable-channel',
  restricted_action: 'unreachable-channel',
  restricted_action_non_threadable_channel: 'unreachable-channel',
  restricted_action_read_only_channel: 'unreachable-channel',
  restricted_action_thread_only_channel: 'unreachable-channel',
  ekm_access_denied: 'unreachable-channel',
  messages_tab_disabled: 'unreachable-channel',
  // The app or the workspace: it is over some day, and the message stays owed.
  app_access_restricted: 'failed',
  message_limit_exceeded: 'failed',
  rate_limited: 'throttled',
  // The message: it would be refused each time.
  as_user_not_supported: 'rejected',
  attachment_payload_limit_exceeded: 'rejected',
  cannot_reply_to_message: 'rejected',
  draft_already_deleted: 'rejected',
  draft_already_sent: 'rejected',
  draft_has_conflict: 'rejected',
  draft_not_found: 'rejected',
  duplicate_channel_not_found: 'rejected',
  duplicate_message_not_found: 'rejected',
  invalid_blocks: 'rejected',
  invalid_blocks_format: 'rejected',
  invalid_metadata_format: 'rejected',
  invalid_metadata_schema: 'rejected',
  markdown_text_conflict: 'rejected',
  metadata_must_be_sent_from_app: 'rejected',
  metadata_too_large: 'rejected',
  missing_file_data: 'rejected',
  msg_blocks_too_long: 'rejected',
  no_text: 'rejected',
  restricted_action_thread_locked: 'rejected',
  send_on_behalf_not_allowed: 'rejected',
  slack_connect_canvas_sharing_blocked: 'rejected',
  slack_connect_file_link_sharing_blocked: 'rejected',
  slack_connect_lists_sharing_blocked: 'rejected',
  team_not_found: 'rejected',
  too_many_attachments: 'rejected',
  too_many_contact_cards: 'rejected',
};

/** Errors that every method may give, as Slack documents them for all. */
const anywhere: Readonly<Record<string, Kind>> = {
  invalid_auth: 'failed',
  not_authed: 'failed',
  account_inactive: 'failed',
  token_expired: 'failed',
  token_revoked: 'failed',
  missing_scope: 'failed',
  no_permission: 'failed',
  not_allowed_token_type: 'failed',
  access_denied: 'failed',
  accesslimited: 'failed',
  org_login_required: 'failed',
  two_factor_setup_required: 'failed',
  team_access_not_granted: 'failed',
  team_added_to_org: 'failed',
  enterprise_is_restricted: 'failed',
  deprecated_endpoint: 'failed',
  method_deprecated: 'failed',
  ratelimited: 'throttled',
  internal_error: 'unknown',
  fatal_error: 'unknown',
  service_unavailable: 'unknown',
  request_timeout: 'unknown',
  invalid_arguments: 'rejected',
  msg_too_long: 'rejected',
  something_new: 'rejected',
};

/** Errors of opening the direct conversation with a person. */
const opening: Readonly<Record<keyof (typeof methodErrors)['conversations.open'], Kind>> = {
  channel_not_found: 'unreachable-channel',
  invalid_user_combination: 'unreachable-channel',
  user_disabled: 'unreachable-channel',
  user_not_found: 'unreachable-channel',
  user_not_visible: 'unreachable-channel',
  missing_scope: 'failed',
  method_not_supported_for_channel_type: 'rejected',
  not_enough_users: 'rejected',
  too_many_users: 'rejected',
  users_list_not_supplied: 'rejected',
};

describe('posting', () => {
  test('has a judgement for each error that Slack documents', () => {
    expect(Object.keys(posting).sort()).toEqual(Object.keys(methodErrors['chat.postMessage']).sort());
    expect(Object.keys(opening).sort()).toEqual(Object.keys(methodErrors['conversations.open']).sort());
  });

  test.each([...Object.entries({ ...posting, ...anywhere }), ['constructor', 'rejected']])(
    'that ends with %s is %s',
    async (error, kind) => {
      await using messenger = await startMessenger({ 'chat.postMessage': refusal(error) });
      expect(await messenger.post(anOwed())).toMatchObject({ kind });
    },
  );

  test.each(Object.entries(opening))('to a person that ends with %s is %s', async (error, kind) => {
    await using messenger = await startMessenger({ 'conversations.open': refusal(error) });
    expect(await messenger.post(anOwed({ to: { userId: 'U1' } }))).toMatchObject({ kind });
    expect(messenger.api.of('chat.postMessage')).toEqual([]);
  });

  test.each([
    ['is_archived', 'archived'],
    ['not_in_channel', 'removed'],
    ['channel_not_found', 'gone'],
    ['ekm_access_denied', 'posting-restricted'],
  ])('that ends with %s tells why: %s', async (error, reason) => {
    await using messenger = await startMessenger({ 'chat.postMessage': refusal(error) });
    expect(await messenger.post(anOwed())).toEqual({ kind: 'unreachable-channel', reason });
  });

  test('that is throttled tells for how long, and is not tried again by the client', async () => {
    await using messenger = await startMessenger({
      'chat.postMessage': { status: 429, headers: { 'retry-after': '7' } },
    });
    expect(await messenger.post(anOwed())).toEqual({ kind: 'throttled', retryAfterMs: 7_000 });
    expect(messenger.api.calls).toHaveLength(1);
  });

  test.each([429, 500, 502, 503, 504])('that ends with HTTP %i alone may have arrived', async (status) => {
    await using messenger = await startMessenger({ 'chat.postMessage': { status } });
    expect(await messenger.post(anOwed())).toMatchObject({ kind: 'unknown' });
    expect(messenger.api.calls).toHaveLength(1);
  });

  test('that nobody answers may have arrived', async () => {
    const api = await startWebApi();
    await api.close();
    const client = createOnceClient({
      token: 'xoxb-1',
      apiUrl: api.apiUrl,
      logger: createBoltLogger(keptLog()),
    });
    expect(await createMessenger(client, keptLog()).post(anOwed())).toEqual({
      kind: 'unknown',
      reason: 'no answer from Slack',
    });
  });
});
