import { describe, expect, test } from 'vitest';
import { createBoltLogger } from '../../src/slack/bolt-logger.ts';
import { createOnceClient } from '../../src/slack/client.ts';
import { createMessenger } from '../../src/slack/messenger.ts';
import { type PostOutcome, SlackFault } from '../../src/usecases/ports.ts';
import methodErrors from '../fixtures/slack/method-errors.json' with { type: 'json' };
import { anOwed, t0 } from '../support/a-circuit.ts';
import { everyOwed } from '../support/every-notice.ts';
import { keptLog } from '../support/kept-log.ts';
import { type Answer, type Answers, startWebApi } from '../support/slack-web-api.ts';

const quiet = createBoltLogger(keptLog());

/** The messenger with Slack's real client before a stand-in Web API. */
async function startMessenger(answers: Answers = {}) {
  const api = await startWebApi(answers);
  const log = keptLog();
  const client = createOnceClient({ token: 'xoxb-1', apiUrl: api.apiUrl, logger: quiet });
  return { ...createMessenger(client, log), api, log, [Symbol.asyncDispose]: api.close };
}

const refusal = (error: string): Answer => ({ body: { ok: false, error } });

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
    const client = createOnceClient({ token: 'xoxb-1', apiUrl: api.apiUrl, logger: quiet });
    expect(await createMessenger(client, keptLog()).post(anOwed())).toEqual({
      kind: 'unknown',
      reason: 'no answer from Slack',
    });
  });

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
    expect(await messenger.findDelivered(channel, ['a', 'b', 'c'], t0)).toEqual(new Set(['a', 'c']));
    expect(messenger.api.calls[0]?.body).toMatchObject({
      channel: 'C0NETOPS001',
      oldest: `${t0 / 1_000}.000000`,
      include_all_metadata: 'true',
    });
  });

  test.each([
    ['of another app', marked('a', 'deploy_done')],
    ['that is no text', marked(1)],
    ['that is empty', { ts: '1.0', metadata: { event_type: 'trunkline_owed', event_payload: {} } }],
    ['without a payload', { ts: '1.0', metadata: { event_type: 'trunkline_owed' } }],
    ['that is missing', { ts: '1.0', text: 'a' }],
  ])('is not told by metadata %s', async (_name, message) => {
    await using messenger = await startMessenger({ 'conversations.history': historyOf(message) });
    expect(await messenger.findDelivered(channel, ['a', '1'], t0)).toEqual(new Set());
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
    expect(await messenger.findDelivered(channel, ['a', 'b'], t0)).toEqual(new Set(['a', 'b']));
    expect(messenger.api.calls).toHaveLength(2);
    expect(await messenger.findDelivered(channel, ['a', 'x'], t0)).toEqual(new Set(['a']));
    expect(messenger.api.calls).toHaveLength(5);
  });

  test('is looked for in so many pages and no more', async () => {
    await using messenger = await startMessenger({
      'conversations.history': { body: { ok: true, messages: [], response_metadata: { next_cursor: 'on' } } },
    });
    expect(await messenger.findDelivered(channel, ['a'], t0)).toEqual(new Set());
    expect(messenger.api.calls).toHaveLength(20);
  });

  test('to a person is looked for in the direct conversation', async () => {
    await using messenger = await startMessenger({ 'conversations.history': historyOf(marked('a')) });
    expect(await messenger.findDelivered({ userId: 'U1' }, ['a'], t0)).toEqual(new Set(['a']));
    expect(messenger.api.of('conversations.history')[0]?.body.channel).toBe('D0DIRECT01');
  });

  test.each(['channel_not_found', 'not_in_channel'])(
    'is nothing where the channel answers %s: posting will tell why',
    async (error) => {
      await using messenger = await startMessenger({ 'conversations.history': refusal(error) });
      expect(await messenger.findDelivered(channel, ['a'], t0)).toEqual(new Set());
      expect(messenger.log.lines).toEqual([]);
    },
  );

  test.each(['missing_scope', 'invalid_cursor', 'something_new'])(
    'cannot be told with %s, which the log says, and nothing waits for ever',
    async (error) => {
      await using messenger = await startMessenger({ 'conversations.history': refusal(error) });
      expect(await messenger.findDelivered(channel, ['a'], t0)).toEqual(new Set());
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
