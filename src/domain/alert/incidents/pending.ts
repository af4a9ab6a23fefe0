import type { Condition, Verdict } from '../condition.ts';
import type { Incident } from '../incident.ts';
import { badSince } from './bad-since.ts';
import { goBad } from './flapping.ts';
import type { Look } from './look.ts';
import { isBack, reopen } from './reopen.ts';
import { isSameTrouble } from './same-trouble.ts';
import { softened } from './severity-now.ts';

/** What a subject without an incident becomes by this look: undefined: nothing. */
export function begin(
  { subject, circuit, verdict }: Condition,
  former: Incident | undefined,
  look: Look,
): Incident | undefined {
  if (verdict.kind !== 'bad') return undefined;
  const { severity, trouble } = verdict;
  const pending: Incident = {
    id: look.newId(),
    revision: 1,
    subject,
    ...(circuit ? { circuit } : {}),
    state: 'pending',
    severity,
    trouble,
    firstBadAt: look.now,
    bads: [],
    reopened: 0,
    steps: [],
    omittedSteps: 0,
    tellings: [],
  };
  return ripen(pending, former, look);
}

/**
 * A pending incident after a look. Undefined: it never was. Something that came back waits as one of its own, so that
 * the older one stays over until it is sure.
 */
export function advancePending(
  incident: Incident,
  verdict: Verdict | undefined,
  former: Incident | undefined,
  look: Look,
): Incident | undefined {
  if (verdict?.kind === 'good' || verdict?.kind === 'gone') return undefined;
  return ripen(verdict?.kind === 'bad' ? withFacts(incident, verdict) : incident, former, look);
}

function withFacts(incident: Incident, { severity, trouble }: Extract<Verdict, { kind: 'bad' }>): Incident {
  const isSame = severity === incident.severity && isSameTrouble(incident.trouble, trouble);
  return isSame ? incident : { ...incident, severity, trouble };
}

function ripen(pending: Incident, former: Incident | undefined, look: Look): Incident {
  if (look.now - pending.firstBadAt < look.rules.fireAfterMs) return pending;
  if (former && isBack(pending, former, look)) return reopen(former, pending, look);
  return open({ ...pending, bads: former?.bads ?? [] }, look);
}

/** It flaps also where each time is an incident of its own: how often it was bad is counted on. */
function open(pending: Incident, look: Look): Incident {
  const { subject, circuit, trouble } = pending;
  const cause = look.causeOf?.(subject, circuit, look.now);
  const severity = softened(pending.severity, trouble, cause);
  const firstBadAt = Math.min(pending.firstBadAt, badSince(trouble, look.now));
  return goBad(
    { ...pending, state: 'open', severity, firstBadAt, openedAt: look.now, ...(cause ? { cause } : {}) },
    { kind: 'opened', severity, trouble },
    look,
  );
}
