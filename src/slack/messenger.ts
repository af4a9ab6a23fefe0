import {
  type WebAPIPlatformError as PlatformError,
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  type WebClient,
} from '@slack/web-api';
import type { Owed, Recipient } from '../domain/alert/notice.ts';
import type { SuspensionReason } from '../domain/alert/suspension.ts';
import type { Instant } from '../domain/instant.ts';
import { type Log, type Messenger, type PostOutcome, SlackFault } from '../usecases/ports.ts';
import { noticeReply } from './blocks/notice/notice-reply.ts';

/** Slack's metadata name of our messages; their payload holds the key under which they were owed. */
export const owedEventType = 'trunkline_owed';

/** Posts owed messages, marked with their key so that they are found again. */
export function createMessenger(client: WebClient, log: Log): Messenger {
  const directs = new Map<string, string>();

  async function channelOf(to: Recipient): Promise<string> {
    if ('channelId' in to) return to.channelId;
    const known = directs.get(to.userId);
    if (known) return known;
    const opened = await client.conversations.open({ users: to.userId });
    const id = opened.channel?.id ?? to.userId;
    directs.set(to.userId, id);
    return id;
  }

  async function send(owed: Owed, plainOnly: boolean): Promise<void> {
    const { text, blocks } = noticeReply(owed.notice);
    await client.chat.postMessage({
      channel: await channelOf(owed.to),
      text,
      ...(plainOnly ? {} : { blocks }),
      metadata: { event_type: owedEventType, event_payload: { key: owed.key } },
      unfurl_links: false,
      unfurl_media: false,
    });
  }

  return {
    async post(owed) {
      try {
        await send(owed, false);
        return { kind: 'sent' };
      } catch (error) {
        if (!isUnacceptable(error)) return outcomeOf(error);
        log.error(
          { key: owed.key, reason: platformCode(error) },
          'Slack refused the blocks of a message; it goes out as text',
        );
        return send(owed, true).then(
          () => ({ kind: 'sent' }) as const,
          (again: unknown) => outcomeOf(again),
        );
      }
    },

    async findDelivered(to, keys, since) {
      try {
        return await findKeys(client, await channelOf(to), new Set(keys), since);
      } catch (error) {
        const outcome = outcomeOf(error);
        if (outcome.kind === 'unreachable-channel') return new Set();
        if (outcome.kind === 'rejected') {
          log.error(
            { reason: outcome.reason },
            'Slack does not let the history be read: a message may come twice',
          );
          return new Set();
        }
        throw new SlackFault('Slack did not tell what has arrived', {
          cause: error,
          retryAfterMs: outcome.kind === 'throttled' ? outcome.retryAfterMs : undefined,
        });
      }
    },
  };
}

const historyPageLimit = 20;

async function findKeys(
  client: WebClient,
  channel: string,
  keys: ReadonlySet<string>,
  since: Instant,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  let cursor: string | undefined;
  for (let page = 0; page < historyPageLimit && found.size < keys.size; page++) {
    const history = await client.conversations.history({
      channel,
      oldest: (since / 1_000).toFixed(6),
      include_all_metadata: true,
      limit: 200,
      cursor,
    });
    for (const { metadata } of history.messages ?? []) {
      const key = metadata?.event_type === owedEventType && keyOf(metadata.event_payload);
      if (key && keys.has(key)) found.add(key);
    }
    cursor = history.response_metadata?.next_cursor || undefined;
    if (!cursor) break;
  }
  return found;
}

function keyOf(payload: unknown): string | undefined {
  const holdsKey = typeof payload === 'object' && payload !== null && 'key' in payload;
  return holdsKey && typeof payload.key === 'string' ? payload.key : undefined;
}

/** Slack's word for a channel that cannot be posted to → why. Source: chat.postMessage's errors. */
const channelTroubles: Readonly<Record<string, SuspensionReason>> = {
  is_archived: 'archived',
  not_in_channel: 'removed',
  channel_not_found: 'gone',
  restricted_action: 'posting-restricted',
  restricted_action_read_only_channel: 'posting-restricted',
  restricted_action_thread_only_channel: 'posting-restricted',
  restricted_action_non_threadable_channel: 'posting-restricted',
  cannot_dm_bot: 'gone',
  user_not_found: 'gone',
  user_disabled: 'gone',
};

/** Trouble of the whole app or workspace: nothing to do with this message, so it stays owed. */
const waitingCodes = new Set([
  'ratelimited',
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
  'message_limit_exceeded',
  'rate_limited',
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'missing_scope',
  'ekm_access_denied',
  'org_login_required',
  'accesslimited',
]);

/** These came with a definite "not done"; after the others the message may stand in the channel all the same. */
const doubtfulCodes = new Set(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout']);

export function outcomeOf(error: unknown): Exclude<PostOutcome, { kind: 'sent' }> {
  if (error instanceof WebAPIRateLimitedError)
    return { kind: 'throttled', retryAfterMs: error.retryAfter * 1_000 };
  if (error instanceof WebAPIPlatformError) return outcomeOfCode(platformCode(error));
  if (error instanceof WebAPIHTTPError) return { kind: 'unknown', reason: `HTTP ${error.statusCode}` };
  return { kind: 'unknown', reason: 'no answer from Slack' };
}

function outcomeOfCode(code: string): Exclude<PostOutcome, { kind: 'sent' }> {
  const trouble = channelTroubles[code];
  if (trouble) return { kind: 'unreachable-channel', reason: trouble };
  if (doubtfulCodes.has(code)) return { kind: 'unknown', reason: code };
  if (waitingCodes.has(code)) return { kind: 'failed', reason: code };
  return { kind: 'rejected', reason: code };
}

/** Refused for what it looks like: the bare text may still be taken. */
function isUnacceptable(error: unknown): error is PlatformError {
  return (
    error instanceof WebAPIPlatformError &&
    /^(invalid_blocks|msg_blocks_too_long|invalid_blocks_format|invalid_arguments|msg_too_long)/u.test(
      platformCode(error),
    )
  );
}

export function platformCode(error: unknown): string {
  return error instanceof WebAPIPlatformError ? error.data.error : 'no answer';
}
