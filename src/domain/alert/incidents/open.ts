import type { Verdict } from '../condition.ts';
import type { Incident } from '../incident.ts';
import { getWell } from './clearing.ts';
import { goBad, isRelapse, swing } from './flapping.ts';
import type { Look } from './look.ts';
import { resolve } from './resolve.ts';
import { isAsTold, isSameTrouble } from './same-trouble.ts';
import { type Bad, severityNow } from './severity-now.ts';
import { withStep } from './steps.ts';

/** An open incident after a look. */
export function advanceOpen(incident: Incident, verdict: Verdict | undefined, look: Look): Incident {
  switch (verdict?.kind) {
    case 'bad':
      return stayBad(incident, verdict, look);
    case 'good':
      return getWell(incident, look);
    case 'gone':
      return resolve(incident, { kind: 'gone', why: verdict.why }, look.now);
    default:
      return incident;
  }
}

function stayBad(incident: Incident, verdict: Bad, look: Look): Incident {
  const { trouble } = verdict;
  const severity = severityNow(incident, verdict, look);
  if (severity === incident.severity && isSameTrouble(incident.trouble, trouble))
    return isAsTold(incident.trouble, trouble) ? incident : { ...incident, trouble };
  const what = { kind: 'changed', severity, trouble } as const;
  const after = { ...incident, severity, trouble };
  if (isRelapse(incident, what)) return goBad(after, what, look);
  return incident.flapping ? swing(after, look, what) : withStep(after, look.now, what);
}
