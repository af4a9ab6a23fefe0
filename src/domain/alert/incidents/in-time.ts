import { type AlertRules, damped } from '../alert-rules.ts';
import type { Incident, StepWhat } from '../incident.ts';
import type { Look } from './look.ts';
import { resolve } from './resolve.ts';
import { withStep } from './steps.ts';

/** What time alone does to an incident that is told. */
export function inTime(incident: Incident, look: Look): Incident {
  const calm = calmDown(incident, look);
  return isClear(calm, look) ? resolve(calm, { kind: 'well' }, look.now) : calm;
}

/** How long it must be well before it is over. */
export function clearAfterMs({ subject }: Pick<Incident, 'subject'>, rules: AlertRules): number {
  return damped.includes(subject.kind) ? rules.clearAfterMs : 0;
}

/** It stayed well long enough. What is flapping has to calm down first. */
function isClear(incident: Incident, { now, rules }: Look): boolean {
  const { state, flapping, goodSince = now } = incident;
  return state === 'clearing' && !flapping && now - goodSince >= clearAfterMs(incident, rules);
}

/** Without a turn for long enough it is what it now is, and its story says what that is. Counting begins anew. */
function calmDown(incident: Incident, look: Look): Incident {
  const { flapping, ...rest } = incident;
  if (!flapping || look.now - flapping.lastTurnAt < look.rules.calmMs) return incident;
  const calm = withStep({ ...rest, bads: [] }, look.now, { kind: 'calm', times: flapping.times });
  return isClear(calm, look) ? calm : withStep(calm, look.now, standing(calm));
}

function standing({ state, severity, trouble }: Incident): StepWhat {
  return state === 'clearing' ? { kind: 'well' } : { kind: 'changed', severity, trouble };
}
