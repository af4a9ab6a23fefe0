import {
  type WebAPIPlatformError as PlatformError,
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
} from '@slack/web-api';
import type { SuspensionReason } from '../domain/alert/suspension.ts';
import type { PostOutcome } from '../usecases/ports.ts';

/**
 * Slack's word for a recipient who cannot be posted to → why. Sources: errors of chat.postMessage, chat.update and
 * conversations.open.
 */
const recipientTroubles: ReadonlyMap<string, SuspensionReason> = new Map([
  ['is_archived', 'archived'],
  // The same, where a message was to be edited.
  ['is_inactive', 'archived'],
  ['not_in_channel', 'removed'],
  ['channel_not_found', 'gone'],
  ['restricted_action', 'posting-restricted'],
  ['restricted_action_read_only_channel', 'posting-restricted'],
  ['restricted_action_thread_only_channel', 'posting-restricted'],
  ['restricted_action_non_threadable_channel', 'posting-restricted'],
  // An admin withdrew the enterprise's key for this channel.
  ['ekm_access_denied', 'posting-restricted'],
  ['messages_tab_disabled', 'posting-restricted'],
  ['cannot_dm_bot', 'gone'],
  ['user_not_found', 'gone'],
  ['user_not_visible', 'gone'],
  ['user_disabled', 'gone'],
  ['invalid_user_combination', 'gone'],
]);

/** Trouble of the whole app or workspace: nothing to do with this message, so it stays owed. */
const waitingCodes: ReadonlySet<string> = new Set([
  'message_limit_exceeded',
  'external_channel_migrating',
  'app_access_restricted',
  'access_denied',
  'no_permission',
  'invalid_auth',
  'not_authed',
  'not_allowed_token_type',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'missing_scope',
  'org_login_required',
  'two_factor_setup_required',
  'team_added_to_org',
  'team_access_not_granted',
  'enterprise_is_restricted',
  'accesslimited',
  'deprecated_endpoint',
  'method_deprecated',
]);

/**
 * A reply has nowhere to go. Sources: errors of chat.postMessage; `thread_not_found` and `message_not_found` are not
 * among them, but conversations.replies and chat.update say so of the same message.
 */
const threadCodes: ReadonlySet<string> = new Set([
  'thread_not_found',
  'message_not_found',
  'cannot_reply_to_message',
  'restricted_action_thread_locked',
  'restricted_action_non_threadable_channel',
]);

/** The others came with a definite "not done"; after these the message may stand in the channel all the same. */
const doubtfulCodes: ReadonlySet<string> = new Set([
  'internal_error',
  'fatal_error',
  'update_failed',
  'service_unavailable',
  'request_timeout',
]);

/** Throttling told in an answer's body comes without a time. */
const throttlingCodes: ReadonlySet<string> = new Set(['ratelimited', 'rate_limited']);
const untoldRetryAfterMs = 30_000;

/** The same for a reply in a thread: what is wrong may be the thread alone. */
export function outcomeOfReply(error: unknown): Exclude<PostOutcome, { kind: 'sent' }> {
  const code = platformCode(error);
  return threadCodes.has(code) ? { kind: 'thread-gone', reason: code } : outcomeOf(error);
}

/** What became of a message, from the error with which sending it ended. */
export function outcomeOf(error: unknown): Exclude<PostOutcome, { kind: 'sent' }> {
  if (error instanceof WebAPIRateLimitedError)
    return { kind: 'throttled', retryAfterMs: error.retryAfter * 1_000 };
  if (error instanceof WebAPIPlatformError) return outcomeOfCode(platformCode(error));
  if (error instanceof WebAPIHTTPError) return { kind: 'unknown', reason: `HTTP ${error.statusCode}` };
  return { kind: 'unknown', reason: 'no answer from Slack' };
}

function outcomeOfCode(code: string): Exclude<PostOutcome, { kind: 'sent' }> {
  const trouble = recipientTroubles.get(code);
  if (trouble) return { kind: 'unreachable-channel', reason: trouble };
  if (throttlingCodes.has(code)) return { kind: 'throttled', retryAfterMs: untoldRetryAfterMs };
  if (doubtfulCodes.has(code)) return { kind: 'unknown', reason: code };
  if (waitingCodes.has(code)) return { kind: 'failed', reason: code };
  return { kind: 'rejected', reason: code };
}

/** Refused for what it looks like: the bare text may still be taken. */
export function isUnacceptable(error: unknown): error is PlatformError {
  return (
    error instanceof WebAPIPlatformError &&
    /^(?:invalid_blocks|msg_blocks_too_long|invalid_arguments|msg_too_long)/u.test(platformCode(error))
  );
}

/** What was to be edited is not there, or may not be edited any more. Source: errors of chat.update. */
export function isGoneMessage(error: unknown): boolean {
  return ['message_not_found', 'cant_update_message', 'edit_window_closed'].includes(platformCode(error));
}

export function platformCode(error: unknown): string {
  return error instanceof WebAPIPlatformError ? error.data.error : 'no answer';
}
