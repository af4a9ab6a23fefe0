import type { Incident } from '../incident.ts';
import { goBad } from './flapping.ts';
import type { Look } from './look.ts';
import { revised } from './revision.ts';
import { softened } from './severity-now.ts';

/** Whether this pending incident is the older one that came back. */
export function isBack({ firstBadAt }: Incident, former: Incident, { rules }: Look): boolean {
  return firstBadAt - (former.resolvedAt ?? firstBadAt) <= rules.reopenWithinMs;
}

/**
 * The older incident goes on. Who acknowledged it was then told that it is over, so nobody has it any more; whom it was
 * assigned to still does.
 */
export function reopen(former: Incident, pending: Incident, look: Look): Incident {
  const { resolvedAt, ending, goodSince, acknowledged, cause: _, ...rest } = former;
  const { circuit = former.circuit, trouble } = pending;
  const cause = look.causeOf?.(former.subject, circuit, look.now);
  const severity = softened(pending.severity, trouble, cause);
  const again: Incident = {
    ...rest,
    ...(circuit ? { circuit } : {}),
    ...(cause ? { cause } : {}),
    state: 'open',
    severity,
    trouble,
    reopened: former.reopened + 1,
  };
  return revised(former, goBad(again, { kind: 'reopened', severity, trouble }, look), look.now);
}
