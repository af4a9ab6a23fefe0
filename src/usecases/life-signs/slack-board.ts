import type { LifeSigns } from '../../domain/alert/life-signs.ts';
import type { Instant } from '../../domain/instant.ts';
import type { OutboxSight, SlackSight } from '../sights.ts';

/** `lastAt`: when it was met last. */
type Trouble = NonNullable<LifeSigns['slack']['trouble']> & { readonly lastAt: Instant };

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

/** What is owed is tried again far sooner: trouble that is not met for so long means that nothing waits any more. */
const forgetMs = 15 * 60_000;

/** A single call that fails, and none after it, says nothing of Slack. */
const provenMs = 30_000;

/**
 * Whether Slack takes what is sent. Two troubles: it gives no answer, until it does; it answers no to all that is sent,
 * until it takes a message.
 */
export function createSlackBoard(): SlackBoard {
  let silence: Trouble | undefined;
  let refusal: Trouble | undefined;
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
        since: sinceOf(silence, at),
        lastAt: at,
      };
    },
    noteOutbox({ kind, reason, at }) {
      if (kind === 'throttled') return;
      refusal = kind === 'trouble' && reason ? refused(reason, sinceOf(refusal, at), at) : undefined;
    },
    sign(now) {
      const isProven = silence !== undefined && silence.lastAt - silence.since >= provenMs;
      const trouble = [isProven ? silence : undefined, refusal].find((each) => isFresh(each, now));
      return {
        ...(trouble ? { trouble: plain(trouble) } : {}),
        ...(lastGoodAt === undefined ? {} : { lastGoodAt }),
      };
    },
  };
}

function isFresh(trouble: Trouble | undefined, now: Instant): trouble is Trouble {
  return trouble !== undefined && now - trouble.lastAt <= forgetMs;
}

function sinceOf(before: Trouble | undefined, at: Instant): Instant {
  return isFresh(before, at) ? before.since : at;
}

function plain({ reason, detail, since }: Trouble) {
  return { reason, detail, since };
}

function refused(reason: string, since: Instant, lastAt: Instant): Trouble {
  const isToken = tokenCodes.includes(reason);
  return {
    reason: isToken ? 'credentials-refused' : 'unavailable',
    detail: `A message could not be sent: ${reason}.`,
    since,
    lastAt,
  };
}
