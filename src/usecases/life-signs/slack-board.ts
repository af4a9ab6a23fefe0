import type { LifeSigns } from '../../domain/alert/life-signs.ts';
import type { Instant } from '../../domain/instant.ts';
import type { OutboxSight, SlackSight } from '../ports.ts';

type Trouble = NonNullable<LifeSigns['slack']['trouble']>;

export interface SlackBoard {
  noteCall(sight: SlackSight): void;
  noteOutbox(sight: OutboxSight): void;
  sign(now: Instant): LifeSigns['slack'];
}

/** Slack's words for a token that it does not take. Source: errors of auth.test. */
const tokenCodes = [
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'not_allowed_token_type',
  'org_login_required',
];

/** A message that cannot be sent is tried again far sooner: a longer silence means that nothing waits any more. */
const forgetMs = 15 * 60_000;

/**
 * Whether Slack takes what is sent. Two troubles: it gives no answer, until it does; it answers no to all that is sent,
 * until it takes a message.
 */
export function createSlackBoard(): SlackBoard {
  let silence: Trouble | undefined;
  let refusal: (Trouble & { readonly lastAt: Instant }) | undefined;
  let lastGoodAt: Instant | undefined;
  return {
    noteCall({ ok, throttled, method, at }) {
      if (ok) {
        silence = undefined;
        lastGoodAt = at;
        return;
      }
      const detail = throttled ? `Slack answered 429 to ${method}.` : `Slack did not answer ${method}.`;
      silence = {
        reason: throttled ? 'throttled' : 'unreachable',
        detail,
        since: silence?.since ?? at,
      };
    },
    noteOutbox({ kind, reason, at }) {
      if (kind === 'throttled') return;
      refusal = kind === 'trouble' && reason ? refused(reason, refusal?.since ?? at, at) : undefined;
    },
    sign(now) {
      const isOld = refusal !== undefined && now - refusal.lastAt > forgetMs;
      const trouble = silence ?? (isOld ? undefined : refusal);
      return {
        ...(trouble
          ? { trouble: { reason: trouble.reason, detail: trouble.detail, since: trouble.since } }
          : {}),
        ...(lastGoodAt === undefined ? {} : { lastGoodAt }),
      };
    },
  };
}

function refused(reason: string, since: Instant, lastAt: Instant) {
  const isToken = tokenCodes.includes(reason);
  return {
    reason: isToken ? 'credentials-refused' : 'unavailable',
    detail: `A message could not be sent: ${reason}.`,
    since,
    lastAt,
  } as const;
}
