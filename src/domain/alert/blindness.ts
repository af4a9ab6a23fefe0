import type { Instant } from '../instant.ts';
import { metricsVerdict, subscriptionVerdict } from './blindness/azure-blindness.ts';
import { clockVerdict } from './blindness/clock-blindness.ts';
import type { BlindTrouble, Condition, Verdict } from './condition.ts';
import type { LifeSigns, MetricsSigns } from './life-signs.ts';
import type { Severity } from './severity.ts';
import { type BlindSpot, type Subject, subjectKey } from './subject.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Polls that take long, or start late by a little, are not overdue. */
const overdueIntervals = 3;
const overdueSlackMs = minuteMs;
/** Slack is away for seconds every day. */
const silentForMs = 2 * minuteMs;
/** A message that was put aside is news for a day: nobody has to tick it off. */
const parkedNewsMs = dayMs;
const expiringDays = 14;

/**
 * Where Trunkline is blind, and where it sees. `open`: blindness that is open now, so that what is not watched any more
 * ends too.
 */
export function blindConditions(
  signs: LifeSigns,
  now: Instant,
  open: readonly Subject[] = [],
): readonly Condition[] {
  const known = [
    ...signs.subscriptions.map((each) =>
      spot('subscription', each.subscriptionId, subscriptionVerdict(each, signs.polls.intervalMs, now)),
    ),
    ...signs.metrics.map((each) => spot('metrics', each.scope, metricsOf(each, signs))),
    ...(signs.credentials ? [spot('subscription', '', credentialsVerdict(signs.credentials, now))] : []),
    spot('polls', '', pollsVerdict(signs.polls, now)),
    spot('clock', '', clockVerdict(signs.clock)),
    spot('disk', '', diskVerdict(signs.disk)),
    spot('slack', '', slackVerdict(signs.slack, now)),
    spot('parked', '', parkedVerdict(signs.parked, now)),
  ];
  return [...known, ...unwatched(known, signs, open)];
}

/** Where a whole subscription cannot be read, that is said: its metrics are a part of it. */
function metricsOf(metrics: MetricsSigns, { subscriptions }: LifeSigns): Verdict {
  const isPart = subscriptions.some(
    ({ subscriptionId, trouble }) => trouble && metrics.scope.startsWith(`${subscriptionId}/`),
  );
  return isPart ? { kind: 'unknown' } : metricsVerdict(metrics);
}

function spot(where: BlindSpot, scope: string, verdict: Verdict): Condition {
  return { subject: { kind: 'blind', spot: where, scope }, verdict };
}

/** Which metrics there are is known after the first poll only. */
function unwatched(
  known: readonly Condition[],
  { polls }: LifeSigns,
  open: readonly Subject[],
): readonly Condition[] {
  const watched = new Set(known.map(({ subject }) => subjectKey(subject)));
  return open
    .filter(
      (subject) =>
        subject.kind === 'blind' &&
        !watched.has(subjectKey(subject)) &&
        (subject.spot !== 'metrics' || polls.lastEndedAt !== undefined),
    )
    .map((subject) => ({ subject, verdict: { kind: 'gone', why: 'not-watched' } }));
}

function pollsVerdict({ intervalMs, startedAt, lastEndedAt }: LifeSigns['polls'], now: Instant): Verdict {
  const since = Math.max(startedAt, lastEndedAt ?? startedAt);
  if (now - since <= overdueIntervals * intervalMs + overdueSlackMs) {
    return lastEndedAt === undefined ? { kind: 'unknown' } : { kind: 'good' };
  }
  return bad('critical', { reason: 'overdue', ...lastGood(lastEndedAt) });
}

function diskVerdict({ trouble, lastGoodAt }: LifeSigns['disk']): Verdict {
  return trouble ? bad('critical', { ...met(trouble), ...lastGood(lastGoodAt) }) : { kind: 'good' };
}

function slackVerdict({ trouble, lastGoodAt }: LifeSigns['slack'], now: Instant): Verdict {
  if (!trouble) return lastGoodAt === undefined ? { kind: 'unknown' } : { kind: 'good' };
  if (now - trouble.since <= silentForMs) return { kind: 'unknown' };
  return bad('critical', { ...met(trouble), ...lastGood(lastGoodAt) });
}

function parkedVerdict(parked: LifeSigns['parked'], now: Instant): Verdict {
  const news = parked.filter(({ at }) => now - at < parkedNewsMs);
  const newest = news.at(-1);
  if (!newest) return { kind: 'good' };
  return bad('warning', { reason: 'refused-message', detail: newest.reason, amount: news.length });
}

function credentialsVerdict({ expiresAt }: { readonly expiresAt: Instant }, now: Instant): Verdict {
  const days = Math.max(0, Math.floor((expiresAt - now) / dayMs));
  return days < expiringDays
    ? bad('warning', { reason: 'credentials-expiring', amount: days })
    : { kind: 'good' };
}

function bad(severity: Severity, trouble: Omit<BlindTrouble, 'kind'>): Verdict {
  return { kind: 'bad', severity, trouble: { kind: 'blind', ...trouble } };
}

function met({ reason, detail, since }: Pick<BlindTrouble, 'reason' | 'detail' | 'since'>) {
  return {
    reason,
    ...(detail === undefined ? {} : { detail }),
    ...(since === undefined ? {} : { since }),
  };
}

function lastGood(at: Instant | undefined) {
  return at === undefined ? {} : { lastGoodAt: at };
}
