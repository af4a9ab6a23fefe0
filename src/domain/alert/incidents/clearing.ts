import type { Verdict } from '../condition.ts';
import type { Incident } from '../incident.ts';
import { goBad, swing } from './flapping.ts';
import { clearAfterMs } from './in-time.ts';
import type { Look } from './look.ts';
import { resolve } from './resolve.ts';
import { type Bad, severityNow } from './severity-now.ts';
import { withStep } from './steps.ts';

/** An open incident is well: over at once, or watched for a while first. */
export function getWell(incident: Incident, look: Look): Incident {
  const { now, rules } = look;
  const well = { ...incident, goodSince: now };
  if (incident.flapping) return swing({ ...well, state: 'clearing' }, look);
  if (clearAfterMs(incident, rules) === 0) return resolve(well, { kind: 'well' }, now);
  return withStep({ ...well, state: 'clearing' }, now, { kind: 'well' });
}

/** A clearing incident after a look. */
export function advanceClearing(incident: Incident, verdict: Verdict | undefined, look: Look): Incident {
  switch (verdict?.kind) {
    case 'bad':
      return getBadAgain(incident, verdict, look);
    case 'gone':
      return resolve(incident, { kind: 'gone', why: verdict.why }, look.now);
    default:
      return incident;
  }
}

function getBadAgain({ goodSince, ...incident }: Incident, verdict: Bad, look: Look): Incident {
  const { trouble } = verdict;
  const severity = severityNow(incident, verdict, look);
  return goBad(
    { ...incident, state: 'open', severity, trouble },
    { kind: 'bad-again', severity, trouble },
    look,
  );
}
