import type { Incident, StepWhat } from '../incident.ts';
import { isWorse, type Severity, severities, worst } from '../severity.ts';
import type { Look } from './look.ts';
import { isSameTrouble } from './same-trouble.ts';
import { withStep } from './steps.ts';

type BadWhat = Extract<StepWhat, { readonly trouble: unknown }>;

/** `after`: the incident that got bad, for what is then told unless it does so all the time. */
export function goBad(after: Incident, what: BadWhat, look: Look): Incident {
  const { now, rules } = look;
  if (after.flapping) {
    const flapping = { ...after.flapping, times: after.flapping.times + 1 };
    return swing({ ...after, flapping }, look, what);
  }
  const lately = [...after.bads, now].filter((at) => now - at <= rules.flapWithinMs);
  const bads = lately.slice(-rules.flapTimes);
  const told = withStep({ ...after, bads }, now, what);
  return bads.length < rules.flapTimes ? told : beginFlapping(told, look);
}

function beginFlapping(incident: Incident, { now }: Look): Incident {
  const times = incident.bads.length;
  const since = incident.bads[0] ?? now;
  const flapping = { since, times, lastTurnAt: now, shownAt: now };
  const step = { kind: 'flapping', times, withinMs: now - since } as const;
  return withStep({ ...incident, flapping }, now, step);
}

/** A turn of one that is flapping: told only when it is worse than all that was told. */
export function swing(incident: Incident, { now }: Look, what?: BadWhat): Incident {
  if (!incident.flapping) return incident;
  const turned = { ...incident, flapping: { ...incident.flapping, lastTurnAt: now } };
  return what && isWorse(what.severity, worstTold(incident)) ? withStep(turned, now, what) : turned;
}

function worstTold({ steps }: Incident): Severity {
  return steps.reduce<Severity>(
    (so, { what }) => ('severity' in what ? worst(so, what.severity) : so),
    severities[0],
  );
}

/**
 * Whether something that is still bad got bad once more: as bad as before or worse, and it has been just that before.
 * So is told that a second link comes and goes while the first stays down.
 */
export function isRelapse({ severity, steps, flapping }: Incident, now: BadWhat): boolean {
  if (isWorse(severity, now.severity)) return false;
  if (flapping) return true;
  return steps.some(
    ({ what }) =>
      'trouble' in what && what.severity === now.severity && isSameTrouble(what.trouble, now.trouble),
  );
}
