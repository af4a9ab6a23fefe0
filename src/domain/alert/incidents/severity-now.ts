import type { Cause } from '../cause.ts';
import type { Trouble, Verdict } from '../condition.ts';
import type { Incident } from '../incident.ts';
import type { Severity } from '../severity.ts';
import type { Look } from './look.ts';

export type Bad = Extract<Verdict, { kind: 'bad' }>;

/**
 * How much it matters, seeing who brought it about. A failover test takes one link down on purpose: good to know, as
 * long as the test goes on. Both links down was not its purpose.
 */
export function softened(severity: Severity, trouble: Trouble, cause: Cause | undefined): Severity {
  const isTotal = trouble.kind === 'connectivity' && trouble.extent === 'down';
  return cause && !isTotal ? 'info' : severity;
}

/** Of an incident that is told already: what it began with is no excuse once that is over. */
export function severityNow(incident: Incident, { severity, trouble }: Bad, look: Look): Severity {
  const cause = incident.cause && look.causeOf?.(incident.subject, incident.circuit, look.now);
  const isStillIt = cause?.requestId === incident.cause?.requestId;
  return softened(severity, trouble, isStillIt ? cause : undefined);
}
