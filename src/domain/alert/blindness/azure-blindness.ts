import type { Instant } from '../../instant.ts';
import type { BlindReason, Verdict } from '../condition.ts';
import type { AzureTrouble, AzureTroubleKind, MetricsSigns, SubscriptionSigns } from '../life-signs.ts';
import type { Severity } from '../severity.ts';

const minuteMs = 60_000;

/** A single failed read is everyday; this is not. */
const missedPolls = 2;
const missedForMs = 2 * minuteMs;

/** Being throttled is being told to come later: it matters when later is not soon. */
const throttledPolls = 2;

/** Looks at the metrics fail by themselves now and then; route tables stand in meanwhile. */
const missedLooks = 2;

const reasons: Readonly<Record<AzureTroubleKind, BlindReason>> = {
  locked: 'unavailable',
  changed: 'unavailable',
  refused: 'unavailable',
  throttled: 'throttled',
  unauthorized: 'credentials-refused',
  forbidden: 'forbidden',
  'not-found': 'not-found',
  unavailable: 'unavailable',
  unreachable: 'unreachable',
  unreadable: 'unreadable',
};

/** Whether a subscription's circuits can be read. */
export function subscriptionVerdict(
  { trouble, lastReadAt }: SubscriptionSigns,
  intervalMs: number,
  now: Instant,
): Verdict {
  if (!trouble) return lastReadAt === undefined ? { kind: 'unknown' } : { kind: 'good' };
  if (!isLasting(trouble, intervalMs, now)) return { kind: 'unknown' };
  return bad(trouble, trouble.kind === 'throttled' ? 'warning' : 'critical', lastReadAt);
}

/** Whether the metrics can be read. Without them sessions are still seen, later. */
export function metricsVerdict({ trouble, lastGoodAt }: MetricsSigns): Verdict {
  if (!trouble) return lastGoodAt === undefined ? { kind: 'unknown' } : { kind: 'good' };
  if (!needsSomebody(trouble.kind) && trouble.polls < missedLooks) return { kind: 'unknown' };
  return bad(trouble, 'warning', lastGoodAt);
}

function isLasting(trouble: AzureTrouble, intervalMs: number, now: Instant): boolean {
  const { kind, polls, since, notBefore = since } = trouble;
  if (needsSomebody(kind)) return true;
  return kind === 'throttled'
    ? polls > throttledPolls || notBefore - since > throttledPolls * intervalMs
    : polls >= missedPolls || now - since > missedForMs;
}

/** What waiting does not mend. */
function needsSomebody(kind: AzureTroubleKind): boolean {
  return kind === 'unauthorized' || kind === 'forbidden' || kind === 'not-found';
}

function bad(trouble: AzureTrouble, severity: Severity, lastGoodAt: Instant | undefined): Verdict {
  return {
    kind: 'bad',
    severity,
    trouble: {
      kind: 'blind',
      reason: reasons[trouble.kind],
      detail: trouble.message,
      since: trouble.since,
      ...(lastGoodAt === undefined ? {} : { lastGoodAt }),
    },
  };
}
